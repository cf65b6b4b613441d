import postgres from 'postgres';
import { createPostgresConnection } from '@supabase/lite/postgres';
import { createLiteBackend } from './lite-backend.ts';
import type { MigrationTarget } from './migration-target.ts';
import { listenForGood } from './postgres-listening.ts';
import { openSession, readArrayTypes, type SessionEvents, type SessionOptions } from './postgres-session.ts';
import { prepareDatabase, type Preparation } from './prepare.ts';
import { createSessionPool, type SessionPool } from './session-pool.ts';
import { isStartError, reasonOf, StartError } from './start-error.ts';
import type { Backend, SendMail } from './types.ts';

/** Any number, the same in every process: who holds it migrates. */
const migrationLock = '7264152026112201';

export interface PostgresOptions extends Preparation {
  databaseUrl: string;
  secret: string;
  poolSize: number;
  sendMail: SendMail;
}

function targetOf(connection: postgres.Sql): MigrationTarget {
  return {
    run: async (sql) => {
      await connection.unsafe(sql).simple();
    },
    query: async <Row extends object>(sql: string, parameters: (string | null)[] = []) =>
      (await connection.unsafe<Row[]>(sql, parameters)) as Row[]
  };
}

/** A health question must be answered before the one who asks gives up. */
const checkMilliseconds = 3_000;

async function within(milliseconds: number, work: PromiseLike<unknown>): Promise<void> {
  const late = AbortSignal.timeout(milliseconds);
  await Promise.race([
    work,
    new Promise((_, reject) =>
      late.addEventListener('abort', () => reject(new Error(`no answer within ${milliseconds} ms`)))
    )
  ]);
}

async function ask(sessions: SessionPool): Promise<void> {
  const session = await sessions.reserve();
  try {
    await session.unsafe('select 1');
  } finally {
    session.release();
  }
}

/** Where a database is, without its login. */
function addressOf(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'DATABASE_URL';
  const { host, pathname } = new URL(databaseUrl);
  return `${host}${pathname}`;
}

/**
 * Connects to a PostgreSQL with PostGIS; one process migrates, the others wait for it.
 * @throws StartError with one sentence when it cannot be reached or must not be served
 */
export async function openPostgres(options: PostgresOptions): Promise<Backend> {
  const { databaseUrl, progress } = options;
  const quietOptions: postgres.Options<Record<string, never>> = {
    onnotice() {},
    connect_timeout: 10,
    connection: { application_name: 'samenspel', search_path: '"$user", public, extensions' }
  };
  const connection = createPostgresConnection({
    url: databaseUrl,
    postgresOptions: { ...quietOptions, max: options.poolSize }
  });
  const sessionOptions = connection.driver.options as SessionOptions;
  const openOne = (events: SessionEvents) => openSession(sessionOptions, events);
  const sessions = createSessionPool({ open: openOne, size: options.poolSize });
  const listening = new Set<() => Promise<void>>();
  // Every statement of the lite implementation goes over a reserved connection: this is where it gets ours.
  Object.assign(connection.driver, { reserve: sessions.reserve });
  // A session of its own: the advisory lock belongs to a session, and a pool hands out any.
  const migrator = postgres(databaseUrl, { ...quietOptions, max: 1, idle_timeout: 0 });
  let closing: Promise<void> | undefined;
  const closeAll = async () => {
    await Promise.all([...[...listening].map((end) => end()), sessions.end()]);
    await connection.driver.end({ timeout: 0 });
  };
  const backend = createLiteBackend({
    kind: 'postgres',
    connection,
    secret: options.secret,
    sendMail: options.sendMail,
    listen: async (channel, onHint) => {
      const end = await listenForGood(openOne, channel, onHint);
      listening.add(end);
      return async () => {
        listening.delete(end);
        await end();
      };
    },
    check: () => within(checkMilliseconds, ask(sessions)),
    close: () => (closing ??= closeAll())
  });
  try {
    progress(`Connecting to the database at ${addressOf(databaseUrl)}.`);
    await readArrayTypes(sessionOptions);
    const target = targetOf(migrator);
    const [first] = await target.query<{ taken: boolean }>(
      `select pg_try_advisory_lock($1::bigint) as taken`,
      [migrationLock]
    );
    if (!first?.taken) {
      progress('Waiting for another process that is preparing the database.');
      await target.query(`select pg_advisory_lock($1::bigint)`, [migrationLock]);
    }
    await prepareDatabase(target, backend, options);
    return backend;
  } catch (error) {
    await backend.close();
    if (isStartError(error)) throw error;
    throw new StartError(
      `The database at ${addressOf(databaseUrl)} cannot be used (${reasonOf(error)}): look at DATABASE_URL.`
    );
  } finally {
    await migrator.end({ timeout: 2 });
  }
}
