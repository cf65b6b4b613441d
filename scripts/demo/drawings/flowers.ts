import { colours as c, cutOut, leaf, randomFrom, sheet, stroke, tufts, type Point } from './pen.ts';

const background =
  `<circle cx="462" cy="92" r="54" fill="${c.cream}"/><circle cx="462" cy="92" r="40" fill="${c.straw}" opacity=".7"/>` +
  cutOut([130, 70], [76, 20], c.card, { seed: 2, opacity: 0.85 }) +
  cutOut([190, 60], [44, 22], c.card, { seed: 6, opacity: 0.85 }) +
  `<path d="M0 230C120 196 240 222 340 206S520 190 600 214V400H0Z" fill="${c.mist}"/>` +
  [30, 84, 560]
    .map((x, index) => cutOut([x, 214], [46, 34], index === 1 ? c.leaf : c.moss, { seed: index + 60 }))
    .join('') +
  `<path d="M0 244C160 222 420 236 600 226V400H0Z" fill="${c.sage}"/>` +
  // The road beside the verge runs away to the trees.
  `<path d="M330 232C390 250 470 268 600 286V330C470 292 386 262 312 236Z" fill="${c.cream}"/>` +
  `<path d="M0 276C150 236 330 250 600 320V400H0Z" fill="${c.meadow}"/>` +
  `<path d="M0 330C180 296 380 320 600 364V400H0Z" fill="${c.leaf}"/>`;

const stem = ([x, y]: Point, foot: number, bend: number): string =>
  stroke(
    `M${x} ${y}C${x + bend} ${y + (foot - y) * 0.4} ${x - bend * 0.6} ${y + (foot - y) * 0.7} ${x - bend * 0.4} ${foot}`,
    c.moss,
    2.6
  );

function poppy([x, y]: Point, size: number, seed: number): string {
  const tilt = (randomFrom(seed)() - 0.5) * 34;
  return (
    `<g transform="translate(${x} ${y}) rotate(${tilt.toFixed(1)}) scale(${size})">` +
    cutOut([-11, -4], [16, 15], c.brickDark, { seed }) +
    cutOut([12, -4], [16, 15], c.brickDark, { seed: seed + 1 }) +
    cutOut([0, -10], [18, 14], '#dc5a33', { seed: seed + 2 }) +
    cutOut([0, 5], [20, 14], c.brick, { seed: seed + 3 }) +
    `<circle r="6" fill="${c.ink}"/><circle r="2.6" fill="${c.moss}"/>` +
    Array.from({ length: 9 }, (_, index) => {
      const turn = (index / 9) * 2 * Math.PI;
      return `<circle cx="${(Math.cos(turn) * 9).toFixed(1)}" cy="${(Math.sin(turn) * 8).toFixed(1)}" r="1.2" fill="${c.ink}"/>`;
    }).join('') +
    '</g>'
  );
}

const cornflower = ([x, y]: Point, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size})">${Array.from({ length: 10 }, (_, index) => leaf([0, 0], 17, index * 36, index % 2 ? '#4f63b0' : '#6f83c8', 0.28)).join('')}<circle r="5" fill="${c.plum}"/></g>`;

const daisy = ([x, y]: Point, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size})">${Array.from({ length: 13 }, (_, index) => leaf([0, 0], 17, index * 27.7, c.card, 0.2)).join('')}<circle r="6" fill="${c.straw}"/><circle cx="1.5" cy="1.5" r="3" fill="${c.ochre}"/></g>`;

const bud = ([x, y]: Point): string =>
  `${leaf([x, y + 6], 15, 0, c.moss, 0.34)}${leaf([x, y + 1], 8, 6, c.brick, 0.3)}`;

const bee = ([x, y]: Point, turn: number, size: number): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn}) scale(${size})"><ellipse cx="-3" cy="-11" rx="7" ry="11" fill="${c.card}" opacity=".85" transform="rotate(-20 -3 -11)"/><ellipse cx="7" cy="-10" rx="6" ry="9" fill="${c.card}" opacity=".85" transform="rotate(18 7 -10)"/><ellipse rx="15" ry="10" fill="${c.straw}"/><path d="M-6 -9C-3 -4 -3 4 -6 9L-1 10C2 4 2 -4 -1 -10ZM4 -9.6C7 -4 7 4 4 9.6L8.6 8C11 4 11 -4 8.6 -8Z" fill="${c.ink}"/><circle cx="11" cy="-2" r="1.8" fill="${c.ink}"/>${stroke('M12 -7C15 -12 18 -12 20 -10', c.ink, 1.6)}</g>`;

const flowers: readonly [
  kind: 'poppy' | 'corn' | 'daisy' | 'bud',
  x: number,
  y: number,
  size: number,
  foot: number
][] = [
  ['daisy', 40, 268, 0.8, 360],
  ['corn', 86, 250, 0.85, 360],
  ['poppy', 142, 252, 0.9, 366],
  ['daisy', 204, 244, 0.75, 350],
  ['corn', 352, 258, 0.8, 360],
  ['poppy', 300, 234, 0.85, 356],
  ['daisy', 398, 284, 0.8, 372],
  ['poppy', 560, 318, 0.9, 400],
  ['corn', 504, 306, 0.9, 396],
  ['bud', 248, 226, 1, 350],
  ['bud', 66, 212, 1, 370],
  ['corn', 18, 300, 1, 410],
  ['poppy', 92, 302, 1.35, 410],
  ['daisy', 172, 306, 1.25, 410],
  ['poppy', 250, 286, 1.6, 410],
  ['corn', 322, 312, 1.35, 410],
  ['poppy', 420, 324, 1.35, 410],
  ['bud', 372, 268, 1, 400],
  ['daisy', 480, 344, 1.3, 410],
  ['daisy', 580, 368, 1.1, 410]
];

const draw = (kind: (typeof flowers)[number][0], spot: Point, size: number): string => {
  if (kind === 'poppy') return poppy(spot, size, Math.round(spot[0] + spot[1]));
  if (kind === 'corn') return cornflower(spot, size);
  return kind === 'daisy' ? daisy(spot, size) : bud(spot);
};

const bed = flowers
  .map(([kind, x, y, size, foot], index) => {
    const side = index % 2 ? 1 : -1;
    const low: Point = [x - side * 4, foot - 12];
    const tuft = [-34, -12, 14, 36]
      .map((angle) => leaf([x - side * 4, foot + 5], 26, angle, c.moss, 0.16))
      .join('');
    return `${stem([x, y], foot, side * 9)}${tuft}${leaf(low, 34 * size, side * 38, c.moss, 0.16)}${leaf(low, 28 * size, -side * 30, c.pine, 0.16)}${draw(kind, [x, y], size)}`;
  })
  .join('');

/** Two summers of poppies, cornflowers and daisies in the verge of the Koeweg. */
export const flowersInVerge = sheet(
  c.sky,
  background,
  tufts(26, [0, 262, 330, 320], c.leaf, 12),
  bed,
  tufts(24, [0, 372, 600, 402], c.pine, 19),
  bee([196, 178], -14, 1.15),
  stroke('M60 150C92 120 120 190 150 178', c.ink, 1.6, 0.25),
  bee([386, 196], 10, 0.9)
);
