import type { Position } from 'geojson';
import { checkLine } from './draft-checks.ts';
import type { ModeHandler } from './modes.ts';

export interface DrawLineState {
  mode: 'draw-line';
  corners: readonly Position[];
}

/** Drawing a line, such as a path: each tap is its next corner. */
export const drawLineMode: ModeHandler<DrawLineState> = {
  aims: true,
  choosesAtOnce: false,
  start: () => ({ mode: 'draw-line', corners: [] }),
  tap: (state, { lon, lat }) => ({ ...state, corners: [...state.corners, [lon, lat]] }),
  undo: (state) => ({ ...state, corners: state.corners.slice(0, -1) }),
  corners: ({ corners }) => corners,
  geometry: ({ corners }) => (corners.length > 1 ? { type: 'LineString', coordinates: [...corners] } : null),
  check: ({ corners }) => checkLine(corners)
};
