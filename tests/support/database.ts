import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { openEmbedded } from '../../src/lib/server/backends/embedded.ts';
import { readMigrations } from '../../src/lib/server/backends/migration-files.ts';
import { openPostgres } from '../../src/lib/server/backends/postgres.ts';
import type { Backend, DataClient } from '../../src/lib/server/backends/types.ts';
import { postgresTemplate } from './database-setup.ts';
import { copyDatabase, dropDatabase } from './postgres.ts';
import { copyTemplate, testSecret, type TemplateKind } from './template.ts';

/** A database of its own for one test file, with the migrations of the project. */
export interface TestDatabase {
  readonly kind: 'embedded' | 'postgres';
  readonly backend: Backend;
  /** Acts as the participant with this uuid, whether a row of theirs exists or not. */
  asPerson(participantId: string): Promise<DataClient>;
  /** Acts as a visitor. */
  asAnon(): DataClient;
  /** Acts as the system: row-level security does not hold it. */
  system(): DataClient;
  /** Runs SQL as the owner of the tables, to arrange or to look; parameters are $1, $2, … */
  sql<Row extends object = Record<string, unknown>>(
    text: string,
    parameters?: (string | null)[]
  ): Promise<Row[]>;
  close(): Promise<void>;
}

function handles(kind: TestDatabase['kind'], backend: Backend) {
  return {
    kind,
    backend,
    asPerson: async (participantId: string) => backend.client(await backend.mintToken(participantId)),
    asAnon: () => backend.client(null),
    system: () => backend.system()
  };
}

/** A fresh embedded database. `demo` holds the demo wijk and its people. */
export async function openEmbeddedDatabase(template: TemplateKind = 'empty'): Promise<TestDatabase> {
  const dataFolder = await copyTemplate(template);
  const backend = await openEmbedded({
    dataFolder,
    secret: testSecret,
    migrations: readMigrations('supabase/migrations'),
    seeds: [],
    progress: () => undefined,
    sendMail: async () => undefined
  });
  return {
    ...handles('embedded', backend),
    sql: (text, parameters) => backend.owner.query(text, parameters),
    close: async () => {
      await backend.close();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  };
}

/** A fresh database on the PostgreSQL of this test run; for databases tests that have `inject('postgresSuperuserUrl')`. */
export async function openPostgresDatabase(): Promise<TestDatabase & { databaseUrl: string }> {
  const superuserUrl = inject('postgresSuperuserUrl');
  if (!superuserUrl) throw new Error('There is no PostgreSQL with PostGIS here: skip this test.');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const databaseUrl = await copyDatabase(superuserUrl, postgresTemplate, name);
  const backend = await openPostgres({
    databaseUrl,
    secret: testSecret,
    poolSize: 4,
    migrations: readMigrations('supabase/migrations'),
    seeds: [],
    progress: () => undefined,
    sendMail: async () => undefined
  });
  const owner = postgres(databaseUrl, {
    max: 1,
    onnotice() {},
    connection: { search_path: '"$user", public, extensions', TimeZone: 'UTC' }
  });
  return {
    ...handles('postgres', backend),
    databaseUrl,
    sql: async <Row extends object>(text: string, parameters: (string | null)[] = []) =>
      (await owner.unsafe<Row[]>(text, parameters)) as Row[],
    close: async () => {
      await backend.close();
      await owner.end();
      await dropDatabase(superuserUrl, name);
    }
  };
}

/**
 * Describes the same tests on the embedded database and on PostgreSQL, each with a database of its own; where there is
 * no PostgreSQL those are skipped, and counted as skipped.
 * @param define gets a function that gives the open database inside a test or hook
 */
export function describeOnEachBackend(name: string, define: (database: () => TestDatabase) => void): void {
  for (const kind of ['embedded', 'postgres'] as const) {
    const isMissing = kind === 'postgres' && inject('postgresSuperuserUrl') === null;
    describe.skipIf(isMissing)(`${name} (${kind})`, () => {
      let opened: TestDatabase | undefined;
      beforeAll(async () => {
        opened = kind === 'embedded' ? await openEmbeddedDatabase() : await openPostgresDatabase();
      });
      afterAll(async () => {
        await opened?.close();
      });
      define(() => {
        if (!opened)
          throw new Error('The database is opened before the first test, not while tests are described.');
        return opened;
      });
    });
  }
}
