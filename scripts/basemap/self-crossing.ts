import type { Position } from 'geojson';

interface Side {
  ring: number;
  index: number;
  count: number;
  a: Position;
  b: Position;
}

function turn(a: Position, b: Position, c: Position): number {
  return Math.sign((b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!));
}

function liesOn(point: Position, a: Position, b: Position): boolean {
  return (
    turn(a, b, point) === 0 &&
    Math.min(a[0]!, b[0]!) <= point[0]! &&
    point[0]! <= Math.max(a[0]!, b[0]!) &&
    Math.min(a[1]!, b[1]!) <= point[1]! &&
    point[1]! <= Math.max(a[1]!, b[1]!)
  );
}

/** The two sides in drawing order when they share a corner of one ring, else null. */
function neighbours(one: Side, two: Side): [Side, Side] | null {
  if (one.ring !== two.ring) return null;
  if (two.index === (one.index + 1) % one.count) return [one, two];
  return one.index === (two.index + 1) % two.count ? [two, one] : null;
}

function conflict(one: Side, two: Side): boolean {
  const pair = neighbours(one, two);
  if (pair) {
    // They share a corner by right; a spike folds the second side back over the first.
    const [before, after] = pair;
    return liesOn(after.b, before.a, before.b) || liesOn(before.a, after.a, after.b);
  }
  const crosses =
    turn(one.a, one.b, two.a) * turn(one.a, one.b, two.b) < 0 &&
    turn(two.a, two.b, one.a) * turn(two.a, two.b, one.b) < 0;
  const touches = liesOn(two.a, one.a, one.b) || liesOn(one.a, two.a, two.b);
  // Two rings may touch in a point (a hole in a corner); one ring may not touch itself.
  return crosses || (one.ring === two.ring && touches);
}

/** Whether a polygon's rings (closed, any units) cross or touch themselves: PostGIS calls such a polygon invalid. */
export function crossesItself(rings: Position[][]): boolean {
  const sides = rings.flatMap((points, ring) =>
    points
      .slice(0, -1)
      .map((a, index): Side => ({ ring, index, count: points.length - 1, a, b: points[index + 1]! }))
  );
  // Sorted by their west end, a side need only be compared with those that begin before its east end.
  const west = (side: Side): number => Math.min(side.a[0]!, side.b[0]!);
  const east = (side: Side): number => Math.max(side.a[0]!, side.b[0]!);
  sides.sort((one, two) => west(one) - west(two));
  return sides.some((side, position) => {
    for (let other = position + 1; other < sides.length && west(sides[other]!) <= east(side); other += 1) {
      if (conflict(side, sides[other]!)) return true;
    }
    return false;
  });
}
