import type { Rows, Session, SessionEvents } from './postgres-session.ts';

/** A session for one caller alone. */
export interface ReservedSession {
  unsafe(statement: string, parameters?: unknown[]): Promise<Rows>;
  /** Gives it back. Safe to call twice. */
  release(): void;
}

export interface SessionPool {
  /** Waits for its turn when all are in use. @throws Error when the pool was closed */
  reserve(): Promise<ReservedSession>;
  /** Ends every session and refuses who waits. Safe to call twice. */
  end(): Promise<void>;
}

export interface SessionPoolOptions {
  open(events: SessionEvents): Session;
  /** As many sessions at most. */
  size: number;
  /** A session is replaced after this, so that a server behind a balancer is left in the end; an hour unless told. */
  oldestMilliseconds?: number;
}

interface Kept {
  readonly session: Session;
  readonly until: number;
}

/** Sessions for one caller at a time; one that was lost makes room for a new one. */
export function createSessionPool({
  open,
  size,
  oldestMilliseconds = 3_600_000
}: SessionPoolOptions): SessionPool {
  const all = new Set<Kept>();
  const idle: Kept[] = [];
  const waiting: { resolve: (kept: Kept) => void; reject: (reason: Error) => void }[] = [];
  let ending: Promise<unknown> | undefined;

  const openOne = (): Kept => {
    const kept: Kept = {
      session: open({ onLost: () => forget(kept) }),
      until: performance.now() + oldestMilliseconds
    };
    all.add(kept);
    return kept;
  };
  const forget = (kept: Kept) => {
    if (!all.delete(kept)) return;
    const place = idle.indexOf(kept);
    if (place >= 0) idle.splice(place, 1);
    if (!ending && waiting.length > 0) waiting.shift()?.resolve(openOne());
  };
  const giveBack = (kept: Kept) => {
    if (kept.session.isLost || ending) return;
    if (kept.until < performance.now()) {
      forget(kept);
      void kept.session.end();
      return;
    }
    const next = waiting.shift();
    if (next) next.resolve(kept);
    else idle.push(kept);
  };
  const closed = () => new Error('CONNECTION_ENDED: the connections to the database were closed');

  return {
    reserve: async () => {
      if (ending) throw closed();
      // The one used last first: its connection is the least likely to have been dropped on the way.
      const kept =
        idle.pop() ??
        (all.size < size
          ? openOne()
          : await new Promise<Kept>((resolve, reject) => waiting.push({ resolve, reject })));
      let isReleased = false;
      return {
        unsafe: (statement, parameters) => kept.session.unsafe(statement, parameters),
        release: () => {
          if (isReleased) return;
          isReleased = true;
          giveBack(kept);
        }
      };
    },
    end: async () => {
      const sessions = [...all].map(({ session }) => session.end());
      ending ??= Promise.all(sessions);
      for (const { reject } of waiting.splice(0)) reject(closed());
      await ending;
    }
  };
}
