import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import type { Snapshot } from '#lib/domain/neighbourhood/types.ts';
import type { Batch } from '#lib/server/live/batch.ts';

/** What a batch of changes can be applied to; anything else needs the snapshot anew. */
const appliedEntities = new Set(['idea', 'claim']);

/** A snapshot that follows the log: ideas are put in as they change, so that it need not be read again. */
export class KeptSnapshot {
  #rest: Omit<Snapshot, 'ideas' | 'position'>;
  #ideas: Map<string, IdeaFacts>;
  #position: number;
  #made: Snapshot | null;
  #isStale = false;

  constructor(snapshot: Snapshot) {
    const { ideas, position, ...rest } = snapshot;
    this.#rest = rest;
    this.#ideas = new Map(ideas.map((idea) => [idea.id, idea]));
    this.#position = position;
    this.#made = snapshot;
  }

  /** Whether something changed that only a new reading shows. */
  get isStale(): boolean {
    return this.#isStale;
  }

  apply({ changes, facts, position }: Batch): void {
    if (changes.some(({ entity }) => !appliedEntities.has(entity))) this.#isStale = true;
    for (const [id, idea] of facts) {
      if (idea) this.#ideas.set(id, idea);
      else this.#ideas.delete(id);
    }
    this.#position = Math.max(this.#position, position);
    this.#made = null;
  }

  /** The snapshot as it is now; never changed afterwards, so that a page can keep it while it renders. */
  get current(): Snapshot {
    this.#made ??= {
      ...this.#rest,
      position: this.#position,
      ideas: [...this.#ideas.values()].sort((one, other) =>
        one.createdAt < other.createdAt ? 1 : one.createdAt > other.createdAt ? -1 : 0
      )
    };
    return this.#made;
  }
}
