import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';
import { breachOf, layerOf, layers } from '../../scripts/lint/layers.ts';
import { findPhysicalProperties } from '../../scripts/lint/physical-css.ts';

// Every rule is shown a breach of it: a rule that nothing can break guards nothing.

let eslint: ESLint;

beforeAll(() => {
  eslint = new ESLint({
    // The files of this test are pretended, so there is no project to look their types up in.
    overrideConfig: [
      {
        files: ['**/*.ts'],
        ignores: ['**/*.svelte.ts'],
        languageOptions: { parserOptions: { projectService: false } },
        rules: {
          '@typescript-eslint/no-floating-promises': 'off',
          '@typescript-eslint/no-misused-promises': 'off'
        }
      }
    ]
  });
});

async function lint(file: string, text: string): Promise<{ rule: string | null; message: string }[]> {
  const [result] = await eslint.lintText(text, { filePath: file });
  return (result?.messages ?? []).map(({ ruleId, message }) => ({ rule: ruleId, message }));
}

const rulesOf = async (file: string, text: string) => (await lint(file, text)).map(({ rule }) => rule);

describe('who may import whom', () => {
  it.each([
    ['src/lib/geo/a.ts', '#lib/domain/idea/b.ts'],
    ['src/lib/domain/idea/a.ts', '#lib/data/ideas.ts'],
    ['src/lib/domain/idea/a.ts', '#lib/server/services.ts'],
    ['src/lib/domain/idea/a.ts', 'node:fs'],
    ['src/lib/domain/idea/a.ts', '$app/environment'],
    ['src/lib/data/ideas.ts', '#lib/server/services.ts'],
    ['src/lib/server/api/a.ts', '#lib/components/idea/IdeaCard.svelte'],
    ['src/lib/state/a.svelte.ts', '#lib/data/ideas.ts'],
    ['src/lib/map/a.ts', '#lib/components/idea/IdeaCard.svelte'],
    ['src/lib/components/shared/A.svelte', '#lib/domain/idea/b.ts'],
    ['src/lib/components/idea/A.svelte', '#lib/components/claim/ClaimCard.svelte'],
    ['src/lib/components/idea/A.svelte', '#lib/map/live-map.ts'],
    ['src/lib/components/idea/A.svelte', '#lib/server/services.ts'],
    ['src/lib/components/views/A.svelte', '#lib/server/services.ts'],
    ['src/lib/components/views/A.svelte', '#lib/data/ideas.ts'],
    ['src/routes/[wijk]/+page.svelte', '#lib/map/live-map.ts'],
    ['src/lib/domain/idea/a.ts', '../../server/services.ts'],
    ['src/lib/domain/idea/a.ts', '../claim/types.ts'],
    ['src/lib/domain/idea/a.ts', '#lib/domain/claim/types'],
    ['src/lib/domain/idea/a.ts', '$lib/domain/claim/types.ts'],
    ['src/lib/server/api/a.ts', '@supabase/supabase-js'],
    ['src/routes/[wijk]/+page.server.ts', '@supabase/supabase-js'],
    ['src/lib/server/api/a.ts', '@electric-sql/pglite'],
    ['src/lib/server/api/a.ts', 'postgres'],
    ['src/lib/components/views/A.svelte', 'maplibre-gl'],
    ['src/lib/components/views/A.svelte', '$app/stores'],
    ['src/lib/state/a.svelte.ts', 'svelte/store'],
    ['src/routes/[wijk]/+page.server.ts', '#lib/server/system/client.ts']
  ])('refuses in %s an import of %s, and says how to mend it', async (file, source) => {
    const code = `import { a } from '${source}';\nexport const b = a;\n`;
    const text = file.endsWith('.svelte') ? `<script lang="ts">\n${code}</script>\n` : code;
    const found = (await lint(file, text)).filter(({ rule }) =>
      /^samenspel\/(layers|system-client)$/.test(rule ?? '')
    );
    expect(found).toHaveLength(1);
    // What is wrong, and then what to do instead.
    expect(found[0]?.message).toMatch(/\. .+\.$|: .+\.$/);
  });

  it.each([
    ['src/lib/domain/idea/a.ts', '#lib/geo/distance.ts'],
    ['src/lib/domain/idea/a.ts', '#lib/domain/claim/types.ts'],
    ['src/lib/domain/idea/a.ts', './b.ts'],
    ['src/lib/data/ideas.ts', '@supabase/supabase-js'],
    ['src/lib/data/ideas.ts', '#lib/domain/idea/types.ts'],
    ['src/lib/server/api/a.ts', '#lib/data/ideas.ts'],
    ['src/lib/server/backends/a.ts', '@supabase/lite'],
    ['src/lib/server/live/a.ts', '#lib/server/system/client.ts'],
    ['src/lib/map/a.ts', 'maplibre-gl'],
    ['src/lib/components/idea/A.svelte', '#lib/components/shared/Button.svelte'],
    ['src/lib/components/views/A.svelte', '#lib/map/live-map.ts'],
    ['src/lib/components/views/A.svelte', '#lib/components/idea/IdeaCard.svelte'],
    ['src/routes/[wijk]/+page.server.ts', '#lib/server/services.ts'],
    ['src/routes/[wijk]/+page.svelte', '#lib/components/views/Wijk.svelte']
  ])('allows in %s an import of %s', (file, source) => {
    expect(breachOf(file, source)).toBeNull();
  });

  it('sees every way to import', async () => {
    const file = 'src/lib/domain/idea/a.ts';
    const source = '#lib/server/services.ts';
    for (const code of [
      `export { a } from '${source}';`,
      `export * from '${source}';`,
      `export const a = () => import('${source}');`,
      `import type { A } from '${source}';\nexport type B = A;`
    ])
      expect(await rulesOf(file, `${code}\n`), code).toContain('samenspel/layers');
  });

  it('knows the layer of every folder of src/lib, and names only layers that exist', () => {
    const names = layers.map(({ name }) => name);
    for (const layer of layers) for (const name of layer.imports) expect(names).toContain(name);
    expect(layerOf('src/lib/components/shared/A.svelte')?.name).toBe('components/shared');
    expect(layerOf('src/lib/components/claim/A.svelte')?.name).toBe('components/subject');
    expect(layerOf('src/hooks.server.ts')?.name).toBe('server');
  });

  it('refuses two files that import each other', async () => {
    // An existing pair: services.ts imports open.ts, so open.ts must not import services.ts.
    const text = `import { services } from '#lib/server/services.ts';\nexport const openBackend = services;\n`;
    expect(await rulesOf('src/lib/server/backends/open.ts', text)).toContain('samenspel/no-cycles');
    const types = `import type { Services } from '#lib/server/services.ts';\nexport type Opened = Services;\n`;
    expect(await rulesOf('src/lib/server/backends/open.ts', types)).toEqual([]);
  });
});

