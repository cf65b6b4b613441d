import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const snake = (code: string) => code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const matches = (text: string, pattern: RegExp) =>
  [...text.matchAll(pattern)].map(([, code]) => snake(code ?? ''));

const migrations = readdirSync('supabase/migrations')
  .map((name) => readFileSync(join('supabase/migrations', name), 'utf8'))
  .join('\n');

function sourcesIn(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|svelte)$/.test(name) && !name.includes('messages/compiled'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}
const code = sourcesIn('src');
const schemas = sourcesIn('src/lib/domain');
const images = sourcesIn('src/lib/server/images');

const raised = new Set([
  ...matches(migrations, /refuse\(\s*'PT\d{3}',\s*'(\w+)'/g),
  ...matches(migrations, /hint = '(\w+)'/g),
  // What must be there and is not is named after its field.
  ...matches(migrations, /take_(?:text|date|id)\(\s*\w+,\s*'(\w+)'(?:,\s*\d+)*,\s*true\)/g).map(
    (field) => `${field}_missing`
  ),
  ...matches(migrations, /refuse_idea\([^,]*, '(\w+)'\)/g),
  ...matches(code, /code: '(\w+)',\s*field/g),
  ...matches(code, /\bcode = '([a-z]+_\w+)'/g),
  ...matches(code, /RateLimitError\([^,]*, '(\w+)'\)/g),
  ...matches(code, /refus(?:e|al)\(\d{3}, '(\w+)'/g),
  ...matches(code, /idFrom\([^,]*, '(\w+)'\)/g),
  ...matches(schemas, /'(\w+_(?:missing|malformed|unknown|long|short|many))'/g),
  ...matches(images, /'(photo_\w+)'/g)
]);

describe.each(['nl', 'en'])('the sentences of refusals (%s)', (language) => {
  const sentences = JSON.parse(readFileSync(`src/lib/messages/${language}/errors.json`, 'utf8')) as Record<
    string,
    string
  >;

  it('are there for every code that is raised', () => {
    expect(raised.size).toBeGreaterThan(100);
    expect([...raised].filter((one) => !(`errors_${one}` in sentences)).sort()).toEqual([]);
  });

  it('are whole sentences, and none is for a code that nobody raises', () => {
    for (const [key, sentence] of Object.entries(sentences)) {
      if (key.startsWith('errors_title_')) continue;
      expect(sentence, key).toMatch(/^\p{Lu}.*[.!?]$/u);
    }
    const unused = Object.keys(sentences)
      .filter((key) => !key.startsWith('errors_title_'))
      .map((key) => key.replace('errors_', ''))
      .filter((one) => !raised.has(one) && !code.includes(one));
    expect(unused).toEqual([]);
  });
});
