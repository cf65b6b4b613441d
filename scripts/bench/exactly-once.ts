import { randomUUID } from 'node:crypto';
import { startFlakyProxy } from '../../tests/db/live-flaky-proxy.ts';
import { Visitor } from '../../tests/db/live-visitor.ts';
import { demoOnEach, wijk, type BenchDatabase } from './apps.ts';
import { readPins, spotsOf } from './pins.ts';
import type { Measuring, Section } from './section.ts';

/** The proxy lets the fourth try through at the latest. */
const mostTries = 4;
const title = (number: number) => `Eenmaal ${number}`;

async function measureOn({ sizes, add }: Measuring, database: BenchDatabase): Promise<void> {
  const app = await database.start();
  const spots = await spotsOf(app.address);
  const proxy = await startFlakyProxy(app.address, 20261122);
  const riet = new Visitor();
  // The first one makes her a participant, on a good line.
  await riet.send(`${app.address}/api/v1/ideas`, { body: { wijk, title: 'Vooraf', location: spots[0] } });
  const submit = async (number: number) => {
    const key = randomUUID();
    // Half of them say which id they want, as the app's own pages do; the key alone must do as well.
    const id = number % 2 === 0 ? { id: randomUUID() } : {};
    const body = { ...id, wijk, title: title(number), location: spots[number % spots.length] };
    for (let attempt = 1; ; attempt += 1)
      try {
        const { status } = await riet.send(`${proxy.url}/api/v1/ideas`, {
          body,
          headers: { 'idempotency-key': key }
        });
        if (status !== 201) throw new Error(`An idea was answered with ${status}.`);
        return;
      } catch (error) {
        if (attempt === mostTries || !(error instanceof TypeError)) throw error;
      }
  };
  let next = 0;
  await Promise.all(
    Array.from({ length: sizes.connections }, async () => {
      while (next < sizes.submissions) await submit(next++);
    })
  );
  await proxy.close();
  await app.stop();
  // Another process knows only what the database kept.
  const again = await database.start();
  const { title: titles } = await readPins(again.address);
  await again.stop();
  const kept = titles.filter((text) => text.startsWith(title(0).slice(0, -1)));
  const { lost, delivered, 'answer lost': unanswered } = proxy.fates;
  add({
    name: `rows of ${sizes.submissions} ideas, ${database.kind}`,
    value: kept.length,
    unit: 'count',
    note: `${lost + delivered + unanswered} sent, ${lost} lost on the way, ${unanswered} answers lost`
  });
  if (kept.length !== sizes.submissions || new Set(kept).size !== sizes.submissions)
    throw new Error(`${sizes.submissions} ideas became ${kept.length} rows (${database.kind}).`);
}

/** Ideas that are sent again and again over a bad line stand there once. */
export const exactlyOnce: Section = {
  name: 'exactly-once',
  title: 'Ideas over a line that loses requests and answers',
  measure: async (measuring) => {
    for (const database of await demoOnEach(measuring)) await measureOn(measuring, database);
  }
};
