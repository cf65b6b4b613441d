import { describe, expect, it } from 'vitest';
import { boundsAround } from '#lib/geo/around.ts';
import { distanceMetres } from '#lib/geo/distance.ts';

describe('the box round a spot', () => {
  it.each([
    ['Otterlo', 5.7731, 52.1001],
    ['the equator', 5, 0],
    ['the far south', -68, -54.8]
  ])('reaches as far to each side: %s', (_where, lon, lat) => {
    const [west, south, east, north] = boundsAround({ lon, lat }, 150);
    const sides = [
      { lon: west, lat },
      { lon: east, lat },
      { lon, lat: south },
      { lon, lat: north }
    ];
    for (const side of sides) expect(distanceMetres({ lon, lat }, side)).toBeCloseTo(150, 0);
  });
});
