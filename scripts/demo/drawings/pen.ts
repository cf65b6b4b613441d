/** A point of a drawing: 600 × 400 units, y downwards. */
export type Point = readonly [x: number, y: number];

/** The colours of the village's paper: those of the design tokens, with their own lighter and darker neighbours. */
export const colours = {
  ink: '#1f2a37',
  paper: '#f6f2e9',
  card: '#fffdf8',
  cream: '#f9ecd3',
  sand: '#ead9b6',
  straw: '#e0b860',
  ochre: '#d09a3a',
  wood: '#b98650',
  bark: '#7a5a3c',
  earth: '#6b4a34',
  brick: '#c8401f',
  brickDark: '#a23115',
  rose: '#eaa48c',
  blush: '#f6d9c6',
  teal: '#0d5c63',
  tealLight: '#4f9698',
  mist: '#cfe1df',
  sky: '#dcebea',
  water: '#b9d8e6',
  sage: '#bfd0a0',
  meadow: '#a3bd80',
  leaf: '#7f9f5f',
  moss: '#557a47',
  pine: '#37593b',
  violet: '#7d62a8',
  plum: '#4d4a78'
} as const;

/** Numbers from 0 to 1, the same row of them for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const short = (value: number): string => String(Math.round(value * 10) / 10);
const pair = ([x, y]: Point): string => `${short(x)} ${short(y)}`;

/** The `d` of a soft closed shape through all points (Catmull-Rom). */
export function softShape(points: readonly Point[]): string {
  const at = (index: number): Point => points[(index + points.length) % points.length]!;
  const curves = points.map((_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const first: Point = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6];
    const second: Point = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6];
    return `C${pair(first)} ${pair(second)} ${pair(to)}`;
  });
  return `M${pair(at(0))}${curves.join('')}Z`;
}

/** A shape as cut from paper by hand: round, a little uneven. */
export function cutOut(
  [x, y]: Point,
  [width, height]: readonly [number, number],
  fill: string,
  { seed = 1, uneven = 0.1, corners = 11, opacity = 1 } = {}
): string {
  const random = randomFrom(seed);
  const points = Array.from({ length: corners }, (_, index): Point => {
    const turn = (index / corners) * 2 * Math.PI;
    const reach = 1 - uneven + random() * uneven * 2;
    return [x + Math.cos(turn) * width * reach, y + Math.sin(turn) * height * reach];
  });
  return `<path d="${softShape(points)}" fill="${fill}"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

/** A leaf from its stalk: length in units, angle in degrees from straight up, clockwise. */
export function leaf([x, y]: Point, length: number, angle: number, fill: string, width = 0.36): string {
  const half = short(length * width);
  return `<path d="M0 0C${half} ${short(-length * 0.3)} ${half} ${short(-length * 0.7)} 0 ${short(-length)}C-${half} ${short(-length * 0.7)} -${half} ${short(-length * 0.3)} 0 0Z" fill="${fill}" transform="translate(${pair([x, y])}) rotate(${short(angle)})"/>`;
}

/** Tufts of grass strewn over a rectangle. */
export function tufts(
  count: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
  fill: string,
  seed: number
): string {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => {
    const [x, y, size] = [
      left + random() * (right - left),
      top + random() * (bottom - top),
      5 + random() * 6
    ];
    return [-28, 0, 26].map((angle) => leaf([x, y], size, angle + random() * 10, fill, 0.14)).join('');
  }).join('');
}

/** Specks of colour, so that a plain area looks like paint. */
export function specks(
  count: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
  fill: string,
  seed: number,
  opacity = 0.5
): string {
  const random = randomFrom(seed);
  const dots = Array.from({ length: count }, () => {
    const [x, y] = [left + random() * (right - left), top + random() * (bottom - top)];
    return `<circle cx="${short(x)}" cy="${short(y)}" r="${short(0.7 + random() * 1.4)}"/>`;
  });
  return `<g fill="${fill}" opacity="${opacity}">${dots.join('')}</g>`;
}

/** A line with round ends. */
export function stroke(path: string, colour: string, width: number, opacity = 1): string {
  return `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"${opacity < 1 ? ` opacity="${opacity}"` : ''}/>`;
}

/** A whole drawing of 1200 × 800 pixels on a plain ground. */
export function sheet(ground: string, ...parts: string[]): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 400" width="1200" height="800"><rect width="600" height="400" fill="${ground}"/>${parts.join('')}</svg>`;
}
