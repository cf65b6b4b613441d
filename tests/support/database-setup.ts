// Runs once before the database tests: the embedded template to copy, and a PostgreSQL where there is one.
import type { TestProject } from 'vitest/node';
import { readMigrations } from '../../src/lib/server/backends/migration-files.ts';
import { openPostgres } from '../../src/lib/server/backends/postgres.ts';
import { findPostgres, startPostgres, type TestPostgres } from './postgres.ts';
import { templateFolder, testSecret } from './template.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of a superuser of the test server; null where PostgreSQL with PostGIS cannot be had. */
    postgresSuperuserUrl: string | null;
  }
}

/** A migrated database on the test server, to copy with `create database … template`. */
export const postgresTemplate = 'samenspel_template';

let server: TestPostgres | undefined;

export async function setup(project: TestProject): Promise<void> {
  await templateFolder('bare');
  await templateFolder('empty');
  const binaries = findPostgres();
  if (!binaries) {
    project.provide('postgresSuperuserUrl', null);
    console.warn('SKIPPED: every test on PostgreSQL, because no PostgreSQL with PostGIS was found.');
    return;
  }
  server = await startPostgres(binaries);
  const databaseUrl = await server.createDatabase(postgresTemplate);
  const backend = await openPostgres({
    databaseUrl,
    secret: testSecret,
    poolSize: 2,
    migrations: readMigrations('supabase/migrations'),
    seeds: [],
    progress: () => undefined,
    sendMail: async () => undefined
  });
  await backend.close();
  project.provide('postgresSuperuserUrl', server.superuserUrl);
}

export async function teardown(): Promise<void> {
  await server?.stop();
}
