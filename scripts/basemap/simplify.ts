import type { Ring } from './polygons.ts';
import { signedArea } from './polygons.ts';

/** How coarse an outline may become at a point, in the units of the points. */
export type Tolerance = (x: number, y: number) => number;

type Point = [number, number];

function offset([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const along = ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1);
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(x - ax - clamped * dx, y - ay - clamped * dy);
}

/**
 * Ramer-Douglas-Peucker with a tolerance that may differ from place to place:
 * fine in the wijk, coarse around it. Keeps the first and the last point.
 */
export function simplifyLine(points: Ring, tolerance: Tolerance): Ring {
  const keep = new Set([0, points.length - 1]);
  const spans: [number, number][] = [[0, points.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [first, last] = span;
    let worst = 1;
    let at = -1;
    for (let index = first + 1; index < last; index += 1) {
      const point = points[index]!;
      const excess = offset(point, points[first]!, points[last]!) / tolerance(point[0], point[1]);
      if (excess > worst) [worst, at] = [excess, index];
    }
    if (at < 0) continue;
    keep.add(at);
    spans.push([first, at], [at, last]);
  }
  return points.filter((_, index) => keep.has(index));
}

/**
 * Simplifies a closed outline (first point = last point) and rounds it to whole units.
 * Returns it without the closing point, or null when less than `smallest` square units is left.
 */
export function simplifyOutline(points: Ring, tolerance: Tolerance, smallest: number): Ring | null {
  const open = points.slice(0, -1);
  if (open.length < 3 || Math.abs(signedArea(open)) < smallest) return null;
  // Two far corners as fixed ends: the register's first point may lie halfway a wall.
  const [startX, startY] = open[0]!;
  const far = open.reduce((best, [x, y], index) => {
    const [bestX, bestY] = open[best]!;
    return Math.hypot(x - startX, y - startY) > Math.hypot(bestX - startX, bestY - startY) ? index : best;
  }, 0);
  const turned = [...open.slice(far), ...open.slice(0, far)];
  const middle = turned.reduce((best, [x, y], index) => {
    const gap = (candidate: Point): number =>
      Math.hypot(candidate[0] - turned[0]![0], candidate[1] - turned[0]![1]);
    return gap([x, y]) > gap(turned[best]!) ? index : best;
  }, 0);
  const there = simplifyLine(turned.slice(0, middle + 1), tolerance);
  const back = simplifyLine([...turned.slice(middle), turned[0]!], tolerance);
  const rounded = [...there, ...back.slice(1, -1)].map(([x, y]): Point => [Math.round(x), Math.round(y)]);
  const outline = withoutStraightPoints(rounded);
  return outline.length >= 3 && Math.abs(signedArea(outline)) >= Math.min(smallest, 1) ? outline : null;
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (b[0] - a[0]) * (c[1] - a[1]) === (b[1] - a[1]) * (c[0] - a[0]);
}

/** Drops doubled points and points halfway a straight line, which rounding to whole units makes. */
function withoutStraightPoints(points: Ring): Ring {
  const kept: Ring = [];
  for (const point of points) {
    while (kept.length > 1 && isStraight(kept.at(-2)!, kept.at(-1)!, point)) kept.pop();
    kept.push(point);
  }
  while (kept.length > 2 && isStraight(kept.at(-2)!, kept.at(-1)!, kept[0]!)) kept.pop();
  while (kept.length > 2 && isStraight(kept.at(-1)!, kept[0]!, kept[1]!)) kept.shift();
  return kept;
}
