// Makes a migrated database in a folder: node tests/support/make-template.ts bare|empty|demo <folder>
import { join, resolve } from 'node:path';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { openEmbedded } from '../../src/lib/server/backends/embedded.ts';
import { readMigrations, readSeeds } from '../../src/lib/server/backends/migration-files.ts';
import { testSecret } from './template.ts';

const [kind, folder = ''] = process.argv.slice(2);
if (kind === 'bare') {
  const connection = await createPgliteConnection({ url: join(folder, 'pg') });
  await connection.driver.waitReady;
  await connection.close();
} else {
  const database = await openEmbedded({
    dataFolder: resolve(folder),
    secret: testSecret,
    migrations: readMigrations('supabase/migrations'),
    seeds: kind === 'demo' ? readSeeds('supabase/config.toml') : [],
    progress: (sentence) => console.log(sentence),
    sendMail: async () => undefined
  });
  await database.close();
}
