import type { ClaimSize } from '#lib/domain/claim/types.ts';

/** How many people a group has; counts only, never who. */
export interface Composition {
  people: number;
  residents: number;
  households: number;
}

/** The composition rule of a neighbourhood for lasting claims. */
export interface CompositionRule {
  residents: number;
  households: number;
}

export const defaultCompositionRule: CompositionRule = { residents: 3, households: 2 };

/** What a group still lacks before it may ask a place; zero and false when it is ready. */
export interface Readiness {
  ready: boolean;
  missingPeople: number;
  missingHousehold: boolean;
}

/**
 * Whether a group may ask a place. Needs never stand in the way: asking comes before having (DESIGN §3). Small: two
 * neighbours suffice. Lasting: the composition rule of the neighbourhood.
 */
export function readiness(
  composition: Composition,
  size: ClaimSize,
  rule: CompositionRule = defaultCompositionRule
): Readiness {
  const missingPeople =
    size === 'small'
      ? Math.max(0, 2 - composition.people)
      : Math.max(0, rule.residents - composition.residents);
  const missingHousehold = size === 'lasting' && composition.households < rule.households;
  return { ready: missingPeople === 0 && !missingHousehold, missingPeople, missingHousehold };
}
