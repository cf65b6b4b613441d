import type { DataClient } from './types.ts';

const keptClients = 200;

/**
 * Keeps the clients of the last tokens used, because making one costs more than a small query.
 * @param make makes the client of a token; null is `anon`
 */
export function createClientCache(
  make: (token: string | null) => DataClient
): (token: string | null) => DataClient {
  const clients = new Map<string | null, DataClient>();
  return (token) => {
    const client = clients.get(token) ?? make(token);
    // Taken out and put back: a Map keeps insertion order, so the first key is the one not used for longest.
    clients.delete(token);
    clients.set(token, client);
    if (clients.size > keptClients) {
      const oldest = clients.keys().next();
      if (!oldest.done) clients.delete(oldest.value);
    }
    return client;
  };
}
