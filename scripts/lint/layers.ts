// Who may import whom: the table of DESIGN, read by the lint rule and by its test.
import { posix } from 'node:path';

export interface Layer {
  readonly name: string;
  /** Files of the layer, relative to the project, with slashes. */
  readonly files: RegExp;
  /** Other layers it may import; its own is always allowed. */
  readonly imports: readonly string[];
  /** What to do instead, said to whoever breaks the rule. */
  readonly mend: string;
}

/** Read from the top: the first that fits is the layer of a file. */
export const layers: readonly Layer[] = [
  { name: 'messages', files: /^src\/lib\/messages\//, imports: [], mend: 'Messages stand alone.' },
  {
    name: 'geo',
    files: /^src\/lib\/geo\//,
    imports: [],
    mend: 'Geometry knows nothing of ideas or places: hand in coordinates, or move this to src/lib/domain.'
  },
  {
    name: 'domain',
    files: /^src\/lib\/domain\//,
    imports: ['geo', 'messages'],
    mend: 'A rule is pure: hand in what it needs as a parameter, and let src/lib/data or src/lib/server fetch it.'
  },
  {
    name: 'data',
    files: /^src\/lib\/data\//,
    imports: ['domain', 'geo'],
    mend: 'A query takes a SupabaseClient and returns domain types: move what needs more to src/lib/server.'
  },
  {
    name: 'server',
    files: /^src\/(lib\/server\/|hooks\.server\.ts$)/,
    imports: ['data', 'domain', 'geo', 'messages'],
    mend: 'The server knows no components and no map: move shared rules to src/lib/domain, shared geometry to src/lib/geo.'
  },
  {
    name: 'state',
    files: /^src\/lib\/state\//,
    imports: ['domain', 'geo', 'messages'],
    mend: 'State holds domain values: hand in results from the page, and let components show them.'
  },
  {
    name: 'map',
    files: /^src\/lib\/map\//,
    imports: ['domain', 'geo', 'state', 'messages'],
    mend: 'The map draws domain features: combine it with components in src/lib/components/views.'
  },
  {
    name: 'components/shared',
    files: /^src\/lib\/components\/shared\//,
    imports: ['messages'],
    mend: 'A shared component knows no subject: take plain properties or a snippet, or move it to the folder of its subject.'
  },
  {
    name: 'components/views',
    files: /^src\/lib\/components\/views\//,
    imports: ['components/shared', 'components/subject', 'domain', 'geo', 'map', 'messages', 'state'],
    mend: 'A view gets its data as properties: let the route load it.'
  },
  {
    name: 'components/subject',
    files: /^src\/lib\/components\/[^/]+\//,
    imports: ['components/shared', 'domain', 'geo', 'messages', 'state'],
    mend: 'A component of one subject shows that subject: combine it with others, or with the map, in src/lib/components/views.'
  },
  {
    name: 'routes',
    files: /^src\/(routes\/|hooks\.ts$|hooks\.client\.ts$)/,
    imports: [
      'components/shared',
      'components/subject',
      'components/views',
      'data',
      'domain',
      'geo',
      'messages',
      'server',
      'state'
    ],
    mend: 'A route loads and composes: put the map in a view, and what both need in src/lib/domain.'
  },
  {
    name: 'service worker',
    files: /^src\/service-worker/,
    imports: ['domain', 'messages', 'state'],
    mend: 'The service worker runs without a page and without a server.'
  }
];

/** Packages that belong to one place, and what to do elsewhere. */
export const confinedPackages: readonly { name: RegExp; allowed: RegExp; mend: string }[] = [
  {
    name: /^@supabase\//,
    allowed: /^src\/lib\/(data|server\/backends)\/|^(tests|scripts)\//,
    mend: 'Supabase is known in src/lib/data and src/lib/server/backends only: write the query there and import its function.'
  },
  {
    name: /^maplibre-gl(\/|$)|^maplibre-/,
    allowed: /^src\/lib\/map\/|^(tests|scripts)\//,
    mend: 'MapLibre is known in src/lib/map only, so that the first view never loads it: put what you need there.'
  },
  {
    name: /^@electric-sql\/|^postgres$/,
    allowed: /^src\/lib\/server\/backends\/|^(tests|scripts)\//,
    mend: 'Databases are opened in src/lib/server/backends only: ask `services()` for the backend.'
  },
  {
    name: /^\$app\/stores$/,
    allowed: /^$/,
    mend: 'Use `page` of $app/state, which stays in the next SvelteKit.'
  },
  {
    name: /^svelte\/store$/,
    allowed: /^$/,
    mend: 'Use a class with runes in context (src/lib/state); a module store is shared by everybody the server renders for.'
  },
  {
    name: /^\$lib(\/|$)/,
    allowed: /^$/,
    mend: 'Write #lib/… with the file extension: Node itself resolves it, without a bundler.'
  }
];

/** Layers whose rules run anywhere: without a browser, a server or a framework. */
const pureLayers = new Set(['geo', 'domain']);

export function layerOf(file: string): Layer | undefined {
  return layers.find((layer) => layer.files.test(file));
}

/** The project's file that an import means; null for a package. */
export function targetOf(file: string, source: string): string | null {
  if (source.startsWith('#lib/')) return source.replace('#lib/', 'src/lib/');
  if (source === '#messages' || source === '#i18n') return 'src/lib/messages/';
  if (source.startsWith('.')) return posix.join(posix.dirname(file), source);
  return null;
}

/**
 * What is wrong with an import, in one sentence with how to mend it; null when nothing is.
 * @param file the importing file, relative to the project, with slashes
 */
export function breachOf(file: string, source: string): string | null {
  const confined = confinedPackages.find(({ name, allowed }) => name.test(source) && !allowed.test(file));
  if (confined) return `"${source}" does not belong here. ${confined.mend}`;
  const layer = layerOf(file);
  if (!layer) return null;
  const target = targetOf(file, source);
  if (target === null) {
    const isFramework = /^(svelte|@sveltejs\/|\$app\/|\$env\/|node:)/.test(source);
    return pureLayers.has(layer.name) && isFramework
      ? `"${source}" does not belong in ${layer.name}, which runs anywhere. ${layer.mend}`
      : null;
  }
  if (source.startsWith('../') && target !== 'package.json')
    return `"${source}" leaves its folder. Write #lib/… with the file extension; relative imports stay within a folder.`;
  if (source.startsWith('#lib/') && !/\.(ts|js|json|svelte|css|svg)(\?.*)?$/.test(source))
    return `"${source}" lacks its file extension. Write it out (.ts, .svelte): Node resolves it without a bundler.`;
  const targetLayer = layerOf(target);
  const subjectOf = (path: string) => path.split('/')[3];
  if (layer.name === 'components/subject' && targetLayer === layer && subjectOf(target) !== subjectOf(file))
    return `${subjectOf(file)} may not import ${subjectOf(target)}. ${layer.mend}`;
  if (!targetLayer || targetLayer === layer || layer.imports.includes(targetLayer.name)) return null;
  return `${layer.name} may not import ${targetLayer.name}. ${layer.mend}`;
}
