import { featureCollection, feature, union } from '@turf/turf';
import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { mercatorStretch, toMercator } from './mercator.ts';

export type Ring = [number, number][];

/** The polygons of a Polygon or MultiPolygon as lists of rings; nothing for another geometry. */
export function polygonsOf(geometry: Geometry): Position[][][] {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  if (geometry.type === 'MultiPolygon') return geometry.coordinates;
  return [];
}

/** The lines of a LineString, MultiLineString or (as outlines) Polygon; nothing for points. */
export function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  if (geometry.type === 'MultiLineString') return geometry.coordinates;
  return polygonsOf(geometry).flat();
}

/** Signed area of a ring in the square of its own units; positive when counterclockwise with y up. */
export function signedArea(ring: readonly (readonly [number, number])[]): number {
  let double = 0;
  for (let index = 0; index < ring.length; index += 1) {
    const [x1, y1] = ring[index]!;
    const [x2, y2] = ring[(index + 1) % ring.length]!;
    double += x1 * y2 - x2 * y1;
  }
  return double / 2;
}

/** Area of a polygon in true square metres, by its Web Mercator outline (error < 0.1 % within a wijk). */
export function areaSquareMetres(geometry: Geometry): number {
  let sum = 0;
  for (const polygon of polygonsOf(geometry)) {
    polygon.forEach((ring, index) => {
      const stretch = mercatorStretch(ring[0]![1]!);
      const area = Math.abs(signedArea(ring.map(toMercator))) / stretch ** 2;
      sum += index === 0 ? area : -area;
    });
  }
  return sum;
}

/** Holes below a square metre are seams between neighbouring survey outlines, not courtyards. */
const smallestHoleSquareMetres = 1;

/**
 * Melts touching polygons into one outline, so that no seam is drawn between them.
 * Returns one MultiPolygon, or null without input. Seams (holes below 1 m²) are closed.
 */
export function dissolve(geometries: Geometry[]): MultiPolygon | null {
  const polygons = geometries.filter(
    (geometry): geometry is Polygon | MultiPolygon => polygonsOf(geometry).length > 0
  );
  const [first] = polygons;
  if (!first) return null;
  const merged =
    polygons.length === 1
      ? first
      : union(featureCollection(polygons.map((geometry) => feature(geometry))))?.geometry;
  if (!merged) return null;
  const coordinates = polygonsOf(merged).map(([outer, ...holes]) => [
    outer!,
    ...holes.filter(
      (hole) => areaSquareMetres({ type: 'Polygon', coordinates: [hole] }) >= smallestHoleSquareMetres
    )
  ]);
  return { type: 'MultiPolygon', coordinates };
}

/** Drops parts of a MultiPolygon smaller than a number of true square metres; null when nothing is left. */
export function dropSmall(geometry: MultiPolygon | null, squareMetres: number): MultiPolygon | null {
  if (!geometry) return null;
  const coordinates = geometry.coordinates.filter(
    (rings) => areaSquareMetres({ type: 'Polygon', coordinates: rings }) >= squareMetres
  );
  return coordinates.length > 0 ? { type: 'MultiPolygon', coordinates } : null;
}
