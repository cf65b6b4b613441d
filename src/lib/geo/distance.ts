import type { LonLat } from './mercator.ts';

/** The mean radius of the earth in metres (IUGG). */
const earthRadiusMetres = 6_371_008.8;

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Metres between two spots in WGS84 degrees as the crow flies, on a sphere (haversine): at most 0.5 % off. */
export function distanceMetres(one: LonLat, other: LonLat): number {
  const halfHigh = Math.sin(radians(other.lat - one.lat) / 2);
  const halfWide = Math.sin(radians(other.lon - one.lon) / 2);
  const squared = halfHigh ** 2 + Math.cos(radians(one.lat)) * Math.cos(radians(other.lat)) * halfWide ** 2;
  return 2 * earthRadiusMetres * Math.asin(Math.min(1, Math.sqrt(squared)));
}
