import { toWorld, type LonLat } from '#lib/geo/mercator.ts';
import { readBaseMap } from './base-map.ts';

/** Shows some 250 by 160 metres: the place with the streets round it. Units of the picture, as the map is drawn. */
const size = { width: 400, height: 255 };

/**
 * The address of a part of the drawn base map with a spot in its middle, for paper; null when the wijk has no base map.
 * @param spot WGS84 degrees
 */
export async function smallMap(
  wijk: string,
  spot: LonLat,
  fetch: typeof globalThis.fetch
): Promise<string | null> {
  const base = await readBaseMap(wijk, fetch);
  if (!base) return null;
  const world = toWorld(spot);
  // The picture counts down from its origin; world metres count down from the equator.
  const x = world.x - base.svg.originX - size.width / 2;
  const y = world.y + base.svg.originY - size.height / 2;
  const box = [x, y, size.width, size.height].map(Math.round).join(',');
  return `/basemap/${wijk}/base-light.svg#svgView(viewBox(${box}))`;
}
