import { describe, expect, it } from 'vitest';
import { readiness } from '#lib/domain/coalition/readiness.ts';

describe('a group may ask a place', () => {
  it('with two people for something small', () => {
    expect(readiness({ people: 2, residents: 1, households: 1 }, 'small').ready).toBe(true);
    expect(readiness({ people: 1, residents: 1, households: 1 }, 'small')).toEqual({
      ready: false,
      missingPeople: 1,
      missingHousehold: false
    });
  });
  it('with three residents of two homes for something lasting', () => {
    expect(readiness({ people: 3, residents: 3, households: 2 }, 'lasting').ready).toBe(true);
    expect(readiness({ people: 3, residents: 3, households: 1 }, 'lasting')).toEqual({
      ready: false,
      missingPeople: 0,
      missingHousehold: true
    });
  });
  it('and professionals do not count as residents', () => {
    expect(readiness({ people: 5, residents: 1, households: 1 }, 'lasting')).toEqual({
      ready: false,
      missingPeople: 2,
      missingHousehold: true
    });
  });
  it('by the rule of its own neighbourhood', () => {
    expect(
      readiness({ people: 2, residents: 2, households: 2 }, 'lasting', { residents: 2, households: 2 }).ready
    ).toBe(true);
  });
});
