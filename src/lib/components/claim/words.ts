import { getLocale } from '#i18n';
import { m } from '#messages';
import { formatDay, formatList, formatPeriod } from '#lib/components/shared/format.ts';
import type { ClaimAnswer, OfferedMove } from '#lib/domain/claim/answers.ts';
import type { ClaimState, WeeklySlot } from '#lib/domain/claim/types.ts';
import type { ClaimDetail } from '#lib/domain/idea/types.ts';

const states: Record<ClaimState, () => string> = {
  requested: m.claim_state_requested,
  in_talks: m.claim_state_in_talks,
  granted: m.claim_state_granted,
  refused: m.claim_state_refused,
  withdrawn: m.claim_state_withdrawn,
  in_progress: m.claim_state_in_progress,
  realised: m.claim_state_realised,
  in_stewardship: m.claim_state_in_stewardship,
  resting: m.claim_state_resting,
  released: m.claim_state_released
};

/** How a request stands, in one or two words. */
export function claimStateWord(state: ClaimState): string {
  return states[state]();
}

/** A time of the clock as one says it: "17" or "9.30" in Dutch, "17:00" in English. */
function clockWord(time: string): string {
  if (getLocale() !== 'nl') return time;
  const [hour, minute] = time.split(':').map(Number);
  return minute ? `${hour}.${String(minute).padStart(2, '0')}` : String(hour);
}

/** A weekly slot: "dinsdag 10-12 uur". */
export function slotWord(slot: WeeklySlot): string {
  const day = m.place_days().split(',')[slot.day - 1] ?? '';
  return m.place_slot({ day, from: clockWord(slot.from), to: clockWord(slot.to) });
}

/** From when until when: "4 t/m 8 december", "vanaf 3 april", with the weekly times behind it. */
export function periodWord(use: {
  startsOn: string;
  endsOn: string | null;
  weekly: WeeklySlot[] | null;
}): string {
  const days = use.endsOn
    ? formatPeriod(use.startsOn, use.endsOn)
    : m.claim_period_open({ from: formatDay(use.startsOn) });
  if (!use.weekly || use.weekly.length === 0) return days;
  const slots = formatList(use.weekly.map(slotWord));
  return use.startsOn === use.endsOn ? `${days}, ${slots}` : m.place_weekly({ period: days, slots });
}

/** Names that a sentence about a request needs. */
export interface ClaimNames {
  /** The droommakelaar. */
  facilitator: string;
}

/** How a request stands, as a sentence for the group; null where the state's own word says it all. */
export function claimSentence(claim: ClaimDetail, { facilitator }: ClaimNames): string {
  const steward = claim.place.steward?.name ?? null;
  switch (claim.state) {
    case 'requested':
      if (claim.silent) return m.claim_silent({ name: facilitator });
      if (claim.asksWhom && claim.asksBefore) {
        return m.claim_asks({
          who: steward ?? m.claim_agreement_owner(),
          whom: claim.asksWhom,
          date: formatDay(claim.asksBefore)
        });
      }
      return steward
        ? m.claim_now_requested({ name: steward })
        : m.claim_now_requested_unknown({ name: facilitator });
    case 'in_talks':
      return m.claim_now_in_talks();
    case 'granted':
      return m.claim_now_granted();
    case 'in_progress':
      return m.claim_now_in_progress();
    case 'realised':
      return m.claim_now_realised({ date: claim.realisedOn ? formatDay(claim.realisedOn) : '' });
    case 'in_stewardship':
      return claim.nextCheckIn
        ? m.claim_now_in_stewardship({
            who: claim.lookedAfterBy ?? m.story_somebody(),
            date: formatDay(claim.nextCheckIn)
          })
        : m.coalition_looked_after({ who: claim.lookedAfterBy ?? m.story_somebody() });
    case 'resting':
      return m.claim_now_resting({ name: facilitator });
    case 'refused':
      return m.claim_now_refused();
    case 'withdrawn':
      return m.claim_now_withdrawn();
    case 'released':
      return m.claim_now_released();
  }
}

const answers: Record<ClaimAnswer, () => string> = {
  join: m.claim_answer_join,
  yes: m.claim_answer_yes,
  talk: m.claim_answer_talk,
  elsewhere: m.claim_answer_elsewhere,
  ask_further: m.claim_answer_ask_further,
  no: m.claim_answer_no
};

/** One of the six answers, as it is offered. */
export function answerWord(answer: ClaimAnswer): string {
  return answers[answer]();
}

/** A move as a button says it. */
export function moveWord(move: Pick<OfferedMove, 'from' | 'to'>): string {
  switch (move.to) {
    case 'withdrawn':
      return m.claim_move_withdrawn();
    case 'in_progress':
      return move.from === 'granted' ? m.claim_move_in_progress() : m.claim_move_reopen();
    case 'realised':
      return m.claim_move_realised();
    case 'in_stewardship':
      if (move.from === 'resting') return m.claim_move_wake();
      return move.from === 'in_stewardship' ? m.claim_move_continue() : m.claim_move_in_stewardship();
    case 'released':
      return m.claim_move_released();
    default:
      return claimStateWord(move.to);
  }
}

/** What a move means, where its name leaves a question. */
export function moveHelp(move: Pick<OfferedMove, 'from' | 'to'>): string | null {
  if (move.to === 'withdrawn') return m.claim_move_withdrawn_help();
  if (move.to === 'released') return m.claim_move_released_help();
  if (move.to === 'in_progress' && move.from !== 'granted') return m.claim_move_reopen_help();
  return null;
}

/** Who asks, by the lead's name where they gave one: "Fatma en 3 anderen". */
export function groupWord(lead: string | null, people: number): string {
  const name = lead ?? m.story_somebody();
  return people > 1 ? m.claim_group_people({ lead: name, count: people - 1 }) : name;
}
