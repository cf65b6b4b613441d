import type { LonLat } from './mercator.ts';

/** West, south, east and north in WGS84 degrees. */
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/**
 * Reads `west,south,east,north` as it stands in an address (`?map=`). Null for anything that is not a box on earth:
 * an address is typed, cut off and pasted by people.
 */
export function parseBounds(text: string | null | undefined): Bounds | null {
  const parts = text?.split(',') ?? [];
  if (parts.length !== 4 || parts.some((part) => !/^-?\d{1,3}(\.\d{1,15})?$/.test(part))) return null;
  const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
  const isOnEarth = west >= -180 && east <= 180 && south >= -85 && north <= 85;
  return isOnEarth && west < east && south < north ? [west, south, east, north] : null;
}

/** Writes bounds for an address. Six decimals are a tenth of a metre: less than a pixel at the closest view. */
export function formatBounds(bounds: Bounds): string {
  return bounds.map((degrees) => Number(degrees.toFixed(6))).join(',');
}

export function isInside([west, south, east, north]: Bounds, { lon, lat }: LonLat): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north;
}

/** The smallest bounds round the points; null without any. */
export function boundsOf(points: Iterable<LonLat>): Bounds | null {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { lon, lat } of points) {
    west = Math.min(west, lon);
    south = Math.min(south, lat);
    east = Math.max(east, lon);
    north = Math.max(north, lat);
  }
  return west <= east ? [west, south, east, north] : null;
}

/** Bounds with a margin on each side, as a share of their width and height and at least so many degrees. */
export function widened([west, south, east, north]: Bounds, share: number, leastDegrees = -Infinity): Bounds {
  const wide = Math.max((east - west) * share, leastDegrees);
  const high = Math.max((north - south) * share, leastDegrees);
  return [west - wide, south - high, east + wide, north + high];
}
