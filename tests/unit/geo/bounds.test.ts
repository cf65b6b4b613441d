import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, formatBounds, isInside, parseBounds, widened } from '#lib/geo/bounds.ts';

describe('bounds in an address', () => {
  it('reads what it wrote, to a tenth of a metre', () => {
    const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    fc.assert(
      fc.property(
        degrees(3, 7),
        degrees(50, 53),
        degrees(0.001, 1),
        degrees(0.001, 1),
        (west, south, wide, high) => {
          const bounds = [west, south, west + wide, south + high] as const;
          const read = parseBounds(formatBounds(bounds));
          read?.forEach((value, index) => expect(value).toBeCloseTo(bounds[index] ?? NaN, 5));
          expect(read).not.toBeNull();
        }
      )
    );
  });

  it.each([
    null,
    undefined,
    '',
    '5,52,6',
    '5,52,6,53,7',
    'a,b,c,d',
    '6,52,5,53',
    '5,53,6,52',
    '5,52,5,53',
    '5,52,NaN,53',
    '5,52,Infinity,53',
    '1e3,52,2e3,53',
    '-200,52,6,53',
    '5,-95,6,53',
    '5 ,52,6,53'
  ])('takes %j for no bounds', (text) => {
    expect(parseBounds(text)).toBeNull();
  });
});

describe('bounds round points', () => {
  const points = [
    { lon: 5.77, lat: 52.1 },
    { lon: 5.76, lat: 52.11 }
  ];

  it('are the smallest that hold them all', () => {
    expect(boundsOf(points)).toEqual([5.76, 52.1, 5.77, 52.11]);
    expect(boundsOf([])).toBeNull();
  });

  it('grow by a share, and shrink by a negative one', () => {
    const bounds = boundsOf(points) ?? [0, 0, 0, 0];
    expect(points.every((point) => isInside(widened(bounds, 0.1), point))).toBe(true);
    expect(points.some((point) => isInside(widened(bounds, -0.1), point))).toBe(false);
    expect(widened([5, 52, 5, 52], 0.3, 0.001)).toEqual([4.999, 51.999, 5.001, 52.001]);
  });
});
