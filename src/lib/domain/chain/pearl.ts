export const stepNames = ['idea', 'group', 'place_asked', 'agreements', 'realised', 'kept_going'] as const;

/** A link of the chain, in the order in which the ring is filled. */
export type StepName = (typeof stepNames)[number];

/** How a link stands. `not_needed`: the chain goes on without it, such as asking a place for a walking club. */
export type StepState = 'done' | 'current' | 'empty' | 'not_needed';

/** Where an idea stands in the chain. `steps` follows the order of `stepNames`. */
export interface Ring {
  steps: readonly [StepState, StepState, StepState, StepState, StepState, StepState];
  realised: boolean;
  keptGoing: boolean;
}

/** One of the six parts of the ring: degrees clockwise from the top, without the round ends of the line. */
export interface RingSegment {
  step: StepName;
  state: StepState;
  startDegrees: number;
  endDegrees: number;
}

const sectorDegrees = 360 / stepNames.length;

/** Wide enough that the round ends of two empty neighbours leave an opening. */
const gapDegrees = 12;

/** The six segments of the ring, clockwise from the top. */
export function pearlSegments(ring: Ring): RingSegment[] {
  return stepNames.map((step, index) => ({
    step,
    state: ring.steps[index] ?? 'empty',
    startDegrees: index * sectorDegrees + gapDegrees / 2,
    endDegrees: (index + 1) * sectorDegrees - gapDegrees / 2
  }));
}

/** The point of a circle at so many degrees clockwise from its top, in units of the drawing (y downwards). */
export function pointOnCircle(
  centre: { x: number; y: number },
  radius: number,
  degrees: number
): { x: number; y: number } {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return { x: centre.x + radius * Math.cos(radians), y: centre.y + radius * Math.sin(radians) };
}
