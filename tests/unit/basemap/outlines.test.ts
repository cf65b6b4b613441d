import { describe, expect, it } from 'vitest';
import { roundGeometry } from '../../../scripts/basemap/map-objects-sql.ts';
import { fromMercator, toMercator } from '../../../scripts/basemap/mercator.ts';
import { areaSquareMetres, dissolve } from '../../../scripts/basemap/polygons.ts';
import { crossesItself } from '../../../scripts/basemap/self-crossing.ts';
import { simplifyLine, simplifyOutline } from '../../../scripts/basemap/simplify.ts';
import { dotData, pathData } from '../../../scripts/basemap/svg-path.ts';

const square = (x: number, y: number, side: number): [number, number][] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y]
];

describe('Web Mercator', () => {
  it('agrees with EPSG:3857 in Otterlo', () => {
    // Checked against proj4 2.22, EPSG:4326 to EPSG:3857.
    const [x, y] = toMercator([5.774024, 52.0988394]);
    expect(x).toBeCloseTo(642761.41, 1);
    expect(y).toBeCloseTo(6818016.65, 1);
  });

  it('comes back where it started', () => {
    const [longitude, latitude] = fromMercator(toMercator([5.77, 52.1]));
    expect(longitude).toBeCloseTo(5.77, 9);
    expect(latitude).toBeCloseTo(52.1, 9);
  });
});

describe('simplifying', () => {
  it('keeps a corner that matters and drops one that does not', () => {
    const line: [number, number][] = [
      [0, 0],
      [5, 0.4],
      [10, 0],
      [10, 10]
    ];
    expect(simplifyLine(line, () => 1)).toEqual([
      [0, 0],
      [10, 0],
      [10, 10]
    ]);
  });

  it('is finer where the tolerance is finer', () => {
    const line: [number, number][] = [
      [0, 0],
      [5, 2],
      [10, 0],
      [15, 2],
      [20, 0]
    ];
    const kept = simplifyLine(line, (x) => (x < 10 ? 1 : 3));
    expect(kept).toContainEqual([5, 2]);
    expect(kept).not.toContainEqual([15, 2]);
  });

  it('leaves an outline open and without points halfway a side', () => {
    const outline = simplifyOutline([[5, 0], ...square(0, 0, 10).slice(1), [0, 0], [5, 0]], () => 1, 1);
    expect(outline).toHaveLength(4);
  });

  it('drops what is too small to see', () => {
    expect(simplifyOutline(square(0, 0, 2), () => 1, 5)).toBeNull();
    expect(simplifyOutline(square(0, 0, 2), () => 1, 3)).toHaveLength(4);
  });
});

describe('path data', () => {
  it('is relative, and uses a minus sign as separator', () => {
    const triangle: [number, number][] = [
      [10, 10],
      [14, 12],
      [9, 15]
    ];
    const moved = triangle.map(([x, y]): [number, number] => [x + 20, y - 3]);
    expect(pathData([triangle, moved], true)).toBe('M10 10l4 2-5 3zm20-3l4 2-5 3z');
  });

  it('writes dots as lines of no length', () => {
    expect(
      dotData([
        [3, 4],
        [1, 9]
      ])
    ).toBe('M3 4h0m-2 5h0');
  });
});

describe('a polygon that crosses itself', () => {
  it('is told from one that does not', () => {
    expect(crossesItself([square(0, 0, 10)])).toBe(false);
    expect(crossesItself([square(0, 0, 10), square(2, 2, 3)])).toBe(false);
    const [a, b, c, d] = square(0, 0, 10) as [
      [number, number],
      [number, number],
      [number, number],
      [number, number]
    ];
    expect(crossesItself([[a, c, b, d, a]])).toBe(true);
  });

  it('may not touch itself or fold back', () => {
    const pinched = [
      [0, 0],
      [4, 0],
      [2, 2],
      [4, 4],
      [0, 4],
      [2, 2],
      [0, 0]
    ];
    expect(crossesItself([pinched])).toBe(true);
    const spike = [
      [0, 0],
      [4, 0],
      [4, 4],
      [4, -3],
      [0, 4],
      [0, 0]
    ];
    expect(crossesItself([spike])).toBe(true);
  });

  it('keeps its full precision instead of being rounded into one', () => {
    const sliver = [
      [5.77, 52.1],
      [5.7700301, 52.1000002],
      [5.7700602, 52.1000001],
      [5.7700302, 52.1000004],
      [5.77, 52.1]
    ];
    expect(roundGeometry({ type: 'Polygon', coordinates: [sliver] })).toEqual({
      type: 'Polygon',
      coordinates: [sliver]
    });
    expect(roundGeometry({ type: 'Point', coordinates: [5.77123456, 52.1] })).toEqual({
      type: 'Point',
      coordinates: [5.771235, 52.1]
    });
  });
});

describe('dissolving', () => {
  it('melts neighbours into one outline of the same area', () => {
    const west = { type: 'Polygon' as const, coordinates: [square(5.77, 52.1, 0.001)] };
    const east = { type: 'Polygon' as const, coordinates: [square(5.771, 52.1, 0.001)] };
    const merged = dissolve([west, east]);
    expect(merged?.coordinates).toHaveLength(1);
    expect(areaSquareMetres(merged!)).toBeCloseTo(areaSquareMetres(west) + areaSquareMetres(east), 0);
    // 0.001 degrees at 52.1 north: 68.4 m by 111.3 m.
    expect(areaSquareMetres(west)).toBeGreaterThan(7550);
    expect(areaSquareMetres(west)).toBeLessThan(7680);
  });

  it('has no answer for nothing', () => {
    expect(dissolve([])).toBeNull();
  });
});
