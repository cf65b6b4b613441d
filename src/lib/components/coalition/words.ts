import { m } from '#messages';
import type { CoalitionState, MemberRole } from '#lib/domain/idea/types.ts';
import type { Readiness } from '#lib/domain/coalition/readiness.ts';

const roles: Record<MemberRole, () => string> = {
  lead: m.coalition_role_lead,
  member: m.coalition_role_member,
  partner: m.coalition_role_partner,
  supporter: m.coalition_role_supporter
};

const states: Record<CoalitionState, () => string> = {
  forming: m.coalition_state_forming,
  active: m.coalition_state_active,
  completed: m.coalition_state_completed,
  resting: m.coalition_state_resting,
  dissolved: m.coalition_state_dissolved
};

export function memberRoleWord(role: MemberRole): string {
  return roles[role]();
}

/** How a group is, in one or two words. */
export function groupStateWord(state: CoalitionState): string {
  return states[state]();
}

/** What a group still lacks before it may ask a place, in one or two sentences. */
export function readinessWords({ ready, missingPeople, missingHousehold }: Readiness): string {
  if (ready) return m.coalition_ready();
  if (missingPeople === 0) return m.coalition_missing_household();
  const people = m.coalition_missing_people({ count: missingPeople });
  return missingHousehold ? `${people} ${m.coalition_missing_household_too()}` : people;
}

/** What the page says after each act. */
export const doneWords: Readonly<Record<string, () => string>> = {
  joined: m.coalition_done_joined,
  left: m.coalition_done_left,
  lead: m.coalition_done_lead,
  handed_over: m.coalition_done_handed_over,
  promise: m.coalition_done_promise,
  kept: m.coalition_done_kept,
  dropped: m.coalition_done_dropped,
  need: m.coalition_done,
  update: m.coalition_done,
  realised: m.coalition_done_realised,
  keeps: m.coalition_done_keeps,
  check_in: m.coalition_done_check_in,
  rest: m.coalition_done_rest,
  woken: m.coalition_done_woken,
  end: m.coalition_done_end
};

/** Only some of those sentences, for one part of the page. */
export function doneWordsOf(...names: string[]): Record<string, () => string> {
  return Object.fromEntries(Object.entries(doneWords).filter(([name]) => names.includes(name)));
}
