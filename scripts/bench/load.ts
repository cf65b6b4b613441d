import { setImmediate as nextTurn } from 'node:timers/promises';
import { percentile } from './statistics.ts';

export interface Load {
  perSecond: number;
  /** Milliseconds that half, and 95 of 100, took at most. */
  p50: number;
  p95: number;
}

/**
 * Does the same thing over and over, a number of them at a time, and counts.
 * @param make gives each of them its own thing to do; it is done once before the counting begins
 */
export async function loadOf(
  connections: number,
  seconds: number,
  make: (connection: number) => Promise<() => Promise<unknown>>
): Promise<Load> {
  const works = await Promise.all(Array.from({ length: connections }, (_, connection) => make(connection)));
  for (const work of works) await work();
  const took: number[] = [];
  const started = performance.now();
  const end = started + seconds * 1000;
  await Promise.all(
    works.map(async (work) => {
      while (performance.now() < end) {
        const since = performance.now();
        await work();
        took.push(performance.now() - since);
        // A database in this process answers without ever letting the others have their turn.
        await nextTurn();
      }
    })
  );
  const elapsed = (performance.now() - started) / 1000;
  return { perSecond: took.length / elapsed, p50: percentile(took, 0.5), p95: percentile(took, 0.95) };
}
