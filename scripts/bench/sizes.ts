/** How much is measured. */
export interface Sizes {
  /** Runs of Lighthouse, and views on a slow line, for each page, of which the median counts. */
  lighthouseRuns: number;
  /** How many pins the map is tried with. */
  pins: readonly number[];
  /** How long one pans over the map. */
  panMilliseconds: number;
  /** How long reads, and writes, are counted. */
  loadSeconds: number;
  /** How many ask or write at the same time. */
  connections: number;
  /** How many listen to the live feed. */
  listeners: readonly number[];
  /** How many pins are put on the map while they listen, and how many milliseconds apart. */
  livePins: number;
  livePauseMilliseconds: number;
  /** How many ideas are sent over a bad line. */
  submissions: number;
  /** Starts of each kind, of which the median counts. */
  starts: number;
}

export const fullSizes: Sizes = {
  lighthouseRuns: 3,
  pins: [100, 5_000, 50_000],
  panMilliseconds: 4_000,
  loadSeconds: 10,
  connections: 8,
  listeners: [100, 1_000],
  livePins: 60,
  livePauseMilliseconds: 250,
  submissions: 1_000,
  starts: 3
};

/** To see whether the benchmark itself works, in some minutes: the figures mean nothing. */
export const quickSizes: Sizes = {
  lighthouseRuns: 1,
  pins: [100, 1_000],
  panMilliseconds: 1_000,
  loadSeconds: 2,
  connections: 4,
  listeners: [20, 100],
  livePins: 5,
  livePauseMilliseconds: 100,
  submissions: 40,
  starts: 1
};
