import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartError } from './start-error.ts';

export interface MigrationFile {
  /** The digits its name begins with: `20261122100000`. */
  version: string;
  name: string;
  sql: string;
}

export interface SeedFile {
  /** As written in config.toml. */
  path: string;
  sql: string;
}

const migrationName = /^(\d{14})_([a-z0-9_]+)\.sql$/;

/**
 * The migrations of a folder, oldest first, in Supabase's naming.
 * @throws StartError when a name is not `YYYYMMDDHHMMSS_name.sql`, when a version comes twice, or without any
 */
export function readMigrations(folder: string): MigrationFile[] {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : [];
  if (names.length === 0) throw new StartError(`There are no migrations in ${folder}.`);
  const files = names.sort().map((fileName) => {
    const [, version, name] = migrationName.exec(fileName) ?? [];
    if (!version || !name)
      throw new StartError(`The migration ${fileName} is not named YYYYMMDDHHMMSS_name.sql.`);
    return { version, name, sql: readFileSync(join(folder, fileName), 'utf8') };
  });
  for (const [index, file] of files.entries())
    if (files[index - 1]?.version === file.version)
      throw new StartError(`Two migrations have the version ${file.version}.`);
  return files;
}

/**
 * The seed files that `[db.seed] sql_paths` of a Supabase config.toml names, in that order.
 * @param configPath path of config.toml; without the file there is no seed
 * @throws StartError when a named file is missing
 */
export function readSeeds(configPath: string): SeedFile[] {
  if (!existsSync(configPath)) return [];
  const config = readFileSync(configPath, 'utf8');
  const section = /^\[db\.seed\]\s*$([\s\S]*?)(?=^\[|(?![\s\S]))/m.exec(config)?.[1] ?? '';
  if (/^\s*enabled\s*=\s*false\s*$/m.test(section)) return [];
  const list = /^\s*sql_paths\s*=\s*\[([^\]]*)\]/m.exec(section)?.[1] ?? '';
  return [...list.matchAll(/"([^"]+)"|'([^']+)'/g)].map((match) => {
    const path = match[1] ?? match[2] ?? '';
    const file = resolve(dirname(configPath), path);
    if (!existsSync(file)) throw new StartError(`The seed file ${path} of config.toml does not exist.`);
    return { path, sql: readFileSync(file, 'utf8') };
  });
}
