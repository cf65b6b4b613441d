// What a section of the benchmark is given, and what it gives back.
import type { Sizes } from './sizes.ts';

export type Unit = 'ms' | 's' | 'kB' | 'MB' | '/s' | 'times' | 'count' | 'points';

/** What DESIGN §8 asks of a figure. */
export type Target = { atMost: number } | { atLeast: number };

/** One figure. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: Unit;
  readonly target?: Target;
  /** What one must know to read the figure. */
  readonly note?: string;
}

/** The hands of a section while it measures. */
export interface Measuring {
  readonly sizes: Sizes;
  /** Adds a figure; what was added stays when the section fails later. */
  add(row: Row): void;
  /** Says what is being done. */
  say(sentence: string): void;
  /** Undoes something when the section has ended, in whichever way; the last first. */
  later(undo: () => unknown): void;
}

export interface Section {
  /** As one writes it after `npm run bench --`. */
  readonly name: string;
  readonly title: string;
  /** @throws Error with the reason when it cannot measure; the figures added so far stay */
  measure(measuring: Measuring): Promise<void>;
}

export interface SectionResult {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  readonly rows: readonly Row[];
  /** Why it ended early; null when it did not. */
  readonly failure: string | null;
}
