import type { ClaimState } from '#lib/domain/claim/types.ts';
import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import { stepNames, type Ring, type StepName, type StepState } from './pearl.ts';

/** The facts the ring follows from; nothing of it is stored (DESIGN §3). */
export type RingFacts = Pick<
  IdeaFacts,
  'state' | 'kind' | 'placeNeeded' | 'coalition' | 'claims' | 'realisedOn'
>;

const askedStates: ReadonlySet<ClaimState> = new Set([
  'requested',
  'in_talks',
  'granted',
  'in_progress',
  'realised',
  'in_stewardship',
  'resting',
  'released'
]);

const keptStates: ReadonlySet<ClaimState> = new Set(['in_stewardship', 'resting']);

/**
 * Where an idea stands in the chain, derived from facts alone. A step is done when it ever happened and was not
 * undone: a place that said no is not asked any more; a place given back stays agreed.
 */
export function ringOf(facts: RingFacts): Ring {
  const placeFree = !facts.placeNeeded && facts.claims.length === 0;
  const hasGroup = facts.coalition !== null && facts.coalition.state !== 'dissolved';
  const realised = facts.state === 'realised';
  const done: Record<StepName, boolean> = {
    idea: true,
    group: hasGroup,
    place_asked: facts.claims.some((claim) => askedStates.has(claim.state)),
    agreements: facts.claims.some((claim) => claim.granted),
    realised,
    kept_going:
      realised &&
      hasGroup &&
      facts.coalition?.state !== 'completed' &&
      (facts.coalition?.keptGoingSince !== null || facts.claims.some((claim) => keptStates.has(claim.state)))
  };
  const notNeeded: ReadonlySet<StepName> = new Set(placeFree ? ['place_asked', 'agreements'] : []);
  const states = stepNames.map((step): StepState => {
    if (notNeeded.has(step) && !done[step]) return 'not_needed';
    return done[step] ? 'done' : 'empty';
  });
  if (isUnderWay(facts)) {
    const current = states.indexOf('empty');
    if (current >= 0) states[current] = 'current';
  }
  return { steps: states as unknown as Ring['steps'], realised, keptGoing: done.kept_going };
}

function isUnderWay(facts: RingFacts): boolean {
  if (facts.kind !== 'wish') return false;
  if (facts.state !== 'open' && facts.state !== 'taken_up' && facts.state !== 'realised') return false;
  return facts.coalition?.state !== 'completed' && facts.coalition?.state !== 'resting';
}

/** How far an idea is: the last step that is done. */
export function stageOf(ring: Ring): StepName {
  if (ring.keptGoing) return 'kept_going';
  if (ring.realised) return 'realised';
  let last: StepName = 'idea';
  stepNames.forEach((step, index) => {
    if (ring.steps[index] === 'done') last = step;
  });
  return last;
}

const letters: Record<StepState, string> = { done: 'd', current: 'c', empty: 'e', not_needed: 'n' };
const statesByLetter = Object.fromEntries(Object.entries(letters).map(([state, letter]) => [letter, state]));

/** A ring as six letters, for short lists and map images: `dcnnee`; realised and kept going follow from its end. */
export function encodeRing(ring: Ring): string {
  return ring.steps.map((state) => letters[state]).join('');
}

/** The ring of six letters made by encodeRing; throws on anything else. */
export function decodeRing(code: string): Ring {
  const steps = [...code].map((letter) => statesByLetter[letter] as StepState | undefined);
  if (steps.length !== stepNames.length || steps.includes(undefined)) {
    throw new TypeError(`Not a ring: ${code}`);
  }
  return {
    steps: steps as unknown as Ring['steps'],
    realised: steps[4] === 'done',
    keptGoing: steps[5] === 'done'
  };
}
