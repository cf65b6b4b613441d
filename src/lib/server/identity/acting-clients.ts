import type { Backend, DataClient } from '#lib/server/backends/types.ts';

/** Tokens live five minutes; one is used until a minute before its end, so that no request outlives it. */
const usedMilliseconds = 240_000;
const mostKept = 5_000;

/** Gives the client that acts as a participant. */
export type ActingClients = (participantId: string) => Promise<DataClient>;

/**
 * Mints tokens as needed and keeps them while they are fresh.
 * @param now milliseconds; a test hands in its own clock
 */
export function createActingClients(
  backend: Pick<Backend, 'client' | 'mintToken'>,
  now: () => number = Date.now
): ActingClients {
  const kept = new Map<string, { token: Promise<string>; until: number }>();
  return async (participantId) => {
    let minted = kept.get(participantId);
    if (!minted || minted.until <= now()) {
      minted = { token: backend.mintToken(participantId), until: now() + usedMilliseconds };
      kept.delete(participantId);
      kept.set(participantId, minted);
      if (kept.size > mostKept) {
        const oldest = kept.keys().next();
        if (!oldest.done) kept.delete(oldest.value);
      }
    }
    return backend.client(await minted.token);
  };
}
