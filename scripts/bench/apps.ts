// The built app on a database of its own, and the demo wijk in it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { readMigrations, readSeeds } from '../../src/lib/server/backends/migration-files.ts';
import { openPostgres } from '../../src/lib/server/backends/postgres.ts';
import { findPostgres, startPostgres } from '../../tests/support/postgres.ts';
import { startApp, type RunningApp } from '../../tests/support/start-app.ts';
import { templateFolder, testSecret } from '../../tests/support/template.ts';
import type { Measuring } from './section.ts';

export const wijk = 'otterlo';

/** Everything comes from one address here; the limits have tests of their own. */
const withoutLimits = { SAMENSPEL_RATE_LIMITS: 'off', HOST: '127.0.0.1' };

/** A database that an app can be started on, more than once. */
export interface BenchDatabase {
  readonly kind: 'embedded' | 'postgres';
  /** Starts the app on it; it is stopped at the end of the section at the latest. */
  start(): Promise<RunningApp>;
}

/** An empty folder that goes at the end of the section. */
export function temporaryFolder({ later }: Measuring): string {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-bench-'));
  later(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function startUntilEnd(
  { later }: Measuring,
  options: { dataFolder?: string; environment?: Record<string, string> }
): Promise<RunningApp> {
  const app = await startApp({ ...options, environment: { ...withoutLimits, ...options.environment } });
  later(() => app.stop());
  return app;
}

/** The app on this data folder, which may be empty. */
export function onFolder(measuring: Measuring, dataFolder: string): BenchDatabase {
  return { kind: 'embedded', start: () => startUntilEnd(measuring, { dataFolder }) };
}

/** A copy of the demo, in a folder of its own. */
export async function demoFolder(measuring: Measuring): Promise<string> {
  const folder = temporaryFolder(measuring);
  cpSync(await templateFolder('demo', (sentence) => measuring.say(sentence)), folder, { recursive: true });
  return folder;
}

/**
 * A database with PostGIS on a PostgreSQL of our own, as empty as the app may find it.
 * @throws Error where there is no PostgreSQL with PostGIS
 */
export async function emptyPostgres(
  measuring: Measuring
): Promise<BenchDatabase & { readonly databaseUrl: string; readonly superuserUrl: string }> {
  const binaries = findPostgres();
  if (!binaries)
    throw new Error(
      'There is no PostgreSQL with PostGIS on this machine; "npm test" installs it where it may.'
    );
  const server = await startPostgres(binaries);
  measuring.later(() => server.stop());
  const databaseUrl = await server.createDatabase('bench');
  const environment = { DATABASE_URL: databaseUrl };
  return {
    kind: 'postgres',
    databaseUrl,
    superuserUrl: server.superuserUrl.replace(/\/postgres$/, '/bench'),
    start: () => startUntilEnd(measuring, { environment })
  };
}

/** The demo wijk on both databases; on PostgreSQL it is no demo, but its rows are the same. */
export async function demoOnEach(
  measuring: Measuring
): Promise<(BenchDatabase & { readonly databaseUrl?: string })[]> {
  const onPostgres = await emptyPostgres(measuring);
  const backend = await openPostgres({
    databaseUrl: onPostgres.databaseUrl,
    secret: testSecret,
    poolSize: 1,
    migrations: readMigrations('supabase/migrations'),
    seeds: [],
    progress: () => undefined,
    sendMail: async () => undefined
  });
  await backend.close();
  // The demo tells of the past, without the triggers that would date it today: only a superuser may put them aside.
  const sql = postgres(onPostgres.superuserUrl, { max: 1, onnotice() {} });
  for (const seed of readSeeds('supabase/config.toml')) await sql.unsafe(seed.sql);
  await sql.end();
  return [onFolder(measuring, await demoFolder(measuring)), onPostgres];
}
