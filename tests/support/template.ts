import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readMigrations, readSeeds } from '../../src/lib/server/backends/migration-files.ts';
import { startProcess } from './processes.ts';

// Making a database takes ten seconds and more, most of it PostGIS. It is made once for a state of the migrations and
// seeds and copied for each test that needs one; a copy takes a fraction of a second.

/** `bare` is a PostgreSQL without anything, `empty` has the tables, `demo` the demo wijk as well. */
export type TemplateKind = 'bare' | 'empty' | 'demo';

/** The same for every test, so that a copy of a template can be opened by another process. */
export const testSecret = 'a-secret-that-only-tests-use-0123456789';

const cacheFolder = join('node_modules', '.cache', 'samenspel-databases');

function keyOf(kind: TemplateKind): string {
  const hash = createHash('sha256').update(kind);
  if (kind !== 'bare')
    for (const { version, sql } of readMigrations('supabase/migrations')) hash.update(version).update(sql);
  if (kind === 'demo')
    for (const { path, sql } of readSeeds('supabase/config.toml')) hash.update(path).update(sql);
  for (const name of ['@supabase/lite', '@electric-sql/pglite', '@electric-sql/pglite-postgis'])
    hash.update(readFileSync(join('node_modules', name, 'package.json')));
  return `${kind}-${hash.digest('hex').slice(0, 16)}`;
}

/**
 * The data folder to copy, made when it is not there yet. Never open it in place.
 * @param progress told what takes long
 */
export async function templateFolder(
  kind: TemplateKind,
  progress: (sentence: string) => void = () => undefined
): Promise<string> {
  const key = keyOf(kind);
  const folder = join(cacheFolder, key);
  if (existsSync(folder)) return folder;
  mkdirSync(cacheFolder, { recursive: true });
  const unfinished = mkdtempSync(join(cacheFolder, 'new-'));
  try {
    progress(`Making the ${kind} database that tests copy.`);
    // In a process of its own: a PGlite keeps its memory, and its process, until the end.
    const maker = startProcess('node_modules/.bin/node', [
      'tests/support/make-template.ts',
      kind,
      unfinished
    ]);
    if ((await maker.ended) !== 0)
      throw new Error(`The ${kind} database could not be made:\n${maker.output()}`);
    for (const name of readdirSync(cacheFolder))
      if (name.startsWith(`${kind}-`) && name !== key)
        rmSync(join(cacheFolder, name), { recursive: true, force: true });
    // Renamed when it is whole; of two processes that made one, the second finds it there and keeps the first.
    if (!existsSync(folder)) renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** A copy of the template in the system's temporary folder; whoever asks for it removes it. */
export async function copyTemplate(kind: TemplateKind): Promise<string> {
  const copy = mkdtempSync(join(tmpdir(), `samenspel-${kind}-`));
  cpSync(await templateFolder(kind), copy, { recursive: true });
  return copy;
}
