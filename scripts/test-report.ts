// Reads the reports of the test runners, so that the totals are theirs and not read off a screen.
import { existsSync, readFileSync } from 'node:fs';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

export const none: Totals = { passed: 0, failed: 0, skipped: 0 };

export function sum(all: Totals[]): Totals {
  return all.reduce(
    (a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }),
    none
  );
}

/** `12 passed, 0 failed`, and `, 3 skipped` when some were. */
export function totalsLine({ passed, failed, skipped }: Totals): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A runner that ended badly without naming a failed test has failed all the same: an error outside every test. */
function withExitCode(totals: Totals, code: number): Totals {
  return code !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
}

/** Totals of Vitest's JSON report; a file that could not even be loaded counts as one failed test. */
export function vitestTotals(path: string, code: number): Totals {
  if (!existsSync(path)) return withExitCode(none, code || 1);
  const report = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0
  ).length;
  return withExitCode(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + report.numTodoTests
    },
    code
  );
}

interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

/** Totals of Playwright's JSON report. */
export function playwrightTotals(path: string, code: number): Totals {
  if (!existsSync(path)) return withExitCode(none, code || 1);
  const { stats } = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport;
  return withExitCode(
    { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped },
    code
  );
}
