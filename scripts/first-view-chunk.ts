// The code of the first view in one file. Left alone the bundler makes a file for each set of pages that share
// something: 70 for the wijk's page instead of nine, each with headers of its own, and together almost half as large again
// as when they are compressed together (docs/performance.md).
import { resolve } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

/** What the wijk's page is made of; most visits begin there, and the other pages share most of it. */
const firstView = [
  'src/hooks.client.ts',
  'src/routes/+layout.svelte',
  // SvelteKit fetches it with every page.
  'src/routes/+error.svelte',
  'src/routes/[wijk]/(map)/+layout.svelte',
  'src/routes/[wijk]/(map)/+page.svelte'
];
/** Changes only with its version, so who comes back has it still. */
const framework = /\/node_modules\/(svelte|@sveltejs|esm-env|devalue|clsx)\/|vite\/preload-helper/;

/** Indexes of hundreds of small modules: who imports one name of them does not import them all. */
const indexes = /\/lucide\/|\/messages\/compiled\//;

/** The modules behind the names that a module takes from an index; one that is not found gets a file of its own. */
function* namesFrom(code: string): Generator<string> {
  for (const [, key] of code.matchAll(/\bm\.(\w+)/g)) yield `/messages/compiled/messages/${key}.js`;
  for (const [, names = ''] of code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']lucide["']/g))
    for (const [name] of names.matchAll(/\w+/g))
      yield `/lucide/dist/esm/icons/${name.replace(/(?!^)([A-Z]|\d+)/g, '-$1').toLowerCase()}.mjs`;
}

/** What these modules import before anybody touches anything: what is imported on demand comes on demand. */
function firstViewOf(roots: readonly string[], context: Rolldown.ChunkingContext): (id: string) => boolean {
  const reached = new Set(roots);
  const named = new Set<string>();
  // A Set is walked in the order of insertion, also over what is added on the way.
  for (const id of reached) {
    const info = context.getModuleInfo(id);
    for (const name of namesFrom(info?.code ?? '')) named.add(name);
    for (const imported of info?.importedIds ?? []) if (!indexes.test(imported)) reached.add(imported);
  }
  return (id) => {
    const inIndex = indexes.exec(id);
    return inIndex ? named.has(id.slice(inIndex.index)) || /\/runtime\.js$/.test(id) : reached.has(id);
  };
}

/** Gathers the browser's code into the framework, the first view, and what single pages add. */
export function firstViewChunk(): Plugin {
  let isNeeded: ((id: string) => boolean) | undefined;
  const codeSplitting: Rolldown.CodeSplittingOptions = {
    groups: [
      { name: 'framework', test: framework, priority: 2 },
      {
        name: (id, context) => {
          isNeeded ??= firstViewOf(
            firstView.map((path) => resolve(path)),
            context
          );
          return isNeeded(id) ? 'first-view' : null;
        },
        priority: 1
      }
    ]
  };
  return {
    name: 'samenspel:first-view-chunk',
    apply: 'build',
    config: (config) =>
      config.build?.ssr ? undefined : { build: { rollupOptions: { output: { codeSplitting } } } }
  };
}
