import { rmSync } from 'node:fs';
import { openEmbedded, type EmbeddedBackend } from '../../src/lib/server/backends/embedded.ts';
import { readMigrations, type SeedFile } from '../../src/lib/server/backends/migration-files.ts';
import type { AuthMail } from '../../src/lib/server/backends/types.ts';
import { copyTemplate, testSecret } from './template.ts';

export interface PlainOptions {
  /** Folder of migrations; the smallest that can be served unless another is named. */
  migrations?: string;
  seeds?: SeedFile[];
  dataFolder?: string;
  /** null lets the data folder keep its own. */
  secret?: string | null;
  sendMail?: (mail: AuthMail) => Promise<void>;
}

/** A data folder whose PostgreSQL is made and holds nothing, which saves making it. */
export const bareFolder = () => copyTemplate('bare');

/** Opens an embedded database with migrations of a test's own, and says what it said on the way. */
export async function openPlain(
  options: PlainOptions = {}
): Promise<{ database: EmbeddedBackend; said: string[]; dataFolder: string; remove: () => Promise<void> }> {
  const dataFolder = options.dataFolder ?? (await bareFolder());
  const said: string[] = [];
  const database = await openEmbedded({
    dataFolder,
    secret: options.secret === undefined ? testSecret : options.secret,
    migrations: readMigrations(options.migrations ?? 'tests/fixtures/migrations/minimal'),
    seeds: options.seeds ?? [],
    progress: (sentence) => said.push(sentence),
    sendMail: options.sendMail ?? (async () => undefined)
  });
  return {
    database,
    said,
    dataFolder,
    remove: async () => {
      await database.close();
      rmSync(dataFolder, { recursive: true, force: true });
    }
  };
}
