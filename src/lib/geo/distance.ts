import { distance } from '@turf/turf';
import type { LonLat } from './mercator.ts';

/** Metres along the earth between two spots (WGS84), as the crow flies; haversine, as turf has it. */
export function distanceMetres(from: LonLat, to: LonLat): number {
  return distance([from.lon, from.lat], [to.lon, to.lat], { units: 'meters' });
}
