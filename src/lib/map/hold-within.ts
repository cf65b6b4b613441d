import { LngLat, type TransformConstrainFunction } from 'maplibre-gl';
import type { Bounds } from '#lib/geo/bounds.ts';

/**
 * Keeps the middle of the map within bounds and its zoom within limits, and nothing more. MapLibre's own `maxBounds`
 * also zooms in until the bounds fill the container: then the live map would stand elsewhere than the drawn one.
 */
export function holdWithin(
  [west, south, east, north]: Bounds,
  leastZoom: number,
  mostZoom: number
): TransformConstrainFunction {
  return ({ lng, lat }, zoom) => ({
    center: new LngLat(Math.min(east, Math.max(west, lng)), Math.min(north, Math.max(south, lat))),
    zoom: Math.min(mostZoom, Math.max(leastZoom, zoom))
  });
}
