import type { Change, LiveChange } from '#lib/domain/change/types.ts';
import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import type { LiveSource } from './source.ts';

/** One change as it travels: a block of an event stream (WHATWG HTML, 9.2). */
export interface LiveEvent {
  readonly position: number;
  readonly text: string;
}

/** Changes that were read together, and the facts of their ideas as they were right after. */
export interface Batch {
  readonly changes: readonly Change[];
  /** By id; null is gone or hidden. */
  readonly facts: ReadonlyMap<string, IdeaFacts | null>;
  readonly events: readonly LiveEvent[];
  /** The last position. */
  readonly position: number;
}

/** Whether positions follow each other from `after` on; if not, part of the log is gone. */
export function isContiguous(changes: readonly Change[], after: number): boolean {
  return changes.every((change, index) => change.position === after + 1 + index);
}

/** One block of an event stream. */
export function eventText(position: number, name: string, data: string): string {
  return `id: ${position}\nevent: ${name}\ndata: ${data}\n\n`;
}

/**
 * The events of changes. The facts of an idea are written to text once; they go with its creation and with its last
 * change of the batch, because whoever comes in between has to get them still.
 */
export function eventsOf(
  changes: readonly Change[],
  facts: ReadonlyMap<string, IdeaFacts | null>
): LiveEvent[] {
  const last = new Map(changes.map((change) => [change.id, change.position]));
  const texts = new Map<string, string>();
  const textOf = (id: string) => {
    const text = texts.get(id) ?? JSON.stringify(facts.get(id) ?? null);
    texts.set(id, text);
    return text;
  };
  return changes.map(({ position, kind, entity, id }) => {
    const change: LiveChange = { position, entity, id };
    const head = JSON.stringify(change);
    const carries = entity === 'idea' && (last.get(id) === position || kind === 'idea.created');
    const data = carries ? `${head.slice(0, -1)},"facts":${textOf(id)}}` : head;
    return { position, text: eventText(position, kind, data) };
  });
}

/** As many ids as one question holds. */
const idsPerQuestion = 200;

/** Reads the facts of the ideas that changed, once for everybody who listens. */
export async function batchOf(source: LiveSource, changes: readonly Change[]): Promise<Batch> {
  const ids = [...new Set(changes.filter(({ entity }) => entity === 'idea').map(({ id }) => id))];
  const facts = new Map<string, IdeaFacts | null>(ids.map((id) => [id, null]));
  for (let start = 0; start < ids.length; start += idsPerQuestion) {
    const found = await source.readIdeaFacts(ids.slice(start, start + idsPerQuestion));
    for (const idea of found) facts.set(idea.id, idea);
  }
  return { changes, facts, events: eventsOf(changes, facts), position: changes.at(-1)?.position ?? 0 };
}
