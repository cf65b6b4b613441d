// npm run check: the fast part of the tests, for while one works.
import { formatCheck, lintCheck, prepareChecks, typesCheck, type Check } from './checks.ts';
import { ownProgram, run, say, secondsSince } from './terminal.ts';

const unitCheck: Check = {
  name: 'unit tests',
  run: () => run(ownProgram('vitest'), ['run', '--project', 'unit', '--reporter=dot'])
};

const started = performance.now();
await prepareChecks();
let failed = 0;

async function lane(checks: Check[]): Promise<void> {
  for (const check of checks) {
    const since = performance.now();
    const { code, output } = await check.run();
    say(`${check.name}: ${code === 0 ? 'good' : 'FAILED'} (${secondsSince(since)} s)`);
    if (code === 0) continue;
    failed++;
    say(output);
  }
}

// Two lanes, for the two processors of a small machine.
await Promise.all([lane([formatCheck, lintCheck]), lane([typesCheck, unitCheck])]);
say(failed === 0 ? `All good after ${secondsSince(started)} s.` : `${failed} of 4 checks failed.`);
process.exitCode = failed === 0 ? 0 : 1;
