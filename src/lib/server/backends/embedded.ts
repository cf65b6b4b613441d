import { accessSync, constants, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { postgis } from '@electric-sql/pglite-postgis';
import { createPgliteConnection, type PgliteConnection } from '@supabase/lite/pglite';
import { createLiteBackend } from './lite-backend.ts';
import { FolderInUseError, lockFolder, type FolderLock } from './lock.ts';
import type { MigrationTarget } from './migration-target.ts';
import { prepareDatabase, type Preparation } from './prepare.ts';
import { readOrMakeSecret } from './secret.ts';
import { separateRequests } from './separate-requests.ts';
import { reasonOf, StartError } from './start-error.ts';
import type { Backend, SendMail } from './types.ts';

/** The major version of the PostgreSQL inside @electric-sql/pglite 0.4; a folder of another one cannot be opened. */
const postgresVersion = '17';

export interface EmbeddedOptions extends Preparation {
  /** Absolute path; made when it is not there. */
  dataFolder: string;
  /** null: kept in the data folder. */
  secret: string | null;
  sendMail: SendMail;
}

export interface EmbeddedBackend extends Backend {
  readonly kind: 'embedded';
  /** The installation's secret, for whoever derives keys from it. */
  readonly secret: string;
  /** The owner's connection, for migrations, types and tests: row-level security does not hold it. */
  readonly owner: MigrationTarget;
}

function makeDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be written (${reasonOf(error)}): choose another with SAMENSPEL_DATA.`
    );
  }
}

async function takeLock(folder: string): Promise<FolderLock> {
  try {
    return await lockFolder(folder);
  } catch (error) {
    throw new StartError(
      error instanceof FolderInUseError
        ? `Another process has the data folder ${folder} open: stop that one first, or choose another folder with SAMENSPEL_DATA.`
        : `The data folder ${folder} cannot be written (${reasonOf(error)}): choose another with SAMENSPEL_DATA.`
    );
  }
}

function refuseOtherPostgres(databaseFolder: string): void {
  const versionFile = join(databaseFolder, 'PG_VERSION');
  if (!existsSync(versionFile)) return;
  const found = readFileSync(versionFile, 'utf8').trim();
  if (found === postgresVersion) return;
  throw new StartError(
    Number(found) > Number(postgresVersion)
      ? `The data folder is from a newer version of Samenspel (its database is PostgreSQL ${found}, this one has ${postgresVersion}): start that version, or choose another folder with SAMENSPEL_DATA.`
      : `The data folder is from PostgreSQL ${found} and this version of Samenspel has ${postgresVersion}: choose another folder with SAMENSPEL_DATA.`
  );
}

function targetOf(connection: PgliteConnection): MigrationTarget {
  return {
    // The connection's own exec replaces PostgreSQL's message by "Failed to execute query".
    run: async (sql) => {
      await connection.driver.exec(sql);
    },
    query: async <Row extends object>(sql: string, parameters: (string | null)[] = []) =>
      (await connection.driver.query<Row>(sql, parameters)).rows
  };
}

/**
 * Opens the database in a data folder: takes its lock, starts PostgreSQL in this process, migrates, seeds and tests.
 * @throws StartError with one sentence when the folder cannot or must not be opened
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<EmbeddedBackend> {
  const { dataFolder, progress } = options;
  makeDataFolder(dataFolder);
  const lock = await takeLock(dataFolder);
  let connection: PgliteConnection | undefined;
  try {
    const databaseFolder = join(dataFolder, 'pg');
    refuseOtherPostgres(databaseFolder);
    const secret = options.secret ?? readOrMakeSecret(dataFolder);
    progress(
      existsSync(join(databaseFolder, 'PG_VERSION'))
        ? `Opening the database in ${dataFolder}.`
        : `Making a database in ${dataFolder}; the first time this takes 10 to 20 seconds.`
    );
    const opened = await createPgliteConnection({
      url: databaseFolder,
      pgliteOptions: { extensions: { postgis, btree_gist, pg_trgm } }
    });
    connection = opened;
    await opened.driver.waitReady;
    const target = targetOf(opened);
    let closing: Promise<void> | undefined;
    const backend = createLiteBackend({
      kind: 'embedded',
      connection: opened,
      secret,
      sendMail: options.sendMail,
      inRequest: separateRequests(opened.driver),
      listen: async (channel, onHint) => {
        const stop = await opened.driver.listen(channel, (payload) => onHint(payload));
        return () => stop();
      },
      check: async () => {
        await opened.driver.query('select 1');
      },
      close: () => (closing ??= opened.close().finally(() => lock.release()))
    });
    // As Supabase's own connections have it. This session lives on, so what a migration or a seed sets in it (triggers
    // off, another path) is undone afterwards.
    const settings = `reset all; set search_path = "$user", public, extensions; set timezone = 'UTC'`;
    await target.run(settings);
    await prepareDatabase(target, backend, options);
    await target.run(settings);
    return Object.assign(backend, { kind: 'embedded' as const, secret, owner: target });
  } catch (error) {
    await connection?.close().catch(() => undefined);
    await lock.release();
    throw error;
  }
}
