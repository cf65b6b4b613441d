import { isSlug } from '#lib/domain/refusal/fields.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { logFailure } from '#lib/server/backends/quiet-logs.ts';
import { NeighbourhoodFeed } from './neighbourhood-feed.ts';
import type { Hint, LiveSource } from './source.ts';

export interface FeedOptions {
  source: LiveSource;
  /** The log is read this often even without a hint; 2,000 unless told. */
  pollMilliseconds?: number;
  /** What happens within this time goes out together; 50 unless told. */
  coalesceMilliseconds?: number;
  /** A comment goes to every listener this often; 25,000 unless told, because proxies cut a silent stream at 30 s. */
  beatMilliseconds?: number;
}

/** The live feed of this process: reads the change log and tells whoever listens. */
export interface Feed {
  /** The neighbourhood of that name, followed from now on; null when there is none. */
  open(slug: string): Promise<NeighbourhoodFeed | null>;
  /**
   * Call after something was written: the next snapshot or page of this process has it in it, whether or not the
   * notification came in first.
   */
  noteWrite(): void;
  /** Ends every stream. Safe to call twice. */
  close(): Promise<void>;
}

// A comment (a line that begins with a colon) is nothing to a browser, and life to everything in between.
const beatBytes = new TextEncoder().encode(':\n\n');
/** A write and its notification come in one after the other: waiting so long for both makes them one reading. */
const settleMilliseconds = 4;
/** With so few neighbourhoods, looking at each is less work than asking first which of them changed. */
const fewNeighbourhoods = 4;

export function createFeed(options: FeedOptions): Feed {
  const { source, pollMilliseconds = 2000, coalesceMilliseconds = 50, beatMilliseconds = 25_000 } = options;
  const feeds = new Map<string, NeighbourhoodFeed>();
  const opening = new Map<string, Promise<NeighbourhoodFeed | null>>();
  let stopListening: Promise<() => Promise<void>> | undefined;
  let isClosed = false;
  let isAway = false;
  let lastHint = -Infinity;
  let waking: ReturnType<typeof setTimeout> | undefined;
  /** What the next reading is for. */
  let hints: (Hint | null)[] = [];
  let timers: ReturnType<typeof setInterval>[] = [];

  /** One line when the database goes away and one when it is back, instead of one at every try. */
  const report = (away: boolean) => {
    if (away === isAway || isClosed) return;
    isAway = away;
    logFailure(away ? 'live feed: the change log cannot be read' : 'live feed: the change log is read again');
  };
  const watch = async (work: Promise<unknown>) => {
    try {
      await work;
      report(false);
    } catch {
      report(true);
    }
  };

  const readThose = (followed: NeighbourhoodFeed[]) => Promise.all(followed.map((feed) => feed.readLog()));
  const compareEach = async () => {
    const positions = await source.readPositions([...feeds.values()].map(({ id }) => id));
    await Promise.all([...feeds.values()].map((feed) => feed.compare(positions.get(feed.id) ?? 0)));
  };
  const poll = () => {
    for (const [slug, feed] of feeds) if (feed.isGone) feeds.delete(slug);
    if (feeds.size > 0) void watch(compareEach());
  };
  /** Those that a hint has news for; without one it may be any. */
  const concerned = (hint: Hint | null) =>
    [...feeds.values()].filter(
      ({ id, position }) => !hint || (id === hint.neighbourhood && position < hint.position)
    );
  const wake = () => {
    const found = new Set(hints.flatMap(concerned));
    const areAll = hints.includes(null);
    waking = undefined;
    hints = [];
    if (found.size === 0) return;
    lastHint = performance.now();
    void watch(areAll && found.size > fewNeighbourhoods ? compareEach() : readThose([...found]));
  };
  const note = (hint: Hint | null) => {
    if (isClosed || concerned(hint).length === 0) return;
    hints.push(hint);
    const wait = lastHint + coalesceMilliseconds - performance.now();
    waking ??= setTimeout(wake, Math.max(wait, settleMilliseconds));
  };

  const start = () => {
    if (stopListening || isClosed) return;
    stopListening = source.listen(note);
    // Polling goes on without it, so a database that cannot notify is only slower.
    stopListening.catch(() => {
      stopListening = undefined;
      report(true);
    });
    if (timers.length > 0) return;
    timers = [
      setInterval(() => {
        start();
        poll();
      }, pollMilliseconds),
      setInterval(() => feeds.forEach((feed) => feed.beat(beatBytes)), beatMilliseconds)
    ];
    for (const timer of timers) timer.unref();
  };

  const openFeed = async (slug: string): Promise<NeighbourhoodFeed | null> => {
    start();
    const snapshot = await source.readSnapshot(slug);
    if (!snapshot) return null;
    const feed = new NeighbourhoodFeed(snapshot, { source, coalesceMilliseconds });
    if (isClosed) throw closing();
    feeds.set(slug, feed);
    // What was notified while the snapshot was read found nobody to tell.
    void watch(feed.readLog());
    return feed;
  };

  return {
    open: async (slug) => {
      if (isClosed) throw closing();
      if (!isSlug(slug)) return null;
      const known = feeds.get(slug);
      if (known && !known.isGone) return known;
      // A room full of people opens the page at once: the snapshot is read once.
      const pending = opening.get(slug) ?? openFeed(slug).finally(() => opening.delete(slug));
      opening.set(slug, pending);
      return pending;
    },
    noteWrite: () => {
      for (const feed of feeds.values()) feed.expectChange();
      note(null);
    },
    close: async () => {
      if (isClosed) return;
      isClosed = true;
      clearTimeout(waking);
      for (const timer of timers) clearInterval(timer);
      for (const feed of feeds.values()) feed.close();
      const stop = await stopListening?.catch(() => undefined);
      await stop?.().catch(() => undefined);
    }
  };
}

function closing(): RefusalError {
  return new RefusalError({ status: 503, code: 'closing', field: null });
}
