/** States of a claim; the screen's words are in the message catalogue (`claim_state_*`). */
export type ClaimState =
  | 'requested'
  | 'in_talks'
  | 'granted'
  | 'refused'
  | 'withdrawn'
  | 'in_progress'
  | 'realised'
  | 'in_stewardship'
  | 'resting'
  | 'released';

export type ClaimActor = 'lead' | 'steward' | 'deputy' | 'facilitator' | 'clock';

/** Small: a single day or at most a set amount, nothing that stays. Lasting: the full path. */
export type ClaimSize = 'small' | 'lasting';

/** A weekly slot in local time; day 1 is Monday; times are `HH:MM`. */
export interface WeeklySlot {
  day: number;
  from: string;
  to: string;
}

export const claimStates: readonly ClaimState[] = [
  'requested',
  'in_talks',
  'granted',
  'refused',
  'withdrawn',
  'in_progress',
  'realised',
  'in_stewardship',
  'resting',
  'released'
];

const holding: ReadonlySet<ClaimState> = new Set([
  'granted',
  'in_progress',
  'realised',
  'in_stewardship',
  'resting'
]);

/** Whether a claim in this state keeps its place and time from others. */
export function holdsPlace(state: ClaimState): boolean {
  return holding.has(state);
}
