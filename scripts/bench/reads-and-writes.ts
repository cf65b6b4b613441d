import { join } from 'node:path';
import { Visitor } from '../../tests/db/live-visitor.ts';
import type { RunningApp } from '../../tests/support/start-app.ts';
import { ownProgram, run } from '../terminal.ts';
import { demoOnEach, temporaryFolder, wijk } from './apps.ts';
import { loadOf, type Load } from './load.ts';
import { spotsOf } from './pins.ts';
import type { Measuring, Section } from './section.ts';

/** What of autocannon's report is looked at. */
interface Cannonade {
  requests: { average: number };
  latency: { p97_5: number };
  errors: number;
  timeouts: number;
  '4xx': number;
  '5xx': number;
  '3xx': number;
}

/** @throws Error when an answer was anything but good, or not the 304 that was waited for */
async function askOften(
  { sizes }: Measuring,
  url: string,
  headers: Record<string, string> = {}
): Promise<Cannonade> {
  const { code, output, standardOutput } = await run(ownProgram('autocannon'), [
    '--json',
    ...['-c', String(sizes.connections), '-d', String(sizes.loadSeconds)],
    ...Object.entries({ 'accept-encoding': 'br', ...headers }).flatMap(([name, value]) => [
      '-H',
      `${name}=${value}`
    ]),
    url
  ]);
  if (code !== 0) throw new Error(`autocannon failed: ${output}`);
  const report = JSON.parse(standardOutput) as Cannonade;
  const bad = report.errors + report.timeouts + report['4xx'] + report['5xx'];
  if (bad > 0) throw new Error(`${bad} requests of ${url} went wrong.`);
  return report;
}

async function measureReads(measuring: Measuring, { address }: RunningApp): Promise<void> {
  const snapshot = `${address}/api/v1/snapshot?wijk=${wijk}`;
  const etag = (await fetch(snapshot)).headers.get('etag') ?? '';
  const asked: [name: string, url: string, headers?: Record<string, string>][] = [
    ['snapshot', snapshot],
    ['snapshot that the reader has already', snapshot, { 'if-none-match': etag }],
    ["the wijk's page", `${address}/${wijk}`]
  ];
  for (const [name, url, headers] of asked) {
    const { requests, latency } = await askOften(measuring, url, headers);
    const note = `97.5 % within ${Math.round(latency.p97_5)} ms`;
    measuring.add({ name: `${name}, requests`, value: requests.average, unit: '/s', note });
  }
}

/** Ideas through the JSON API, each writer a participant of their own. */
function writeIdeas({ sizes }: Measuring, address: string, spots: readonly object[]): Promise<Load> {
  return loadOf(sizes.connections, sizes.loadSeconds, async (connection) => {
    const who = new Visitor();
    let count = connection;
    return async () => {
      const body = { wijk, title: 'Een bankje', location: spots[count++ % spots.length] };
      const { status } = await who.send(`${address}/api/v1/ideas`, { body });
      if (status !== 201) throw new Error(`An idea was answered with ${status}.`);
    };
  });
}

async function bareInserts({ sizes }: Measuring, database: string): Promise<Load> {
  const parameters = [database, String(sizes.connections), String(sizes.loadSeconds)];
  const { code, output, standardOutput } = await run(process.execPath, [
    'scripts/bench/bare-inserts.ts',
    ...parameters
  ]);
  if (code !== 0) throw new Error(`The bare inserts failed: ${output}`);
  return JSON.parse(standardOutput) as Load;
}

/** How often the app can be read and written, and how that compares to what its database can do by itself. */
export const readsAndWrites: Section = {
  name: 'reads-and-writes',
  title: 'Reads and writes',
  measure: async (measuring) => {
    const { add, sizes } = measuring;
    for (const { kind, start, databaseUrl } of await demoOnEach(measuring)) {
      const app = await start();
      if (kind === 'embedded') await measureReads(measuring, app);
      const ideas = await writeIdeas(measuring, app.address, await spotsOf(app.address));
      await app.stop();
      const bare = await bareInserts(measuring, databaseUrl ?? join(temporaryFolder(measuring), 'pg'));
      const note = `${sizes.connections} at a time; p50 ${Math.round(ideas.p50)} ms, p95 ${Math.round(ideas.p95)} ms`;
      add({ name: `ideas written, ${kind}`, value: ideas.perSecond, unit: '/s', note });
      add({ name: `bare inserts, ${kind}`, value: bare.perSecond, unit: '/s' });
      add({
        name: `bare inserts for one idea, ${kind}`,
        value: bare.perSecond / ideas.perSecond,
        unit: 'times'
      });
    }
  }
};
