import type { Mark } from '#lib/domain/neighbourhood/marks.ts';
import { isInside, type Bounds } from '#lib/geo/bounds.ts';

/** More than this nobody goes through one by one. */
export const mostListed = 50;

/** The marks within bounds that are nearest to the middle, nearest first, and how many there are altogether. */
export function nearestInView(
  marks: readonly Mark[],
  bounds: Bounds,
  most = mostListed
): { marks: Mark[]; count: number } {
  const [west, south, east, north] = bounds;
  const middle = { lon: (west + east) / 2, lat: (south + north) / 2 };
  // Degrees of longitude are shorter than those of latitude: without this "near" would be an ellipse.
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const inView = marks.filter((mark) => isInside(bounds, mark));
  const distance = ({ lon, lat }: Mark): number => Math.hypot((lon - middle.lon) * shrink, lat - middle.lat);
  const sorted = inView.map((mark) => ({ mark, far: distance(mark) })).sort((a, b) => a.far - b.far);
  return { marks: sorted.slice(0, most).map(({ mark }) => mark), count: inView.length };
}
