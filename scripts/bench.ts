// npm run bench: measures the built app, prints a table and writes JSON; see docs/performance.md.
// npm run bench -- first-view start-up: these sections only. --quick: tiny sizes, to try the benchmark itself.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../src/lib/server/backends/start-error.ts';
import { buildAppWhenNeeded } from './build-app.ts';
import { exactlyOnce } from './bench/exactly-once.ts';
import { firstView } from './bench/first-view.ts';
import { machine } from './bench/machine.ts';
import { pinToScreen } from './bench/pin-to-screen.ts';
import { readsAndWrites } from './bench/reads-and-writes.ts';
import { tableOf } from './bench/report.ts';
import type { Row, Section, SectionResult } from './bench/section.ts';
import { fullSizes, quickSizes, type Sizes } from './bench/sizes.ts';
import { startUp } from './bench/start-up.ts';
import { usableMap } from './bench/usable-map.ts';
import { say } from './terminal.ts';

const sections: readonly Section[] = [
  firstView,
  usableMap,
  readsAndWrites,
  pinToScreen,
  exactlyOnce,
  startUp
];
const resultsFolder = 'bench-results';

/** Measures one section, gives back what it took, and reports a failure as what it is. */
async function measure(section: Section, sizes: Sizes): Promise<SectionResult> {
  const started = performance.now();
  const rows: Row[] = [];
  const undoings: (() => unknown)[] = [];
  let failure: string | null = null;
  say(`\n${section.title}`);
  try {
    await section.measure({
      sizes,
      add: (row) => rows.push(row),
      say: (sentence) => say(`  ${sentence}`),
      later: (undo) => undoings.push(undo)
    });
  } catch (error) {
    failure = reasonOf(error);
    say(`  FAILED: ${failure}`);
  }
  for (const undo of undoings.reverse())
    try {
      await undo();
    } catch (error) {
      failure ??= reasonOf(error);
    }
  const seconds = (performance.now() - started) / 1000;
  return { name: section.name, title: section.title, seconds, rows, failure };
}

const parameters = process.argv.slice(2);
const isQuick = parameters.includes('--quick');
const names = parameters.filter((parameter) => parameter !== '--quick');
const unknown = names.find((name) => sections.every((section) => section.name !== name));
if (unknown !== undefined) {
  say(`There is no section "${unknown}": choose from ${sections.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

// The benchmark brings its own databases and addresses: what the shell says of them must not reach anything.
for (const name of Object.keys(process.env))
  if (/^(SAMENSPEL_|SUPABASE_|DATABASE_|SMTP_)|^(ORIGIN|HOST|PORT|TRUST_PROXY)$/.test(name))
    delete process.env[name];

try {
  await buildAppWhenNeeded();
} catch (error) {
  say(reasonOf(error));
  process.exit(1);
}
const sizes = isQuick ? quickSizes : fullSizes;
const startedAt = new Date().toISOString();
const measuredOn = machine();
say(
  `${measuredOn.cores} cores, ${measuredOn.memoryGigabytes} GB, load ${measuredOn.load.toFixed(1)} before it began.`
);
const results: SectionResult[] = [];
for (const section of sections)
  if (names.length === 0 || names.includes(section.name)) results.push(await measure(section, sizes));

say(`\n${tableOf(results)}\n`);
if (isQuick) say('These figures are of tiny sizes (--quick) and mean nothing.');
mkdirSync(resultsFolder, { recursive: true });
const path = join(resultsFolder, `${startedAt.replaceAll(':', '-').slice(0, 19)}.json`);
writeFileSync(
  path,
  JSON.stringify({ startedAt, isQuick, machine: measuredOn, sizes, results }, null, 2) + '\n'
);
say(`Written to ${path}.`);
const failed = results.filter(({ failure }) => failure !== null);
if (failed.length > 0) say(`Failed: ${failed.map(({ name }) => name).join(', ')}.`);
process.exitCode = failed.length === 0 ? 0 : 1;
