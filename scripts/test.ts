// npm test: everything, on a machine where nothing was installed before. The last line is the totals alone.
import { mkdirSync, rmSync } from 'node:fs';
import { reasonOf } from '../src/lib/server/backends/start-error.ts';
import { templateFolder } from '../tests/support/template.ts';
import { buildAppWhenNeeded } from './build-app.ts';
import { formatCheck, lintCheck, prepareChecks, typesCheck, type Check } from './checks.ts';
import { ownProgram, run, say, secondsSince } from './terminal.ts';
import { provideBrowser, providePostgres } from './test-machine.ts';
import { none, playwrightTotals, sum, totalsLine, vitestTotals, type Totals } from './test-report.ts';

/** A runner that hangs is ended, and counts as failed, well before somebody gives up on the whole. */
const longestRunMilliseconds = 1_200_000;
const started = performance.now();
const all: Totals[] = [];

/** Adds the outcome of a part, says it, and shows everything that a failing part said. */
async function part(name: string, work: () => Promise<{ totals: Totals; output: string }>): Promise<Totals> {
  const since = performance.now();
  let outcome: { totals: Totals; output: string };
  try {
    outcome = await work();
  } catch (error) {
    outcome = { totals: { ...none, failed: 1 }, output: `${reasonOf(error)}\n` };
  }
  all.push(outcome.totals);
  if (outcome.totals.failed > 0) say(`\n===== ${name}: what failed =====\n${outcome.output}`);
  say(`${name}: ${totalsLine(outcome.totals)} (${secondsSince(since)} s)`);
  return outcome.totals;
}

const checkPart = (check: Check) =>
  part(check.name, async () => {
    const { code, output } = await check.run();
    return { totals: code === 0 ? { ...none, passed: 1 } : { ...none, failed: 1 }, output };
  });

const vitestPart = (name: string, project: string) =>
  part(name, async () => {
    const report = `test-results/${project}.json`;
    const { code, output } = await run(
      ownProgram('vitest'),
      ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { tickSeconds: 30, label: name, timeout: longestRunMilliseconds }
    );
    return { totals: vitestTotals(report, code), output };
  });

// The tests bring their own databases and addresses: what the tester's shell says of them must not reach anything.
for (const name of Object.keys(process.env))
  if (/^(SAMENSPEL_|SUPABASE_|DATABASE_|SMTP_)|^(ORIGIN|HOST|PORT|TRUST_PROXY)$/.test(name))
    delete process.env[name];

rmSync('test-results', { recursive: true, force: true });
mkdirSync('test-results', { recursive: true });
try {
  await prepareChecks();
} catch (error) {
  say(reasonOf(error));
  say(totalsLine({ ...none, failed: 1 }));
  process.exit(1);
}
const hasBrowser = await provideBrowser();
await providePostgres();

// Two lanes, for the two processors of a small machine.
await Promise.all([
  checkPart(formatCheck).then(() => checkPart(lintCheck)),
  checkPart(typesCheck).then(() => vitestPart('unit', 'unit'))
]);
await vitestPart('database', 'db');
const build = await part('build', async () => {
  await buildAppWhenNeeded();
  return { totals: { ...none, passed: 1 }, output: '' };
});
await part('end to end', async () => {
  if (build.failed > 0) throw new Error('The app was not built, so it was not tried.');
  if (!hasBrowser) throw new Error('There is no browser to try the app with.');
  await templateFolder('demo', say);
  const { code, output } = await run(ownProgram('playwright'), ['test'], {
    tickSeconds: 30,
    label: 'end to end',
    timeout: longestRunMilliseconds
  });
  return { totals: playwrightTotals('test-results/e2e.json', code), output };
});

const totals = sum(all);
say(`\nAll of it took ${secondsSince(started)} s.`);
say(totalsLine(totals));
process.exitCode = totals.failed === 0 ? 0 : 1;
