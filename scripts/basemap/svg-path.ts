import type { Ring } from './polygons.ts';

type Point = readonly [number, number];

function pair(x: number, y: number, needsSeparator: boolean): string {
  const first = needsSeparator && x >= 0 ? ` ${x}` : `${x}`;
  return y >= 0 ? `${first} ${y}` : `${first}${y}`;
}

function steps(from: Point, points: Ring): string {
  let [x, y] = from;
  return points
    .map(([nextX, nextY], index) => {
      const step = pair(nextX - x, nextY - y, index > 0);
      [x, y] = [nextX, nextY];
      return step;
    })
    .join('');
}

/**
 * SVG path data of lines or closed outlines in whole units, relative and without needless characters:
 * a map's path is mostly small numbers, and they compress best when they stay small.
 */
export function pathData(lines: Ring[], isClosed: boolean): string {
  let at: Point = [0, 0];
  return lines
    .map((line, index) => {
      const [start, ...rest] = line;
      const move =
        index === 0
          ? `M${pair(start![0], start![1], false)}`
          : `m${pair(start![0] - at[0], start![1] - at[1], false)}`;
      at = isClosed ? start! : line.at(-1)!;
      return `${move}l${steps(start!, rest)}${isClosed ? 'z' : ''}`;
    })
    .join('');
}

/** SVG path data of dots: lines of no length, which a round line cap turns into a disc. */
export function dotData(points: Ring): string {
  let at: Point = [0, 0];
  return points
    .map((point, index) => {
      const move =
        index === 0
          ? `M${pair(point[0], point[1], false)}`
          : `m${pair(point[0] - at[0], point[1] - at[1], false)}`;
      at = point;
      return `${move}h0`;
    })
    .join('');
}
