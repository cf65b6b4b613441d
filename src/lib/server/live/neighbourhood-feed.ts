import type { Snapshot } from '#lib/domain/neighbourhood/types.ts';
import { KeptSnapshot } from '#lib/server/snapshot/kept-snapshot.ts';
import { batchOf, eventText, isContiguous, type Batch, type LiveEvent } from './batch.ts';
import type { Listener } from './listener.ts';
import { RecentEvents } from './recent-events.ts';
import type { LiveSource } from './source.ts';

const changesPerQuestion = 500;
const eventsPerReplay = 100;
const eventsKept = 1000;
/** Who missed more than this is told to start anew: that is less to send, and less to read. */
const mostReplayed = 2000;

const encoder = new TextEncoder();

export interface NeighbourhoodFeedOptions {
  source: LiveSource;
  /** Events of so many milliseconds go out together. */
  coalesceMilliseconds: number;
}

/** One neighbourhood as this process knows it: how far it read the log, the snapshot at that point, who listens. */
export class NeighbourhoodFeed {
  readonly id: string;
  readonly slug: string;
  #source: LiveSource;
  #coalesceMilliseconds: number;
  #position: number;
  #kept: KeptSnapshot | null;
  /** Writes through this process, and how many of them the log was read after. */
  #writes = 0;
  #writesRead = 0;
  #reading: { writes: number; done: Promise<void> } | null = null;
  #isGone = false;
  #recent = new RecentEvents(eventsKept);
  #listeners = new Set<Listener>();
  #outbox: LiveEvent[] = [];
  #lastSent = -Infinity;
  #sending: ReturnType<typeof setTimeout> | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #nextRead: Promise<void> | null = null;
  #nextSnapshot: Promise<void> | null = null;

  constructor(snapshot: Snapshot, { source, coalesceMilliseconds }: NeighbourhoodFeedOptions) {
    this.id = snapshot.neighbourhood.id;
    this.slug = snapshot.neighbourhood.slug;
    this.#source = source;
    this.#coalesceMilliseconds = coalesceMilliseconds;
    this.#position = snapshot.position;
    this.#kept = new KeptSnapshot(snapshot);
  }

