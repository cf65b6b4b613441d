// npm run db:types: a fresh embedded database in a temporary folder, its migrations, and the types of its catalogue.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openEmbedded } from '../src/lib/server/backends/embedded.ts';
import { readMigrations } from '../src/lib/server/backends/migration-files.ts';
import { generateDatabaseTypes } from './database-types.ts';

const output = 'src/lib/data/database.types.ts';
const dataFolder = mkdtempSync(join(tmpdir(), 'samenspel-types-'));
try {
  const database = await openEmbedded({
    dataFolder,
    secret: null,
    migrations: readMigrations('supabase/migrations'),
    seeds: [],
    progress: (sentence) => console.log(sentence),
    sendMail: async () => undefined
  });
  mkdirSync(dirname(output), { recursive: true });
  writeFileSync(output, await generateDatabaseTypes(database.owner));
  await database.close();
  console.log(`Wrote ${output}.`);
} finally {
  rmSync(dataFolder, { recursive: true, force: true });
}
