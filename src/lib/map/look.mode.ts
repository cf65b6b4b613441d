import { valid } from './draft.ts';
import type { ModeHandler } from './modes.ts';

export interface LookState {
  mode: 'look';
}

/** Looking round: a tap opens what is there, nothing is drawn. */
export const lookMode: ModeHandler<LookState> = {
  aims: false,
  choosesAtOnce: false,
  start: () => ({ mode: 'look' }),
  tap: (state) => state,
  undo: (state) => state,
  corners: () => [],
  geometry: () => null,
  check: () => valid
};
