import { error } from '@sveltejs/kit';
import { m } from '#messages';
import { readClaim } from '#lib/data/claim.ts';
import { offersFor, type ClaimAnswer, type OfferedMove } from '#lib/domain/claim/answers.ts';
import type { ClaimActor, ClaimState } from '#lib/domain/claim/types.ts';
import type { IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { Agreement, ClaimDetail, HistoryEvent, IdeaPage } from '#lib/domain/idea/types.ts';
import { isId } from '#lib/domain/refusal/fields.ts';
import { dayIn } from './coalition.ts';
import { ideaPage } from './idea.ts';
import { wijkView } from './wijk.ts';

export type AgreementSide = 'coalition' | 'steward';

/** What the page of a request shows. */
export interface ClaimView {
  idea: IdeaPage;
  summary: IdeaSummary;
  claim: ClaimDetail;
  /** What the person looking is for this request. */
  hats: ClaimActor[];
  answers: ClaimAnswer[];
  answersOnBehalf: boolean;
  moves: OfferedMove[];
  /** Whose yes this person may give to the newest version of the agreement, and whether a signed paper is that yes. */
  confirms: { side: AgreementSide; onPaper: boolean }[];
  mayPropose: boolean;
  history: HistoryEvent[];
  earlier: Agreement[];
  /** The day in the wijk, YYYY-MM-DD. */
  today: string;
}

/** While a request is in one of these, its agreement may be written and confirmed. */
const agreeing: ReadonlySet<ClaimState> = new Set(['in_talks', 'granted', 'in_progress', 'in_stewardship']);

function confirmsOf(claim: ClaimDetail, hats: readonly ClaimActor[]): ClaimView['confirms'] {
  if (!claim.agreement || !agreeing.has(claim.state)) return [];
  const given = new Set(claim.agreement.confirmations.map(({ side }) => side));
  const holders: Record<AgreementSide, readonly ClaimActor[]> = {
    coalition: ['lead'],
    steward: ['steward', 'deputy']
  };
  return (['coalition', 'steward'] as const)
    .filter((side) => !given.has(side))
    .flatMap((side): ClaimView['confirms'] => {
      if (holders[side].some((hat) => hats.includes(hat))) return [{ side, onPaper: false }];
      return hats.includes('facilitator') ? [{ side, onPaper: true }] : [];
    });
}

/**
 * One request of a place, with its idea and what the person looking may do.
 * @throws HttpError 404 when there is none for them in this wijk
 */
export async function claimPage(locals: App.Locals, wijk: string, id: string): Promise<ClaimView> {
  const known = isId(id) ? await readClaim(locals.client, id) : null;
  if (!known) error(404, m.app_error_not_found());
  const [{ snapshot }, { idea, summary, mine }] = await Promise.all([
    wijkView(locals, wijk),
    ideaPage(locals, wijk, known.ideaId)
  ]);
  const claim = idea.claimDetails.find((one) => one.id === id);
  if (!claim) error(404, m.app_error_not_found());
  const hats = mine?.hats[id] ?? [];
  const own = new Set(known.events.map(({ kind, at }) => `${kind} ${at}`));
  return {
    idea,
    summary,
    claim,
    hats,
    ...offersFor(
      {
        state: claim.state,
        isSmall: claim.size === 'small',
        asked: claim.asksWhom !== null,
        reopened: known.reopenedOnce
      },
      hats
    ),
    confirms: confirmsOf(claim, hats),
    mayPropose: hats.length > 0 && agreeing.has(claim.state),
    history: idea.history.filter(({ kind, at }) => own.has(`${kind} ${at}`)),
    earlier: known.earlier,
    today: dayIn(snapshot.neighbourhood.timeZone)
  };
}
