import type { SessionPerson } from '#lib/server/system/identity-store.ts';

const keptMilliseconds = 30_000;
const mostKept = 5_000;

/** Remembers who a session belongs to, so that a page of many requests asks the database once. */
export interface SessionCache {
  /** @param load asked when nothing is remembered; null is not remembered */
  read(tokenHash: string, load: () => Promise<SessionPerson | null>): Promise<SessionPerson | null>;
  forget(tokenHash: string): void;
}

/**
 * A cache of 30 seconds: a session that another process revoked ends here within that time.
 * @param now milliseconds; a test hands in its own clock
 */
export function createSessionCache(now: () => number = Date.now): SessionCache {
  const kept = new Map<string, { person: SessionPerson; until: number }>();
  return {
    read: async (tokenHash, load) => {
      const known = kept.get(tokenHash);
      if (known && known.until > now()) return known.person;
      kept.delete(tokenHash);
      const person = await load();
      if (!person) return null;
      const until = Math.min(now() + keptMilliseconds, Date.parse(person.expiresAt));
      kept.set(tokenHash, { person, until });
      if (kept.size > mostKept) {
        // A Map keeps insertion order: the first is the oldest, and an old one is looked up again at worst.
        const oldest = kept.keys().next();
        if (!oldest.done) kept.delete(oldest.value);
      }
      return person;
    },
    forget: (tokenHash) => void kept.delete(tokenHash)
  };
}
