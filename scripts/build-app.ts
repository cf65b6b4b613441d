// Builds the app when its sources are not those it was built from.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ownProgram, run, say, secondsSince } from './terminal.ts';

const sources = [
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
  'scripts/first-view-chunk.ts',
  'scripts/messages.ts',
  'src',
  'static'
];
/** What the build makes itself, among its sources. */
const made = new Set(['compiled', 'cache']);
const stampPath = join('build', 'sources.sha256');
/** Above this a file counts by its size and time: the base map is not read at every start. */
const mostReadBytes = 1024 * 1024;

function* filesOf(path: string): Generator<string> {
  if (!existsSync(path)) return;
  if (statSync(path).isFile()) return yield path;
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (!made.has(entry.name)) yield* filesOf(join(path, entry.name));
}

function hashOfSources(): string {
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of filesOf(source)) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0`);
      hash.update(size > mostReadBytes ? String(mtimeMs) : readFileSync(file));
    }
  return hash.digest('hex');
}

/** Whether `build` was made from the sources as they are. */
export function isBuilt(): boolean {
  return (
    existsSync(join('build', 'handler.js')) &&
    existsSync(stampPath) &&
    readFileSync(stampPath, 'utf8') === hashOfSources()
  );
}

/**
 * Builds the app into `build`.
 * @throws Error with the output of the build when it fails
 */
export async function buildApp(): Promise<void> {
  const started = performance.now();
  say('Building the app; this takes half a minute.');
  const hash = hashOfSources();
  const { compileMessages } = await import('./messages.ts');
  await compileMessages();
  const { code, output } = await run(ownProgram('vite'), ['build'], { tickSeconds: 5, label: 'building' });
  if (code !== 0) throw new Error(`The build failed:\n${output}`);
  writeFileSync(stampPath, hash);
  say(`Built in ${secondsSince(started)} s.`);
}

export async function buildAppWhenNeeded(): Promise<void> {
  if (!isBuilt()) await buildApp();
}
