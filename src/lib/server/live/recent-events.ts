import type { LiveEvent } from './batch.ts';

/** The last events of a neighbourhood, so that who was away for a moment is helped without the database. */
export class RecentEvents {
  #events: LiveEvent[] = [];
  #most: number;

  /** @param most how many are kept */
  constructor(most: number) {
    this.#most = most;
  }

  add(events: readonly LiveEvent[]): void {
    this.#events.push(...events);
    // Cut now and then instead of at every event: taking from the front copies the rest.
    if (this.#events.length > 2 * this.#most) this.#events = this.#events.slice(-this.#most);
  }

  /** What came after a position, or null when that is longer ago than is kept. */
  after(position: number): readonly LiveEvent[] | null {
    const first = this.#events[0];
    if (!first || position < first.position - 1) return null;
    return this.#events.slice(position - first.position + 1);
  }

  clear(): void {
    this.#events = [];
  }
}
