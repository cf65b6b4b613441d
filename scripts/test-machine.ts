// Finds, or installs, what the tests need of the machine: a browser, and PostgreSQL with PostGIS.
import { findBrowser } from '../tests/support/find-browser.ts';
import { findPostgres } from '../tests/support/postgres.ts';
import { ownProgram, run, say } from './terminal.ts';

/** A download that does not come is given up after this, and the next way is tried. */
const downloadMilliseconds = 180_000;
let isPackageListFresh = false;

function mayInstall(): boolean {
  return process.getuid?.() === 0;
}

/** Installs packages of the system; false where that is not possible. */
async function install(packages: string[]): Promise<boolean> {
  if (!mayInstall()) return false;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  if (!isPackageListFresh) {
    await run('apt-get', ['update'], {
      env,
      tickSeconds: 10,
      label: 'apt-get update',
      timeout: downloadMilliseconds
    });
    isPackageListFresh = true;
  }
  say(`Installing ${packages.join(' and ')} with apt-get.`);
  const { code } = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
    env,
    tickSeconds: 10,
    label: 'apt-get install',
    timeout: 2 * downloadMilliseconds
  });
  return code === 0;
}

/** Sees to a browser and says which it is; false when there is none to be had. */
export async function provideBrowser(): Promise<boolean> {
  let found = await findBrowser();
  if (!found) {
    say('No browser here: trying the download of Playwright.');
    await run(ownProgram('playwright'), ['install', 'chromium'], {
      tickSeconds: 10,
      label: 'download',
      timeout: downloadMilliseconds
    });
    found = await findBrowser();
  }
  if (!found && (await install(['chromium']))) found = await findBrowser();
  say(
    found
      ? `Browser: ${found.path} (of ${found.from}).`
      : 'No browser could be had: set CHROMIUM to the path of one.'
  );
  return found !== null;
}

/** The newest package of PostGIS for PostgreSQL that the system offers. */
async function postgisPackage(): Promise<string | undefined> {
  const { standardOutput } = await run('apt-cache', [
    'search',
    '--names-only',
    '^postgresql-[0-9]+-postgis-3$'
  ]);
  return standardOutput
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((name) => name !== '')
    .sort((a, b) => Number(/\d+/.exec(a)?.[0]) - Number(/\d+/.exec(b)?.[0]))
    .at(-1);
}

/** Sees to PostgreSQL with PostGIS and says which it is; false when there is none to be had. */
export async function providePostgres(): Promise<boolean> {
  if (!findPostgres() && mayInstall()) {
    // The first question brings the list of packages, without which PostGIS has no name.
    if (!(await postgisPackage())) await install(['postgresql']);
    const postgis = await postgisPackage();
    if (postgis) await install(['postgresql', postgis]);
  }
  const binaries = findPostgres();
  say(
    binaries
      ? `PostgreSQL with PostGIS: ${binaries}.`
      : 'SKIPPED: the tests on PostgreSQL. No PostgreSQL with PostGIS was found, and it could not be installed.'
  );
  return binaries !== null;
}
