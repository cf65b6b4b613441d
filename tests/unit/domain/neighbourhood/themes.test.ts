import { describe, expect, it } from 'vitest';
import { themeIconNames, themeKey } from '#lib/domain/neighbourhood/themes.ts';
import { iconOptions } from '#lib/components/views/admin/words.ts';

/** What the database takes for a key. */
const key = /^[a-z_]{2,40}$/;

describe('the key of a theme', () => {
  it('is made of the letters of its name', () => {
    expect(themeKey('Groen en dieren', new Set())).toBe('groen_en_dieren');
    expect(themeKey('Café & thee', new Set())).toBe('cafe_thee');
  });

  it('is never one that is taken', () => {
    const taken = new Set<string>();
    for (let count = 0; count < 60; count += 1) {
      const made = themeKey('Groen', taken);
      expect(made).toMatch(key);
      expect(taken.has(made)).toBe(false);
      taken.add(made);
    }
  });

  it.each(['123', 'ف', 'x', 'Een heel lange naam voor een onderwerp, met nog meer woorden erachter'])(
    'is one the database takes, for %j too',
    (name) => expect(themeKey(name, new Set())).toMatch(key)
  );
});

it('has a word of its own for every picture', () => {
  const words = iconOptions().map(({ label }) => label);
  expect(words).toHaveLength(themeIconNames.length);
  expect(new Set(words).size).toBe(words.length);
});
