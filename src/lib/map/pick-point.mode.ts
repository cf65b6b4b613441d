import type { Position } from 'geojson';
import { valid } from './draft.ts';
import type { ModeHandler } from './modes.ts';

export interface PickPointState {
  mode: 'pick-point';
  spot: Position | null;
}

/** Pointing at one spot: each tap moves the pin, and the last one counts. */
export const pickPointMode: ModeHandler<PickPointState> = {
  aims: true,
  choosesAtOnce: true,
  start: () => ({ mode: 'pick-point', spot: null }),
  tap: (state, { lon, lat }) => ({ ...state, spot: [lon, lat] }),
  undo: (state) => ({ ...state, spot: null }),
  corners: () => [],
  geometry: ({ spot }) => (spot ? { type: 'Point', coordinates: spot } : null),
  check: ({ spot }) => (spot ? valid : { valid: false, reason: 'too_few_corners' })
};
