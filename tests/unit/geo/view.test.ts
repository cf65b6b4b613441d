import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { MercatorCoordinate } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { fromWorld, toWorld } from '#lib/geo/mercator.ts';
import {
  boxBounds,
  closer,
  heldWithin,
  placeAt,
  scaleLimits,
  scaleOf,
  scaleOfZoom,
  screenPoint,
  viewAround,
  viewOfBounds,
  visibleBounds,
  zoomOfScale,
  type Size,
  type View
} from '#lib/geo/view.ts';
import type { Bounds } from '#lib/geo/bounds.ts';

const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
const pixels = degrees(120, 4000);
const sizes: fc.Arbitrary<Size> = fc.record({ width: pixels, height: pixels });
const villages: fc.Arbitrary<Bounds> = fc
  .tuple(degrees(3, 7), degrees(50.5, 53.5), degrees(0.0005, 0.06), degrees(0.0005, 0.04))
  .map(([west, south, wide, high]) => [west, south, west + wide, south + high]);
const views: fc.Arbitrary<View> = fc
  .tuple(villages, degrees(0, 1.5))
  .map(([bounds, least]) => ({ ...viewOfBounds(bounds), least }));

/** Where MapLibre puts a place: its own mercator coordinates, centre and zoom. */
function liveMapPoint(view: View, size: Size, lon: number, lat: number): { x: number; y: number } {
  const worldSize = 512 * 2 ** zoomOfScale(scaleOf(view, size));
  const { lon: centreLon, lat: centreLat } = fromWorld(view);
  const centre = MercatorCoordinate.fromLngLat([centreLon, centreLat]);
  const place = MercatorCoordinate.fromLngLat([lon, lat]);
  return {
    x: size.width / 2 + (place.x - centre.x) * worldSize,
    y: size.height / 2 + (place.y - centre.y) * worldSize
  };
}

/** The stylesheet's own sum for pixels per metre, with its units taken away. */
function scaleInCss(view: View, size: Size): number {
  const css = readFileSync('src/lib/components/views/map/drawn-map.css', 'utf8');
  const sum = /--scale:\s*(min\([^;]*);/.exec(css)?.[1] ?? '';
  const numbers: Record<string, number> = {
    'var(--least)': view.least,
    'var(--box-width)': view.width,
    'var(--box-height)': view.height,
    '100cqi': size.width,
    '100cqb': size.height
  };
  const script = sum
    .replaceAll(/var\(--[a-z-]+\)|100cq[ib]/g, (name) => String(numbers[name]))
    .replaceAll(/(\d)px/g, '$1')
    .replaceAll(/\b(min|max)\(/g, 'Math.$1(');
  return Number(new Function(`return ${script}`)());
}

describe('fitting a view in a container', () => {
  it('puts every place where the live map puts it, within half a pixel', () => {
    fc.assert(
      fc.property(views, sizes, degrees(-0.5, 0.5), degrees(-0.5, 0.5), (view, size, east, south) => {
        const place = fromWorld({ x: view.x + east * view.width, y: view.y + south * view.height });
        const drawn = screenPoint(view, size, place);
        const live = liveMapPoint(view, size, place.lon, place.lat);
        expect(Math.abs(drawn.x - live.x)).toBeLessThan(0.5);
        expect(Math.abs(drawn.y - live.y)).toBeLessThan(0.5);
      })
    );
  });

  it('is the same sum as in the stylesheet, which places the marks without a script', () => {
    fc.assert(
      fc.property(views, sizes, (view, size) => {
        expect(scaleInCss(view, size)).toBeCloseTo(scaleOf(view, size), 9);
      })
    );
  });

  it('shows the whole box unless the smallest readable scale forbids it', () => {
    fc.assert(
      fc.property(villages, sizes, (bounds, size) => {
        const view = viewOfBounds(bounds);
        const whole = Math.min(size.width / view.width, size.height / view.height);
        fc.pre(whole <= scaleLimits.most && whole >= scaleLimits.least);
        const [west, south, east, north] = visibleBounds(view, size);
        expect(west).toBeLessThanOrEqual(bounds[0] + 1e-9);
        expect(south).toBeLessThanOrEqual(bounds[1] + 1e-9);
        expect(east).toBeGreaterThanOrEqual(bounds[2] - 1e-9);
        expect(north).toBeGreaterThanOrEqual(bounds[3] - 1e-9);
      })
    );
    const small = { ...viewOfBounds([5.76, 52.09, 5.78, 52.11]), least: 0.5 };
    expect(scaleOf(small, { width: 300, height: 300 })).toBe(0.5);
  });

  it('comes back to the same view from the bounds of an address', () => {
    fc.assert(
      fc.property(views, sizes, (view, size) => {
        const scale = scaleOf(view, size);
        const again = viewOfBounds(boxBounds(viewAround(view, scale, size)));
        expect(scaleOf(again, size) / scale).toBeCloseTo(1, 6);
        expect(Math.abs(again.x - view.x) * scale).toBeLessThan(0.5);
        expect(Math.abs(again.y - view.y) * scale).toBeLessThan(0.5);
      })
    );
  });

  it('finds the place under a point, and the point of a place', () => {
    fc.assert(
      fc.property(views, sizes, degrees(0, 1), degrees(0, 1), (view, size, across, down) => {
        const point = { x: across * size.width, y: down * size.height };
        const back = screenPoint(view, size, placeAt(view, size, point));
        expect(back.x).toBeCloseTo(point.x, 3);
        expect(back.y).toBeCloseTo(point.y, 3);
      })
    );
  });

  it('turns zooms into scales and back', () => {
    for (const zoom of [12, 15.31, 19.5]) expect(zoomOfScale(scaleOfZoom(zoom))).toBeCloseTo(zoom, 9);
  });
});

describe('moving a view', () => {
  const view = viewOfBounds([5.76, 52.09, 5.78, 52.11]);
  const size = { width: 800, height: 600 };

  it('keeps the spot under the fingers when it comes closer', () => {
    const around = toWorld({ lon: 5.765, lat: 52.095 });
    const before = screenPoint(view, size, fromWorld(around));
    const after = screenPoint(closer(view, 2.5, around), size, fromWorld(around));
    expect(after.x).toBeCloseTo(before.x, 6);
    expect(after.y).toBeCloseTo(before.y, 6);
  });

  it('keeps its centre within the data and its size within what can be shown', () => {
    const limits: Bounds = [5.75, 52.09, 5.78, 52.11];
    const lost = heldWithin(viewOfBounds([-10, 10, 40, 70]), limits);
    const centre = fromWorld(lost);
    expect(centre.lon).toBeLessThanOrEqual(5.78 + 1e-9);
    expect(centre.lat).toBeGreaterThanOrEqual(52.09 - 1e-9);
    expect(lost.width).toBeLessThan(10_000);
    const tiny = heldWithin(viewOfBounds([5.77, 52.1, 5.770001, 52.1000001]), limits);
    expect(Math.max(tiny.width, tiny.height)).toBeCloseTo(40, 6);
  });
});
