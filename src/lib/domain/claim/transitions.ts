import type { ClaimActor, ClaimState } from './types.ts';

/** What a transition needs besides the right person. */
export type ClaimRequirement =
  | 'reason'
  | 'small'
  | 'agreement'
  | 'asks_whom'
  | 'asks_before'
  | 'once'
  | 'date'
  | 'evidence'
  | 'photo'
  | 'looked_after_by'
  | 'called';

export interface ClaimTransition {
  from: ClaimState;
  to: ClaimState;
  actors: readonly ClaimActor[];
  requires: readonly ClaimRequirement[];
}

/**
 * The one table of transitions (DESIGN §3). The database holds the same rows in private.claim_transitions and
 * refuses anything else; a test compares the two. The facilitator may act for somebody without e-mail, recorded
 * as such, wherever a person (not the clock) may.
 */
export const claimTransitions: readonly ClaimTransition[] = [
  { from: 'requested', to: 'in_talks', actors: ['steward', 'deputy'], requires: [] },
  { from: 'requested', to: 'refused', actors: ['steward', 'deputy'], requires: ['reason'] },
  { from: 'requested', to: 'withdrawn', actors: ['lead'], requires: [] },
  {
    from: 'requested',
    to: 'requested',
    actors: ['steward', 'deputy'],
    requires: ['asks_whom', 'asks_before', 'once']
  },
  { from: 'requested', to: 'granted', actors: ['steward', 'deputy'], requires: ['small'] },
  { from: 'in_talks', to: 'granted', actors: ['steward', 'deputy'], requires: ['agreement'] },
  { from: 'in_talks', to: 'refused', actors: ['steward', 'deputy'], requires: ['reason'] },
  { from: 'in_talks', to: 'withdrawn', actors: ['lead'], requires: [] },
  { from: 'granted', to: 'in_progress', actors: ['lead'], requires: [] },
  { from: 'granted', to: 'released', actors: ['lead', 'steward', 'deputy'], requires: ['reason'] },
  { from: 'in_progress', to: 'realised', actors: ['lead'], requires: ['date', 'evidence'] },
  { from: 'in_progress', to: 'released', actors: ['lead', 'steward', 'deputy'], requires: ['reason'] },
  { from: 'realised', to: 'in_stewardship', actors: ['lead'], requires: ['looked_after_by'] },
  { from: 'realised', to: 'released', actors: ['lead', 'steward', 'deputy'], requires: [] },
  {
    from: 'realised',
    to: 'in_progress',
    actors: ['steward', 'deputy', 'facilitator'],
    requires: ['reason', 'photo', 'once']
  },
  {
    from: 'in_stewardship',
    to: 'in_progress',
    actors: ['steward', 'deputy', 'facilitator'],
    requires: ['reason', 'photo', 'once']
  },
  { from: 'in_stewardship', to: 'in_stewardship', actors: ['lead'], requires: [] },
  { from: 'in_stewardship', to: 'resting', actors: ['clock'], requires: [] },
  { from: 'in_stewardship', to: 'released', actors: ['lead', 'steward', 'deputy'], requires: [] },
  { from: 'resting', to: 'in_stewardship', actors: ['lead'], requires: [] },
  {
    from: 'resting',
    to: 'released',
    actors: ['lead', 'steward', 'deputy', 'facilitator'],
    requires: ['reason', 'called']
  }
];

/**
 * Which moves somebody with these hats sees for a claim. Whether a move succeeds is for the database to say; this
 * decides what a page offers.
 * @param state where the claim is now
 * @param hats what the person is for this claim
 * @param isSmall small claims are granted by one yes, lasting ones need an agreement first
 */
export function movesFor(
  state: ClaimState,
  hats: readonly ClaimActor[],
  isSmall: boolean
): readonly ClaimTransition[] {
  return claimTransitions.filter(
    (transition) =>
      transition.from === state &&
      transition.actors.some((actor) => hats.includes(actor)) &&
      (isSmall || !transition.requires.includes('small'))
  );
}
