// Compiles the message catalogue. Its plug-in comes from our own node_modules: the tool's default fetches it from
// a third party and, without internet, ends with no messages and exit code 0, so an empty result is an error here.
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { compile } from '@inlang/paraglide-js';

export const messagesProject = './src/lib/messages/project.inlang';
export const messagesOutput = './src/lib/messages/compiled';

export const messagesOptions = {
  project: messagesProject,
  outdir: messagesOutput,
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
  const index = `${messagesOutput}/messages/_index.js`;
  const compiled = existsSync(index) ? readFileSync(index, 'utf8') : '';
  for (const file of readdirSync('src/lib/messages/nl')) {
    const keys = Object.keys(JSON.parse(readFileSync(`src/lib/messages/nl/${file}`, 'utf8')) as object);
    for (const key of keys) {
      if (!compiled.includes(`'./${key.toLowerCase()}.js'`))
        throw new Error(
          `The message "${key}" of ${file} was not compiled: is the file listed in project.inlang/settings.json?`
        );
    }
  }
}

if (import.meta.main) await compileMessages();
