// Which of our files imports which, read once per lint run. Types do not count: they are gone before anything runs.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { targetOf } from './layers.ts';

/** `import … from`, `export … from` and `import '…'`, not of types only. */
const staticImport = /^\s*(?:import|export)\s+(?!type\b)(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;

let graph: Map<string, string[]> | undefined;

/** Our files that a text imports for their values. */
export function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(staticImport)].flatMap((match) => targetOf(file, match[1] ?? '') ?? []);
}

function readGraph(root: string): Map<string, string[]> {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.(ts|js|svelte)$/.test(name) && !name.includes('/compiled/'));
  return new Map(files.map((file) => [file, importsOf(file, readFileSync(join(root, file), 'utf8'))]));
}

/**
 * The way back from an imported file to the one that imports it, when there is one.
 * @returns the files in between, the imported first; null without a cycle
 */
export function wayBack(root: string, imported: string, importing: string): string[] | null {
  graph ??= readGraph(root);
  const cameFrom = new Map<string, string | null>([[imported, null]]);
  const queue = [imported];
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (file === importing) {
      const way: string[] = [];
      for (let step = cameFrom.get(file) ?? null; step; step = cameFrom.get(step) ?? null) way.unshift(step);
      return way;
    }
    for (const next of graph.get(file) ?? [])
      if (!cameFrom.has(next)) {
        cameFrom.set(next, file);
        queue.push(next);
      }
  }
  return null;
}
