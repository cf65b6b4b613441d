import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  firstViewFor,
  heartOf,
  pictureOf,
  readBaseMap,
  viewFor
} from '#lib/domain/neighbourhood/base-map.ts';
import { fromWorld, toWorld } from '#lib/geo/mercator.ts';
import { scaleOf, visibleBounds } from '#lib/geo/view.ts';
import { isInside } from '#lib/geo/bounds.ts';

const base = readBaseMap(JSON.parse(readFileSync('static/basemap/otterlo/base.json', 'utf8')));

describe('the base map of Otterlo', () => {
  it('puts its picture where the formula in base.json says', () => {
    const picture = pictureOf(base);
    const [lon, lat] = base.center;
    const { x, y } = toWorld({ lon, lat });
    const formula = {
      x: (6378137 * lon * Math.PI) / 180 - base.svg.originX,
      y: base.svg.originY - 6378137 * Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
    };
    expect(x - picture.x + picture.width / 2).toBeCloseTo(formula.x, 6);
    expect(y - picture.y + picture.height / 2).toBeCloseTo(formula.y, 6);
    expect(isInside(base.bounds, fromWorld(picture))).toBe(true);
  });

  it('is refused when it is something else', () => {
    expect(() => readBaseMap({ name: 'Otterlo' })).toThrow(/base map/);
    expect(() => readBaseMap(null)).toThrow(/base map/);
  });

  it('opens at the same whole zoom on a phone and on a desk, readable on both', () => {
    const view = firstViewFor(base);
    const [phone, desk] = [
      { width: 360, height: 370 },
      { width: 1000, height: 840 }
    ].map((size) => scaleOf(view, size));
    expect(phone).toBeGreaterThan(0.5);
    expect(desk).toBeGreaterThan(phone ?? 0);
    expect(desk).toBeLessThan(0.85);
  });

  it('opens where people put things, when they did', () => {
    const marks = Array.from({ length: 12 }, (_, n) => ({ lon: 5.772 + n * 0.0001, lat: 52.1 }));
    const heart = heartOf(base, marks);
    expect(heart).toEqual({ lon: 5.7725, lat: 52.1 });
    expect(heartOf(base, marks.slice(0, 3))).toBeNull();
    expect(heartOf(base, [...marks.slice(0, 9), { lon: 4, lat: 52 }])).toBeNull();
  });

  it('shows the bounds of an address whole', () => {
    const asked = [5.771, 52.098, 5.775, 52.1] as const;
    const seen = visibleBounds(viewFor(base, asked), { width: 700, height: 500 });
    expect(isInside(seen, { lon: asked[0] + 1e-6, lat: asked[1] + 1e-6 })).toBe(true);
    expect(isInside(seen, { lon: asked[2] - 1e-6, lat: asked[3] - 1e-6 })).toBe(true);
  });
});
