import type { Position } from 'geojson';
import { groundMetres, toWorld, type WorldPoint } from '#lib/geo/mercator.ts';
import { mostCorners, valid, type Corners, type Validity } from './draft.ts';

/** Shorter lines (metres) and smaller areas (square metres) are a slip of the finger. */
const shortestLine = 2;
const smallestArea = 4;

/** Whether the corners make a line that can be used. */
export function checkLine(corners: Corners): Validity {
  if (corners.length < 2) return { valid: false, reason: 'too_few_corners' };
  if (corners.length > mostCorners) return { valid: false, reason: 'too_many_corners' };
  const points = flat(corners);
  const length = points
    .slice(1)
    .reduce((sum, point, index) => sum + distance(points[index] ?? point, point), 0);
  return length < shortestLine ? { valid: false, reason: 'too_small' } : valid;
}

/** Whether the corners, closed, make an area that can be used. */
export function checkArea(corners: Corners): Validity {
  if (corners.length < 3) return { valid: false, reason: 'too_few_corners' };
  if (corners.length > mostCorners) return { valid: false, reason: 'too_many_corners' };
  const points = flat(corners);
  if (crossesItself(points)) return { valid: false, reason: 'crosses_itself' };
  return areaOf(points) < smallestArea ? { valid: false, reason: 'too_small' } : valid;
}

/** Metres on the ground round the first corner: a drawing is small enough to be flat. */
function flat(corners: Corners): WorldPoint[] {
  const stretch = groundMetres(corners[0]?.[1] ?? 0);
  return corners.map(([lon = 0, lat = 0]: Position) => {
    const { x, y } = toWorld({ lon, lat });
    return { x: x * stretch, y: y * stretch };
  });
}

function distance(a: WorldPoint, b: WorldPoint): number {
  return Math.hypot(b.x - a.x, b.y - a.y);
}

/** Shoelace formula, in square metres; measured from the first corner, because world coordinates are large. */
function areaOf(points: readonly WorldPoint[]): number {
  const origin = points[0] ?? { x: 0, y: 0 };
  const twice = points.reduce((sum, a, index) => {
    const b = points[(index + 1) % points.length] ?? a;
    return sum + (a.x - origin.x) * (b.y - origin.y) - (b.x - origin.x) * (a.y - origin.y);
  }, 0);
  return Math.abs(twice) / 2;
}

/** Whether two sides of the closed outline that are no neighbours meet. */
function crossesItself(points: readonly WorldPoint[]): boolean {
  const count = points.length;
  const side = (index: number): [WorldPoint, WorldPoint] => [
    points[index % count] as WorldPoint,
    points[(index + 1) % count] as WorldPoint
  ];
  for (let first = 0; first < count; first++) {
    for (let second = first + 2; second < count; second++) {
      const areNeighbours = first === 0 && second === count - 1;
      if (!areNeighbours && meet(side(first), side(second))) return true;
    }
  }
  return false;
}

function meet([a, b]: [WorldPoint, WorldPoint], [c, d]: [WorldPoint, WorldPoint]): boolean {
  const turn = (p: WorldPoint, q: WorldPoint, r: WorldPoint): number =>
    Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
  const within = (p: WorldPoint, q: WorldPoint, r: WorldPoint): boolean =>
    Math.min(p.x, q.x) <= r.x &&
    r.x <= Math.max(p.x, q.x) &&
    Math.min(p.y, q.y) <= r.y &&
    r.y <= Math.max(p.y, q.y);
  const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
  if (abc !== abd && cda !== cdb) return true;
  return (
    (abc === 0 && within(a, b, c)) ||
    (abd === 0 && within(a, b, d)) ||
    (cda === 0 && within(c, d, a)) ||
    (cdb === 0 && within(c, d, b))
  );
}
