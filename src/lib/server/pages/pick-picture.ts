import { boundsOf } from '#lib/geo/bounds.ts';
import { fromWorld, toWorld } from '#lib/geo/mercator.ts';
import { readBaseMap, type BaseMap } from '#lib/server/pages/base-map.ts';

/** The picture that is tapped without JavaScript: a part of the drawn base map, at a fixed size so that a tap is a spot. */
interface PickPicture {
  light: string;
  width: number;
  height: number;
}

/** CSS pixels; fits the smallest phones. */
const width = 320;

/** The part of the picture round the border, in units of its view box. */
function frameOf(base: BaseMap) {
  const corners = base.border.coordinates.flat(1).map(([lon = 0, lat = 0]) => ({ lon, lat }));
  const [west, south, east, north] = boundsOf(corners) ?? base.bounds;
  const { originX, originY } = base.svg;
  const topLeft = toWorld({ lon: west, lat: north });
  const bottomRight = toWorld({ lon: east, lat: south });
  // The picture counts down from its origin; world metres count down from the equator.
  return {
    x: topLeft.x - originX,
    y: topLeft.y + originY,
    width: bottomRight.x - topLeft.x,
    height: bottomRight.y - topLeft.y
  };
}

/** The picture of a wijk; null when it has no base map. */
export async function pickPicture(wijk: string, fetch: typeof globalThis.fetch): Promise<PickPicture | null> {
  const base = await readBaseMap(wijk, fetch);
  if (!base) return null;
  const frame = frameOf(base);
  const box = [frame.x, frame.y, frame.width, frame.height].map(Math.round).join(',');
  return {
    light: `/basemap/${wijk}/base-light.svg#svgView(viewBox(${box}))`,
    width,
    height: Math.round((width * frame.height) / frame.width)
  };
}

/** [lon, lat] of a tap on the picture, WGS84; null when the form carries none. */
export async function spotOfTap(
  wijk: string,
  form: FormData,
  fetch: typeof globalThis.fetch
): Promise<[number, number] | null> {
  if (!form.has('tap.x')) return null;
  const [x, y] = [Number(form.get('tap.x')), Number(form.get('tap.y'))];
  const base = await readBaseMap(wijk, fetch);
  if (!base || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  const frame = frameOf(base);
  const scale = frame.width / width;
  const spot = fromWorld({
    x: base.svg.originX + frame.x + x * scale,
    y: frame.y - base.svg.originY + y * scale
  });
  return [spot.lon, spot.lat];
}
