import { describe, expect, it } from 'vitest';
import { whereKey } from '#lib/domain/place/where.ts';

describe('where something is, in words', () => {
  it('never names a home', () => {
    expect(whereKey('Kerklaan', 'home', true)).toEqual({ key: 'street', street: 'Kerklaan' });
    expect(whereKey('Kerklaan', 'yard', true).key).toBe('street');
  });
  it('says the ground where that helps', () => {
    expect(whereKey('De Zandhoek', 'green', true).key).toBe('green_near_street');
    expect(whereKey('De Zandhoek', 'terrain', true).key).toBe('near_street');
  });
  it('says so when there is no spot, or no street near it', () => {
    expect(whereKey(null, null, false).key).toBe('anywhere');
    expect(whereKey(null, 'green', true).key).toBe('somewhere');
  });
});
