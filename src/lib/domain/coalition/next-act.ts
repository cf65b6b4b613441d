import type { ClaimState } from '#lib/domain/claim/types.ts';
import type { IdeaPage, MyPart } from '#lib/domain/idea/types.ts';

/** The one thing for somebody to do now on the page of a group. */
export type GroupAct =
  | 'join'
  | 'wake'
  | 'take_lead'
  | 'check_in'
  | 'claim'
  | 'ask'
  | 'realise'
  | 'keep_going'
  | 'promise'
  | 'none';

/** A request that somebody still has to do something with, or that keeps the place. */
const ended: ReadonlySet<ClaimState> = new Set(['refused', 'withdrawn', 'released']);

/** Whether a request is still under way or holds its place. */
export function isLiveClaim(state: ClaimState): boolean {
  return !ended.has(state);
}

/** Steps of a request that the group itself takes. */
const groupsTurn: ReadonlySet<ClaimState> = new Set([
  'in_talks',
  'granted',
  'in_progress',
  'realised',
  'resting'
]);

type Group = Pick<IdeaPage, 'state' | 'placeNeeded' | 'coalition' | 'members' | 'claimDetails'>;

/**
 * What stands on the one primary button of a group's page.
 * @param mine null for a visitor
 * @param isReady whether the group may ask a place, small or lasting
 * @param today YYYY-MM-DD
 */
export function groupActFor(
  idea: Group,
  mine: Pick<MyPart, 'member'> | null,
  isReady: boolean,
  today: string
): GroupAct {
  const group = idea.coalition;
  if (!group || group.state === 'completed' || group.state === 'dissolved') return 'none';
  const role = mine?.member?.role;
  if (!role || role === 'supporter') return 'join';
  if (group.state === 'resting') return 'wake';
  if (role === 'member' && !idea.members.some((member) => member.role === 'lead')) return 'take_lead';
  if (group.keptGoingSince && group.nextCheckIn && group.nextCheckIn <= today) return 'check_in';
  if (role !== 'lead') return 'promise';
  const claim = idea.claimDetails.find(({ state }) => isLiveClaim(state));
  if (claim) return groupsTurn.has(claim.state) ? 'claim' : 'promise';
  if (idea.state === 'realised') return group.keptGoingSince ? 'promise' : 'keep_going';
  if (!idea.placeNeeded) return 'realise';
  return isReady ? 'ask' : 'promise';
}
