// The checks that `npm run check` and `npm test` share. Each is one question with a yes or no and its full output.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPhysicalProperties } from './lint/physical-css.ts';
import { compileMessages } from './messages.ts';
import { ownProgram, run, type Finished } from './terminal.ts';

export interface Check {
  readonly name: string;
  run(): Promise<Pick<Finished, 'code' | 'output'>>;
}

/** What every check needs to be there: the compiled messages and the types of the routes. */
export async function prepareChecks(): Promise<void> {
  await compileMessages();
  const { code, output } = await run(ownProgram('svelte-kit'), ['sync']);
  if (code !== 0) throw new Error(`svelte-kit sync failed:\n${output}`);
}

/** Style sheets are no files of ESLint: they are looked through here for the same rule. */
function physicalCss(): string {
  return readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .flatMap((name) => {
      const path = join('src', name);
      const text = readFileSync(path, 'utf8');
      return findPhysicalProperties(text).map(
        ({ index, found, instead }) =>
          `${path}:${text.slice(0, index).split('\n').length} "${found}" names a side of the screen. Write ${instead}.\n`
      );
    })
    .join('');
}

export const formatCheck: Check = {
  name: 'format',
  run: () => run(ownProgram('prettier'), ['--check', '--log-level', 'warn', '.'])
};

export const lintCheck: Check = {
  name: 'lint',
  run: async () => {
    const { code, output } = await run(ownProgram('eslint'), ['.', '--max-warnings', '0']);
    const css = physicalCss();
    return { code: code === 0 && css === '' ? 0 : 1, output: output + css };
  }
};

export const typesCheck: Check = {
  name: 'types',
  run: () =>
    run(ownProgram('svelte-check'), [
      '--tsconfig',
      './tsconfig.json',
      '--fail-on-warnings',
      '--output',
      'human'
    ])
};
