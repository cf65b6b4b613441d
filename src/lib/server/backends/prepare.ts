import type { LiteBackend } from './lite-backend.ts';
import type { MigrationFile, SeedFile } from './migration-files.ts';
import type { MigrationTarget } from './migration-target.ts';
import { refuseNewerDatabase, runMigrations, runSeeds } from './migrate.ts';
import { allowUseOfAuth, checkExtensions, prepareRolesAndSchemas } from './prepare-schemas.ts';
import { testProtection } from './self-test.ts';
import { StartError } from './start-error.ts';
import type { Progress } from './types.ts';

export interface Preparation {
  migrations: MigrationFile[];
  /** Run only in a database that is new; empty for none. */
  seeds: SeedFile[];
  progress: Progress;
}

/**
 * Brings a database of ours to the state this code needs, in the one order that is safe: roles, system schema, usage
 * grants, migrations, seed, and only then the first request, which is the self-test.
 * @throws StartError when the database must not be served
 */
export async function prepareDatabase(
  target: MigrationTarget,
  backend: LiteBackend,
  { migrations, seeds, progress }: Preparation
): Promise<void> {
  await refuseNewerDatabase(target, migrations);
  await prepareRolesAndSchemas(target);
  await checkExtensions(target);
  await backend.ensureSystemSchema();
  await allowUseOfAuth(target);
  await runMigrations(target, migrations, seeds, progress);
  await runSeeds(target, seeds, progress);
  const [row] = await target.query<{ protected: boolean }>(
    `select exists (select 1 from pg_catalog.pg_class where relrowsecurity) as protected`
  );
  if (!row?.protected)
    throw new StartError(
      'No table of the database is protected by row-level security: its migrations are not ours.'
    );
  backend.openForRequests();
  // The first request makes the grants; it is asked for alone, so that no other runs half-way through them.
  await testProtection(backend);
}
