import type { Bounds } from './bounds.ts';
import type { LonLat } from './mercator.ts';

/** Metres of a degree of latitude, on the mean radius of the earth (6,371 km) that `distanceMetres` uses too. */
const metresPerDegree = 111_195;

/** The box that reaches so many metres to each side of a spot. */
export function boundsAround({ lon, lat }: LonLat, metres: number): Bounds {
  const high = metres / metresPerDegree;
  // Degrees of longitude are shorter the farther from the equator; near the poles nobody has a neighbourhood.
  const wide = high / Math.max(Math.cos((lat * Math.PI) / 180), 0.01);
  return [lon - wide, lat - high, lon + wide, lat + high];
}
