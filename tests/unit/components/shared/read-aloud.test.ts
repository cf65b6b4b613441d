import { describe, expect, test } from 'vitest';
import { speechParts } from '#lib/components/shared/read-aloud.ts';

describe('text for a voice', () => {
  test('is cut at sentences and lines', () => {
    expect(
      speechParts('\nMoestuin op het veldje\nNoor leest uw idee. Dat is vóór vrijdag!\n\n · \n')
    ).toEqual(['Moestuin op het veldje', 'Noor leest uw idee.', 'Dat is vóór vrijdag!']);
  });

  test('has no part that a voice breaks off, and loses no word', () => {
    const long = 'Wij zoeken handen en een kraan, '.repeat(20).trim();
    const parts = speechParts(long);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(180);
    expect(parts.join(' ')).toBe(long);
    expect(speechParts('a'.repeat(400)).join('')).toBe('a'.repeat(400));
  });
});
