import { createContext } from 'svelte';
import type { Geometry } from 'geojson';

export type StageMode = 'look' | 'pick-point' | 'draw-line' | 'draw-area';

/** What a page asks of the map beside it: look around, or choose a spot, a line or an area. */
export class Stage {
  mode = $state<StageMode>('look');
  picked = $state.raw<Geometry | null>(null);
  #onpick: ((geometry: Geometry) => void) | null = null;

  /** From now on a tap on the map chooses; returns the way back to looking. */
  choose(mode: Exclude<StageMode, 'look'>, onpick: (geometry: Geometry) => void): () => void {
    this.mode = mode;
    this.#onpick = onpick;
    return () => {
      this.mode = 'look';
      this.picked = null;
      this.#onpick = null;
    };
  }

  /** The map says what was chosen. */
  pick(geometry: Geometry): void {
    this.picked = geometry;
    this.#onpick?.(geometry);
  }
}

export const [getStage, setStage] = createContext<Stage>();
