import { expect, it } from 'vitest';
import { distanceMetres } from '#lib/geo/distance.ts';
import { metresToGeometry } from '#lib/geo/to-geometry.ts';

const spot = { lon: 5.77, lat: 52.1 };
// A thousandth of a degree at this latitude: 68.3 m east, 111.2 m north.
const square = (west: number, south: number, side: number) => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
  [west, south]
];

it('measures between spots as the crow flies', () => {
  expect(distanceMetres(spot, spot)).toBe(0);
  expect(distanceMetres(spot, { lon: 5.77, lat: 52.101 })).toBeCloseTo(111.19, 1);
  expect(distanceMetres(spot, { lon: 5.771, lat: 52.1 })).toBeCloseTo(68.31, 1);
});

it('agrees with itself for a point', () => {
  const there = { lon: 5.7713, lat: 52.1004 };
  const measured = metresToGeometry(spot, { type: 'Point', coordinates: [there.lon, there.lat] });
  expect(measured).toBeCloseTo(distanceMetres(spot, there), 1);
});

it('is nothing within an area, and the way to its edge outside it', () => {
  const around = { type: 'Polygon' as const, coordinates: [square(5.769, 52.099, 0.002)] };
  expect(metresToGeometry(spot, around)).toBe(0);
  const east = { type: 'Polygon' as const, coordinates: [square(5.771, 52.099, 0.002)] };
  expect(metresToGeometry(spot, east)).toBeCloseTo(68.3, 0);
});

it('counts a hole as outside', () => {
  const ring = {
    type: 'Polygon' as const,
    coordinates: [square(5.76, 52.09, 0.02), square(5.769, 52.099, 0.002)]
  };
  expect(metresToGeometry(spot, ring)).toBeCloseTo(68.3, 0);
});

it('takes the nearest part of lines and of several areas', () => {
  const line = {
    type: 'LineString' as const,
    coordinates: [
      [5.76, 52.101],
      [5.78, 52.101]
    ]
  };
  expect(metresToGeometry(spot, line)).toBeCloseTo(111.2, 0);
  const far = square(5.78, 52.11, 0.001);
  const areas = { type: 'MultiPolygon' as const, coordinates: [[far], [square(5.771, 52.1, 0.001)]] };
  expect(metresToGeometry(spot, areas)).toBeCloseTo(68.3, 0);
});
