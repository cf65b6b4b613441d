import { movesFor, type ClaimTransition } from './transitions.ts';
import type { ClaimActor, ClaimState } from './types.ts';

/** What who answers for a place can say, in the order in which it is offered. */
export const claimAnswers = ['join', 'yes', 'talk', 'elsewhere', 'ask_further', 'no'] as const;
export type ClaimAnswer = (typeof claimAnswers)[number];

/** The state an answer leads to. One yes grants what is small; for what lasts it opens the talk about the agreement. */
export function stateAfter(answer: ClaimAnswer, isSmall: boolean): ClaimState {
  switch (answer) {
    case 'join':
    case 'yes':
      return isSmall ? 'granted' : 'in_talks';
    case 'talk':
      return 'in_talks';
    case 'ask_further':
      return 'requested';
    case 'elsewhere':
    case 'no':
      return 'refused';
  }
}

/** A move that a page offers. */
export interface OfferedMove extends ClaimTransition {
  /** Only on behalf of somebody, whose name is asked: the facilitator acts for who has no e-mail. */
  onBehalf: boolean;
}

/**
 * The moves and answers a page offers somebody, from the one table of transitions. A facilitator is also offered what
 * the lead and the steward could do, on their behalf.
 * @param asked whether the steward said before that they have to ask
 * @param reopened whether somebody said before that it was not done yet
 */
export function offersFor(
  claim: { state: ClaimState; isSmall: boolean; asked: boolean; reopened: boolean },
  hats: readonly ClaimActor[]
): { answers: ClaimAnswer[]; answersOnBehalf: boolean; moves: OfferedMove[] } {
  const reach: readonly ClaimActor[] = hats.includes('facilitator') ? [...hats, 'lead', 'steward'] : hats;
  const offered = movesFor(claim.state, reach, claim.isSmall).map((move): OfferedMove => ({
    ...move,
    onBehalf: !move.actors.some((actor) => hats.includes(actor))
  }));
  const isOpen = claim.state === 'requested' || claim.state === 'in_talks';
  const isStewards = (move: OfferedMove) => isOpen && move.actors.includes('steward');
  const reached = new Set(offered.filter(isStewards).map((move) => move.to));
  // In talks the yes is the agreement that both sides confirm.
  if (claim.state === 'in_talks') reached.delete('granted');
  if (claim.asked) reached.delete('requested');
  return {
    answers: claimAnswers.filter((answer) => reached.has(stateAfter(answer, claim.isSmall))),
    answersOnBehalf: offered.some((move) => isStewards(move) && move.onBehalf),
    moves: offered.filter((move) => !isStewards(move) && !(claim.reopened && move.requires.includes('once')))
  };
}