describe('the client that nothing stops', () => {
  it('is not asked for outside the server', async () => {
    const text = 'export const load = (backend: { system(): unknown }) => backend.system();\n';
    expect(await rulesOf('src/routes/[wijk]/+page.server.ts', text)).toContain('samenspel/system-client');
    expect(await rulesOf('src/lib/data/ideas.ts', text)).toContain('samenspel/system-client');
    expect(await rulesOf('src/lib/server/live/source.ts', text)).not.toContain('samenspel/system-client');
  });
});

describe('markup', { timeout: 30_000 }, () => {
  const file = 'src/lib/components/idea/A.svelte';

  it.each([
    '<p>Een bankje</p>',
    '<button type="button" aria-label="Sluiten">×</button>',
    '<img src="/a" alt="Foto" />'
  ])('refuses text that is not a message: %s', async (text) => {
    expect(await rulesOf(file, `${text}\n`)).toContain('samenspel/no-text-in-markup');
  });

  it('takes messages, signs and values', async () => {
    const text = `<script lang="ts">
  import { m } from '#messages';
  let { title }: { title: string } = $props();
</script>

<p aria-label={m.idea_title()}>{title} · 12 %</p>
<img src="/a" alt="" />
`;
    expect(await rulesOf(file, text)).toEqual([]);
  });

  it('refuses CSS that names a side of the screen', async () => {
    const text = `<p>1</p>\n\n<style>\n  p {\n    margin-left: 1rem;\n    text-align: right;\n  }\n</style>\n`;
    const found = (await lint(file, text)).filter(({ rule }) => rule === 'samenspel/no-physical-css');
    expect(found.map(({ message }) => message)).toEqual([
      '"margin-left:" names a side of the screen. Write margin-inline-start or margin-inline-end, which follows the text.',
      '"text-align: right" names a side of the screen. Write text-align: start or end, which follows the text.'
    ]);
  });

  it.each([
    'padding-right: 0',
    'border-left: 0',
    'border-right-color: red',
    'border-top-left-radius: 0',
    'left: 0',
    'right : 0',
    'float: left'
  ])('finds %s in CSS', (declaration) => {
    expect(findPhysicalProperties(`a { ${declaration}; }`)).toHaveLength(1);
  });

  it.each([
    'margin-inline-start: 0',
    'inset-inline: 0',
    'text-align: start',
    'background-position: left',
    '--left: 0',
    'border-start-start-radius: 0',
    '/* left: 0 */'
  ])('leaves %s alone', (declaration) => {
    expect(findPhysicalProperties(`a { ${declaration}; }`)).toEqual([]);
  });
});

describe('code', () => {
  it.each([
    ['no-console', 'console.log(1);'],
    ['no-warning-comments', `// ${'TO'}DO later`],
    ['samenspel/named-exports', 'export default 1;'],
    ['@typescript-eslint/no-explicit-any', 'export const a: any = 1;'],
    ['@typescript-eslint/no-non-null-assertion', 'export const a = (b?: { c: number }) => b!.c;'],
    ['eqeqeq', 'export const a = (b: unknown) => b == 1;']
  ])('is refused by %s', async (rule, text) => {
    expect(await rulesOf('src/lib/server/api/a.ts', `${text}\n`)).toContain(rule);
  });

  it('cannot switch a rule off for itself', async () => {
    const text = `// ${'eslint'}-disable-next-line no-console\nconsole.log(1);\n`;
    expect(await rulesOf('src/lib/server/api/a.ts', text)).toContain('no-console');
  });

  it('waits for what it starts', { timeout: 60_000 }, async () => {
    // Types are needed to know a promise, so this stands in for a file that exists.
    const typed = new ESLint();
    const [result] = await typed.lintText('export const a = () => {\n  Promise.resolve(1);\n};\n', {
      filePath: 'src/lib/server/service-registry.ts'
    });
    expect(result?.messages.map(({ ruleId }) => ruleId)).toContain('@typescript-eslint/no-floating-promises');
  });
});
