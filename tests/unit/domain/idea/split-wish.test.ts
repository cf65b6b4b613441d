import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWish } from '../../../../src/lib/domain/idea/split-wish.ts';
import { countCharacters } from '../../../../src/lib/domain/refusal/fields.ts';

const long =
  'en dan nog een heleboel woorden die erbij horen omdat iemand graag alles vertelt wat er te vertellen is';

describe('splitting what somebody wrote into a title and a description', () => {
  it('leaves a short text whole, also when it has two sentences', () => {
    expect(splitWish('  Een bankje bij de kerk. Graag met leuning!  ')).toEqual({
      title: 'Een bankje bij de kerk. Graag met leuning!',
      description: ''
    });
  });

  it('keeps the lines of a short text in the description', () => {
    expect(splitWish('Samen eten\nop vrijdag')).toEqual({
      title: 'Samen eten op vrijdag',
      description: 'Samen eten\nop vrijdag'
    });
  });

  it('takes the first sentence of a long text, without its full stop, and keeps everything', () => {
    const text = `Ik wil graag een bankje halverwege. Dan kan ik zitten, ${long}.`;
    expect(splitWish(text)).toEqual({ title: 'Ik wil graag een bankje halverwege', description: text });
  });

  it('keeps a question mark', () => {
    const text = `Kan er een bankje komen? ${long}. ${long}`;
    expect(splitWish(`Kan er een bankje komen? Want ${long}.`).title).toBe('Kan er een bankje komen?');
    expect(splitWish(text).title.startsWith('Kan er een bankje komen? en dan')).toBe(true);
  });

  it('does not stop at an abbreviation or at a greeting', () => {
    expect(splitWish(`Iets voor kinderen, bijv. een schommel. Want ${long}.`).title).toBe(
      'Iets voor kinderen, bijv. een schommel'
    );
    expect(splitWish(`Hoi! Ik wil graag een tuin. Want ${long}.`).title).toBe('Hoi! Ik wil graag een tuin');
  });

  it('cuts one endless sentence at a word, with an ellipsis', () => {
    const { title, description } = splitWish(`Ik wil ${long}, ${long}`);
    expect(title).toMatch(/[a-z]…$/);
    expect(countCharacters(title)).toBeLessThanOrEqual(120);
    expect(`Ik wil ${long}, ${long}`.startsWith(title.slice(0, -1))).toBe(true);
    expect(description).toBe(`Ik wil ${long}, ${long}`);
  });

  it('splits Arabic and Chinese where their sentences end', () => {
    const arabic = `أريد مقعدا بجانب الكنيسة من فضلكم. ${'كلمة '.repeat(40)}`;
    expect(splitWish(arabic).title).toBe('أريد مقعدا بجانب الكنيسة من فضلكم');
    const chinese = `我希望教堂旁边有一张长椅可以坐下来休息。${'很多话'.repeat(60)}`;
    expect(splitWish(chinese).title).toBe('我希望教堂旁边有一张长椅可以坐下来休息。');
  });

  it('never breaks a picture sign in two', () => {
    const family = '👩‍👩‍👧‍👦';
    const { title } = splitWish(family.repeat(60));
    expect(title.replace('…', '').replaceAll(family, '')).toBe('');
  });

  it('gives a title that fits and loses nothing, whatever was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 2000 }), (text) => {
        fc.pre(text.trim() !== '');
        const { title, description } = splitWish(text);
        expect(countCharacters(title)).toBeLessThanOrEqual(120);
        expect(title).not.toBe('');
        if (description === '') expect(title).toBe(text.replace(/\s+/g, ' ').trim());
        else expect(description).toBe(text.trim());
      }),
      { seed: 20261122, numRuns: 500 }
    );
  });
});
