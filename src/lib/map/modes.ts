import type { Geometry } from 'geojson';
import type { LonLat } from '#lib/geo/mercator.ts';
import type { Corners, Validity } from './draft.ts';
import { drawAreaMode, type DrawAreaState } from './draw-area.mode.ts';
import { drawLineMode, type DrawLineState } from './draw-line.mode.ts';
import { lookMode, type LookState } from './look.mode.ts';
import { pickPointMode, type PickPointState } from './pick-point.mode.ts';

/** What a tap on the map means now, with what was tapped so far. */
export type ModeState = LookState | PickPointState | DrawLineState | DrawAreaState;

export type Mode = ModeState['mode'];

/** One mode: pure steps from state to state, so that the drawn map and the live map behave alike. */
export interface ModeHandler<State extends ModeState> {
  /** A tap means a spot, not the thing that is there. */
  readonly aims: boolean;
  /** Each tap is the answer; otherwise somebody says when it is done. */
  readonly choosesAtOnce: boolean;
  start(): State;
  tap(state: State, place: LonLat): State;
  undo(state: State): State;
  corners(state: State): Corners;
  /** What there is so far, finished or not. */
  geometry(state: State): Geometry | null;
  check(state: State): Validity;
}

/** Total by its type: a mode without a handler does not compile. */
export const modes: { readonly [Name in Mode]: ModeHandler<Extract<ModeState, { mode: Name }>> } = {
  look: lookMode,
  'pick-point': pickPointMode,
  'draw-line': drawLineMode,
  'draw-area': drawAreaMode
};

/** The handler of a state. The record pairs each name with its own state; TypeScript cannot follow that through an index. */
export function handlerOf(state: ModeState): ModeHandler<ModeState> {
  return modes[state.mode] as unknown as ModeHandler<ModeState>;
}

export function startMode(mode: Mode): ModeState {
  return modes[mode].start();
}
