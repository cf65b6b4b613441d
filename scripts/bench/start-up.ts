import type { RunningApp } from '../../tests/support/start-app.ts';
import { emptyPostgres, onFolder, temporaryFolder, wijk, type BenchDatabase } from './apps.ts';
import { memoryOf } from './machine.ts';
import type { Measuring, Section } from './section.ts';
import { median } from './statistics.ts';

/** Starts the app, and stops it after `look`. Seconds from the command to the sentence that it is ready. */
async function secondsToStart(
  database: BenchDatabase,
  look: (app: RunningApp) => Promise<void> = async () => undefined
): Promise<number> {
  const started = performance.now();
  const app = await database.start();
  const seconds = (performance.now() - started) / 1000;
  await look(app);
  await app.stop();
  return seconds;
}

async function measureOn(
  { add, sizes }: Measuring,
  name: string,
  makeDatabase: () => Promise<BenchDatabase>,
  target: { atMost: number } | undefined
): Promise<void> {
  const [first, second, memory]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < sizes.starts; round += 1) {
    const database = await makeDatabase();
    first.push(await secondsToStart(database));
    second.push(
      await secondsToStart(database, async ({ address, process }) => {
        // There is no wijk on a fresh PostgreSQL, and its start page is a page as well.
        await (await fetch(name === 'embedded' ? `${address}/${wijk}` : address)).text();
        memory.push(memoryOf(process.child.pid));
      })
    );
  }
  add({ name: `first start, ${name}`, value: median(first), unit: 's' });
  add({ name: `second start, ${name}`, value: median(second), unit: 's', ...(target ? { target } : {}) });
  add({ name: `memory after a page, ${name}`, value: median(memory), unit: 'MB' });
}

/** How long the app takes to be ready, and the memory it then has. */
export const startUp: Section = {
  name: 'start-up',
  title: 'Start',
  measure: async (measuring) => {
    await measureOn(measuring, 'embedded', async () => onFolder(measuring, temporaryFolder(measuring)), {
      atMost: 5
    });
    await measureOn(measuring, 'PostgreSQL', () => emptyPostgres(measuring), undefined);
  }
};
