import { readChanges, readPositions } from '#lib/data/change.ts';
import { readIdeaFacts } from '#lib/data/idea.ts';
import { readSnapshot } from '#lib/data/neighbourhood.ts';
import type { Change } from '#lib/domain/change/types.ts';
import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import type { Snapshot } from '#lib/domain/neighbourhood/types.ts';
import type { Backend } from '#lib/server/backends/types.ts';

/** A change that was announced: its neighbourhood, and how far the log of that is by now. */
export interface Hint {
  neighbourhood: string;
  position: number;
}

/** What the live feed asks of the database; tests hand in another. */
export interface LiveSource {
  readPositions(neighbourhoods: readonly string[]): Promise<Map<string, number>>;
  readChanges(neighbourhood: string, after: number, limit: number): Promise<Change[]>;
  readIdeaFacts(ideas: readonly string[]): Promise<IdeaFacts[]>;
  readSnapshot(slug: string): Promise<Snapshot | null>;
  /** Calls back when there is something new; without a hint when that may be anything, as after every reconnect. */
  listen(onHint: (hint: Hint | null) => void): Promise<() => Promise<void>>;
}

/** Reads as a visitor does: what goes out to everybody is read with the rights of everybody. */
export function createLiveSource(backend: Pick<Backend, 'client' | 'listen'>): LiveSource {
  const visitor = () => backend.client(null);
  return {
    readPositions: (neighbourhoods) => readPositions(visitor(), neighbourhoods),
    readChanges: (neighbourhood, after, limit) => readChanges(visitor(), neighbourhood, after, limit),
    readIdeaFacts: (ideas) => readIdeaFacts(visitor(), ideas),
    readSnapshot: (slug) => readSnapshot(visitor(), slug),
    listen: (onHint) => backend.listen('changes', (payload) => onHint(payload ? readHint(payload) : null))
  };
}

/** As `private.append_change` writes it: the neighbourhood and the position. */
function readHint(payload: string): Hint | null {
  const [neighbourhood, position] = payload.split(' ');
  return neighbourhood && position ? { neighbourhood, position: Number(position) } : null;
}