  /** How far the log was read. */
  get position(): number {
    return this.#position;
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Something was written through this process: whoever reads next waits until the log is read. */
  expectChange(): void {
    this.#writes += 1;
  }

  /**
   * The snapshot with everything in it that this process wrote; null when the neighbourhood is gone. While the database
   * is away it is the last one known.
   */
  async snapshot(): Promise<Snapshot | null> {
    if (this.#writesRead < this.#writes) {
      const isUnderWay = this.#reading?.writes === this.#writes;
      await (isUnderWay ? this.#reading?.done : this.readLog())?.catch(() => undefined);
    }
    const kept = this.#kept;
    if (kept && !kept.isStale) return kept.current;
    try {
      await this.#readSnapshot();
    } catch (error) {
      if (!kept) throw error;
    }
    return this.#kept?.current ?? null;
  }

  /** Reads the log to its end, after whatever is going on. Asked many times at once it is one reading. */
  readLog(): Promise<void> {
    this.#nextRead ??= this.#inTurn(async () => {
      this.#nextRead = null;
      // What is written while the reading goes on is for the next.
      const writes = this.#writes;
      const done = this.#readOn()
        .then(() => void (this.#writesRead = writes))
        .finally(() => (this.#reading = null));
      this.#reading = { writes, done };
      await done;
    });
    return this.#nextRead;
  }

  /** The log says how far it is: reads on, or starts anew when it is shorter than what was read of it. */
  async compare(position: number): Promise<void> {
    if (position > this.#position) return this.readLog();
    if (position === this.#position) return;
    await this.#inTurn(async () => {
      // Asked again: the first answer may be older than a reading that went on meanwhile.
      const now = (await this.#source.readPositions([this.id])).get(this.id) ?? 0;
      if (now < this.#position) await this.#restart();
    });
  }

  /**
   * Lets somebody listen from a position on, without gaps or duplicates.
   * @param since the last position the listener has; null is from now on; anything that cannot be continued gives the
   * event `reset`
   */
  async follow(listener: Listener, since: number | null): Promise<void> {
    if (since === null) {
      // An id without data moves the browser's last event id and is no event.
      this.#welcome(listener, `id: ${this.#position}\n\n`);
      return;
    }
    // Another process may have told this listener more than this one has read.
    if (since > this.#position) await this.readLog();
    if (since > this.#position || this.#position - since > mostReplayed) return this.#reset(listener);
    let cursor = since;
    for (;;) {
      // A slow connection first gets through what it missed: only then does it have to keep up.
      await listener.whenRoom();
      if (!listener.isOpen) return;
      if (cursor === this.#position) return this.#welcome(listener);
      const events = this.#recent.after(cursor) ?? (await this.#eventsFromLog(cursor));
      const page = events?.slice(0, eventsPerReplay);
      const last = page?.at(-1);
      if (!page || !last) return this.#reset(listener);
      listener.send(bytesOf(page));
      cursor = last.position;
    }
  }

  leave(listener: Listener): void {
    this.#listeners.delete(listener);
  }

  /** Sends a comment, so that proxies and browsers know that the stream lives. */
  beat(bytes: Uint8Array): void {
    for (const listener of this.#listeners) listener.send(bytes);
  }

  close(): void {
    clearTimeout(this.#sending);
    for (const listener of [...this.#listeners]) listener.end();
  }

  /** One thing at a time: a snapshot and the log after it must not overtake each other. */
  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(work);
    this.#turn = result.catch(() => undefined);
    return result;
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const changes = await this.#source.readChanges(this.id, this.#position, changesPerQuestion);
      if (changes.length === 0) return;
      if (!isContiguous(changes, this.#position)) return this.#restart();
      this.#take(await batchOf(this.#source, changes));
      if (changes.length < changesPerQuestion) return;
    }
  }

  #take(batch: Batch): void {
    this.#position = batch.position;
    this.#kept?.apply(batch);
    this.#recent.add(batch.events);
    this.#outbox.push(...batch.events);
    const wait = this.#lastSent + this.#coalesceMilliseconds - performance.now();
    if (wait <= 0) this.#sendOutbox();
    else this.#sending ??= setTimeout(() => this.#sendOutbox(), wait);
  }

  #sendOutbox(): void {
    clearTimeout(this.#sending);
    this.#sending = undefined;
    if (this.#outbox.length === 0) return;
    this.#lastSent = performance.now();
    const bytes = bytesOf(this.#outbox);
    this.#outbox = [];
    for (const listener of this.#listeners) listener.send(bytes);
  }

  /** From here on a listener is told with the others; what waits for them is not for the new one. */
  #welcome(listener: Listener, text?: string): void {
    this.#sendOutbox();
    if (text) listener.send(encoder.encode(text));
    if (listener.isOpen) this.#listeners.add(listener);
  }

  #reset(listener: Listener): void {
    this.#welcome(listener, resetText(this.#position));
  }

  async #eventsFromLog(after: number): Promise<readonly LiveEvent[] | null> {
    const known = this.#position;
    const changes = (await this.#source.readChanges(this.id, after, changesPerQuestion)).filter(
      // What is newer comes with the others.
      ({ position }) => position <= known
    );
    if (changes.length === 0 || !isContiguous(changes, after)) return null;
    return (await batchOf(this.#source, changes)).events;
  }

  #readSnapshot(): Promise<void> {
    this.#nextSnapshot ??= this.#inTurn(async () => {
      this.#nextSnapshot = null;
      const snapshot = await this.#source.readSnapshot(this.slug);
      if (!snapshot || snapshot.neighbourhood.id !== this.id) return this.#disappear();
      this.#kept = new KeptSnapshot(snapshot);
      // The snapshot may be ahead of the log as read here; reading on tells the listeners the rest.
      if (snapshot.position < this.#position) this.#startAt(snapshot.position);
    });
    return this.#nextSnapshot;
  }

  /** The log is not the one that was read before: a part is gone, or the database was put back. */
  async #restart(): Promise<void> {
    const snapshot = await this.#source.readSnapshot(this.slug);
    if (!snapshot || snapshot.neighbourhood.id !== this.id) return this.#disappear();
    this.#kept = new KeptSnapshot(snapshot);
    this.#startAt(snapshot.position);
  }

  #startAt(position: number): void {
    this.#position = position;
    this.#recent.clear();
    this.#outbox = [];
    const bytes = encoder.encode(resetText(position));
    for (const listener of this.#listeners) listener.send(bytes);
  }

  #disappear(): void {
    this.#isGone = true;
    this.#kept = null;
    this.close();
  }
}

function bytesOf(events: readonly LiveEvent[]): Uint8Array {
  return encoder.encode(events.map(({ text }) => text).join(''));
}

/** Tells a listener to read the snapshot again and to go on from there. */
function resetText(position: number): string {
  return eventText(position, 'reset', JSON.stringify({ position }));
}
