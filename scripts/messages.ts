// Compiles the message catalogue. Its plug-in comes from our own node_modules: the tool's default fetches it from
// a third party and, without internet, ends with no messages and exit code 0, so an incomplete result is an error here.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compile } from '@inlang/paraglide-js';

export const messagesOptions = {
  project: './src/lib/messages/project.inlang',
  outdir: './src/lib/messages/compiled',
  strategy: ['cookie', 'preferredLanguage', 'baseLocale'] as (
    'cookie' | 'preferredLanguage' | 'baseLocale'
  )[],
  cookieName: 'language',
  emitTsDeclarations: true,
  emitGitIgnore: false,
  emitPrettierIgnore: false,
  emitReadme: false
};

/** Writes the compiled catalogue; throws when a message of the Dutch files is missing from the result. */
export async function compileMessages(): Promise<void> {
  await compile(messagesOptions);
  const index = pathToFileURL(resolve(messagesOptions.outdir, 'messages/_index.js'));
  const compiled = (await import(`${index.href}?${Date.now()}`)) as Record<string, unknown>;
  for (const file of readdirSync('src/lib/messages/nl')) {
    const keys = Object.keys(JSON.parse(readFileSync(`src/lib/messages/nl/${file}`, 'utf8')) as object);
    const missing = keys.find((key) => !(key in compiled));
    if (missing) {
      throw new Error(
        `The message "${missing}" of ${file} was not compiled: is the file listed in project.inlang/settings.json?`
      );
    }
  }
}

if (import.meta.main) await compileMessages();
