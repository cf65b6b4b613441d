import { createHash } from 'node:crypto';
import type { MigrationFile, SeedFile } from './migration-files.ts';
import type { MigrationTarget } from './migration-target.ts';
import { reasonOf, StartError } from './start-error.ts';
import type { Progress } from './types.ts';

// Supabase's own history tables, so that its command line knows what ran here.
const history = 'supabase_migrations.schema_migrations';
const seedHistory = 'supabase_migrations.seed_files';
/** Hash of a seed that was decided on with the first migration and has not run to its end. */
const pending = 'pending';

interface Applied {
  version: string;
  statements: string[] | null;
}

async function hasHistory(target: MigrationTarget): Promise<boolean> {
  const [row] = await target.query<{ exists: boolean }>(
    `select to_regclass('${history}') is not null as exists`
  );
  return row?.exists ?? false;
}

async function inTransaction(target: MigrationTarget, work: () => Promise<void>): Promise<void> {
  await target.run('begin');
  try {
    await work();
    await target.run('commit');
  } catch (error) {
    await target.run('rollback');
    throw error;
  }
}

/**
 * Refuses a database that other code than this has migrated.
 * @throws StartError
 */
export async function refuseNewerDatabase(
  target: MigrationTarget,
  migrations: MigrationFile[]
): Promise<void> {
  if (!(await hasHistory(target))) return;
  const applied = await target.query<{ version: string }>(`select version from ${history} order by version`);
  const unknown = applied.find((row) => !migrations.some((file) => file.version === row.version));
  const newest = migrations.at(-1)?.version ?? '';
  if (!unknown) return;
  throw new StartError(
    unknown.version > newest
      ? `The data is from a newer version of Samenspel (its migration ${unknown.version} is not known here): start that version, or use another data folder or database.`
      : `The data has a migration that this version of Samenspel does not have (${unknown.version}): start the version that made it, or use another data folder or database.`
  );
}

/**
 * Runs the migrations that have not run, oldest first, each with its record in one transaction. On a new database
 * the decision to seed is recorded together with the first of them, so that a process that is killed before the end
 * seeds when it starts again, and a database that was begun without a demo never gets one.
 * @throws StartError naming the migration that failed
 */
export async function runMigrations(
  target: MigrationTarget,
  migrations: MigrationFile[],
  seeds: SeedFile[],
  progress: Progress
): Promise<void> {
  const applied = await target.query<Applied>(`select version, statements from ${history} order by version`);
  for (const file of migrations) {
    const record = applied.find((row) => row.version === file.version);
    if (record?.statements?.[0] !== undefined && record.statements[0] !== file.sql)
      progress(
        `Warning: migration ${file.version}_${file.name} was changed after it ran here. The database keeps the old one; remove the data folder of a demo to start afresh.`
      );
  }
  const open = migrations.filter((file) => !applied.some((row) => row.version === file.version));
  for (const [index, file] of open.entries()) {
    progress(`Database step ${index + 1} of ${open.length}: ${file.name.replaceAll('_', ' ')}.`);
    try {
      await inTransaction(target, async () => {
        await target.run(file.sql);
        await target.query(
          `insert into ${history} (version, name, statements) values ($1, $2, array[$3::text])`,
          [file.version, file.name, file.sql]
        );
        if (applied.length === 0 && index === 0)
          for (const seed of seeds)
            await target.query(
              `insert into ${seedHistory} (path, hash) values ($1, $2) on conflict do nothing`,
              [seed.path, pending]
            );
      });
    } catch (error) {
      throw new StartError(`The migration ${file.version}_${file.name} failed: ${reasonOf(error)}`);
    }
  }
}

/**
 * Runs the seeds that were decided on and have not run, each in one transaction.
 * @throws StartError naming the seed that failed
 */
export async function runSeeds(
  target: MigrationTarget,
  seeds: SeedFile[],
  progress: Progress
): Promise<void> {
  const rows = await target.query<{ path: string }>(`select path from ${seedHistory} where hash = $1`, [
    pending
  ]);
  for (const seed of seeds.filter((file) => rows.some((row) => row.path === file.path))) {
    progress(`Filling the database with ${seed.path.replace(/^.*\//, '')}.`);
    try {
      await inTransaction(target, async () => {
        await target.run(seed.sql);
        await target.query(`update ${seedHistory} set hash = $2 where path = $1`, [
          seed.path,
          createHash('sha256').update(seed.sql).digest('hex')
        ]);
      });
    } catch (error) {
      throw new StartError(`The seed ${seed.path} failed: ${reasonOf(error)}`);
    }
  }
}
