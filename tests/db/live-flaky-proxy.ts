import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What happens to a request on a bad line. */
type Fate = 'lost' | 'answer lost' | 'delivered';

export interface FlakyProxy {
  readonly url: string;
  /** How often each thing happened. */
  readonly fates: Record<Fate, number>;
  close(): Promise<void>;
}

/**
 * A line that loses requests before they arrive and answers after they were given, by a fixed sequence, and delivers
 * the fourth try of the same request at the latest.
 * @param target address of the server behind it
 */
export async function startFlakyProxy(target: string, seed: number): Promise<FlakyProxy> {
  const fates: Record<Fate, number> = { lost: 0, 'answer lost': 0, delivered: 0 };
  const tries = new Map<string, number>();
  let state = seed;
  const fateOf = (key: string): Fate => {
    const count = (tries.get(key) ?? 0) + 1;
    tries.set(key, count);
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const part = state / 2 ** 32;
    if (count > 3 || part > 0.75) return 'delivered';
    return part > 0.35 ? 'answer lost' : 'lost';
  };

  const server: Server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const fate = fateOf(String(incoming.headers['idempotency-key']));
      fates[fate] += 1;
      if (fate === 'lost') return outgoing.destroy();
      const { host: _host, ...headers } = incoming.headers;
      const forwarded = request(
        `${target}${incoming.url}`,
        { method: incoming.method, headers },
        (answer) => {
          if (fate === 'delivered') {
            outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
            return answer.pipe(outgoing);
          }
          answer.resume();
          answer.on('end', () => outgoing.destroy());
        }
      );
      forwarded.on('error', () => outgoing.destroy());
      forwarded.end(Buffer.concat(chunks));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    fates,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
