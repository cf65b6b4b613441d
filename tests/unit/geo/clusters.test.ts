import { describe, expect, it } from 'vitest';
import { clusterPoints } from '#lib/geo/clusters.ts';
import { clusterRule } from '#lib/geo/cluster-rule.ts';
import { screenPoint, scaleOfZoom, viewAround } from '#lib/geo/view.ts';
import { toWorld } from '#lib/geo/mercator.ts';
import type { Bounds } from '#lib/geo/bounds.ts';

/** A small generator with a seed: the same village each time. */
function village(count: number): { lon: number; lat: number; name: number }[] {
  let seed = 42;
  const random = (): number => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  return Array.from({ length: count }, (_, name) => ({
    lon: 5.769 + random() * 0.01,
    lat: 52.094 + random() * 0.009,
    name
  }));
}

const everywhere: Bounds = [5.7, 52, 5.9, 52.2];

describe('gathering points that crowd', () => {
  const points = village(2000);
  const zoom = 15.7;
  const { single, clusters } = clusterPoints(points, zoom, everywhere);

  it('loses nobody and counts nobody twice', () => {
    const gathered = clusters.reduce((sum, { count }) => sum + count, 0);
    expect(single.length + gathered).toBe(points.length);
    expect(new Set(single.map(({ name }) => name)).size).toBe(single.length);
    expect(clusters.length).toBeGreaterThan(5);
  });

  it('keeps the order of the points that stand alone', () => {
    const names = single.map(({ name }) => name);
    expect(names).toEqual([...names].sort((a, b) => a - b));
  });

  it('puts each cluster within what lies in it', () => {
    for (const { lon, lat, bounds } of clusters) {
      expect(lon).toBeGreaterThanOrEqual(bounds[0] - 1e-6);
      expect(lon).toBeLessThanOrEqual(bounds[2] + 1e-6);
      expect(lat).toBeGreaterThanOrEqual(bounds[1] - 1e-6);
      expect(lat).toBeLessThanOrEqual(bounds[3] + 1e-6);
    }
  });

  it('leaves nobody alone who stands within reach of another', () => {
    const size = { width: 1000, height: 1000 };
    const view = viewAround(toWorld({ lon: 5.774, lat: 52.0985 }), scaleOfZoom(Math.floor(zoom)), size);
    const places = single.map((point) => screenPoint(view, size, point));
    const close = places.filter((a, index) =>
      places.some(
        (b, other) => other > index && Math.hypot(a.x - b.x, a.y - b.y) < clusterRule.radiusPixels - 1
      )
    );
    expect(close).toEqual([]);
  });

  it('lets everybody stand alone closer than the closest zoom', () => {
    const close = clusterPoints(points, clusterRule.closest + 1, everywhere);
    expect(close.clusters).toEqual([]);
    expect(close.single).toHaveLength(points.length);
  });

  it('leaves out what lies outside the bounds', () => {
    const west = clusterPoints(points, 18, [5.769, 52.09, 5.772, 52.11]);
    expect(west.single.every(({ lon }) => lon <= 5.772)).toBe(true);
    expect(west.single.length).toBeGreaterThan(0);
  });
});
