import type { Position } from 'geojson';
import { checkArea } from './draft-checks.ts';
import type { ModeHandler } from './modes.ts';

export interface DrawAreaState {
  mode: 'draw-area';
  corners: readonly Position[];
}

/** Drawing an area: each tap is a corner, and the last is joined to the first by itself. */
export const drawAreaMode: ModeHandler<DrawAreaState> = {
  aims: true,
  choosesAtOnce: false,
  start: () => ({ mode: 'draw-area', corners: [] }),
  tap: (state, { lon, lat }) => ({ ...state, corners: [...state.corners, [lon, lat]] }),
  undo: (state) => ({ ...state, corners: state.corners.slice(0, -1) }),
  corners: ({ corners }) => corners,
  geometry: ({ corners }) => {
    if (corners.length < 2) return null;
    if (corners.length === 2) return { type: 'LineString', coordinates: [...corners] };
    return { type: 'Polygon', coordinates: [[...corners, corners[0] as Position]] };
  },
  check: ({ corners }) => checkArea(corners)
};
