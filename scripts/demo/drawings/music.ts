import { colours as c, cutOut, leaf, randomFrom, sheet, specks, stroke, tufts } from './pen.ts';

const dusk = '#2f4a63';

const sky =
  `<rect width="600" height="260" fill="${dusk}"/>` +
  `<path d="M0 120C160 100 300 150 600 110V290H0Z" fill="${c.plum}"/>` +
  `<path d="M0 190C180 160 380 206 600 172V300H0Z" fill="#b5687a"/>` +
  `<path d="M0 226C200 200 400 240 600 214V300H0Z" fill="${c.rose}"/>` +
  specks(46, [0, 6, 600, 130], c.cream, 14, 0.85) +
  `<circle cx="300" cy="66" r="30" fill="${c.cream}"/><circle cx="314" cy="58" r="27" fill="${dusk}"/>`;

const village = [
  [250, 30],
  [292, 24],
  [330, 34]
]
  .map(
    ([x, size]) =>
      `<rect x="${x}" y="${250 - size! * 0.7}" width="${size}" height="${size! * 0.9}" fill="${c.plum}"/><path d="M${x! - 4} ${250 - size! * 0.7}L${x! + size! / 2} ${250 - size! * 1.3}L${x! + size! + 4} ${250 - size! * 0.7}Z" fill="${dusk}"/><rect x="${x! + size! * 0.36}" y="${250 - size! * 0.42}" width="${size! * 0.26}" height="${size! * 0.3}" fill="${c.straw}"/>`
  )
  .join('');

const field =
  `<path d="M0 262C160 240 420 244 600 258V400H0Z" fill="${c.pine}"/>` +
  `<path d="M0 306C200 270 420 282 600 300V400H0Z" fill="${c.moss}"/>` +
  `<ellipse cx="304" cy="336" rx="210" ry="46" fill="${c.leaf}"/>` +
  `<ellipse cx="304" cy="336" rx="150" ry="30" fill="${c.meadow}" opacity=".75"/>`;

function tree(x: number, turn: number, seed: number): string {
  const random = randomFrom(seed);
  const leaves = Array.from({ length: 46 }, () =>
    leaf(
      [x - 86 + random() * 172, 4 + random() * 128],
      10 + random() * 6,
      random() * 360,
      random() > 0.5 ? c.moss : '#254a3c'
    )
  );
  return (
    `<path d="M${x - 12} 330C${x - 6} 250 ${x - 8} 190 ${x - 14} 110H${x + 14}C${x + 10} 200 ${x + 8} 260 ${x + 18} 332Z" fill="${c.earth}"/>` +
    stroke(`M${x} 190C${x + turn * 20} 160 ${x + turn * 36} 150 ${x + turn * 54} 120`, c.earth, 9) +
    cutOut([x, 74], [98, 76], c.pine, { seed, corners: 14 }) +
    cutOut([x - 22, 52], [58, 44], '#41683f', { seed: seed + 1 }) +
    leaves.join('')
  );
}

function lamps(): string {
  const bulbs = [c.straw, c.cream, c.rose, c.straw, c.cream, c.rose, c.straw, c.cream, c.straw];
  const spots = bulbs.map((fill, index) => {
    const part = (index + 0.5) / bulbs.length;
    const x = 76 + part * 456;
    const y = 118 + 4 * 62 * part * (1 - part);
    return `<circle cx="${x}" cy="${y + 11}" r="19" fill="${fill}" opacity=".2"/><rect x="${x - 3}" y="${y - 2}" width="6" height="6" fill="${c.ink}"/><circle cx="${x}" cy="${y + 11}" r="8.5" fill="${fill}"/>`;
  });
  return stroke('M76 118Q304 242 532 118', c.ink, 2.5) + spots.join('');
}

// Everybody brings a chair: no two are the same.
const kitchenChair = (x: number, y: number, fill: string, dark: string): string =>
  stroke(`M${x - 20} ${y}V${y + 46}M${x + 22} ${y}V${y + 46}`, dark, 5) +
  stroke(`M${x - 16} ${y - 56}V${y}M${x + 18} ${y - 56}V${y}`, fill, 6) +
  stroke(`M${x - 16} ${y - 50}H${x + 18}M${x - 16} ${y - 32}H${x + 18}`, fill, 8) +
  `<path d="M${x - 24} ${y - 4}H${x + 26}L${x + 30} ${y + 8}H${x - 28}Z" fill="${fill}"/>` +
  stroke(`M${x - 24} ${y + 8}V${y + 54}M${x + 26} ${y + 8}V${y + 54}`, fill, 6);

const deckChair = (x: number, y: number): string =>
  stroke(`M${x - 40} ${y - 66}L${x + 26} ${y + 48}M${x + 40} ${y - 12}L${x - 38} ${y + 48}`, c.wood, 6) +
  `<path d="M${x - 44} ${y - 64}C${x - 20} ${y - 10} ${x - 4} ${y + 16} ${x + 36} ${y - 12}L${x + 58} ${y - 8}C${x + 20} ${y + 30} ${x - 4} ${y + 4} ${x - 22} ${y - 66}Z" fill="${c.cream}"/>` +
  stroke(`M${x - 37} ${y - 64}C${x - 14} ${y - 8} ${x + 2} ${y + 18} ${x + 43} ${y - 11}`, c.brick, 6) +
  stroke(`M${x - 28} ${y - 65}C${x - 8} ${y - 8} ${x + 6} ${y + 14} ${x + 51} ${y - 9}`, c.teal, 4);

const stool = (x: number, y: number): string =>
  stroke(
    `M${x - 12} ${y}L${x - 20} ${y + 44}M${x + 12} ${y}L${x + 20} ${y + 44}M${x} ${y}V${y + 48}`,
    c.ochre,
    5
  ) +
  `<ellipse cx="${x}" cy="${y}" rx="26" ry="8" fill="${c.straw}"/><ellipse cx="${x}" cy="${y + 3}" rx="26" ry="8" fill="${c.ochre}" opacity=".5"/>`;

const guitar = `<g transform="translate(330 318) rotate(17)"><rect x="-5" y="-122" width="10" height="96" rx="3" fill="${c.earth}"/><rect x="-8" y="-138" width="16" height="22" rx="4" fill="${c.ink}"/><path d="M0 -58C26 -58 24 -36 20 -26C18 -18 36 -10 34 14C32 38 14 44 0 44S-32 38 -34 14C-36 -10 -18 -18 -20 -26C-24 -36 -26 -58 0 -58Z" fill="${c.ochre}"/><path d="M0 -50C18 -50 18 -36 14 -26C12 -16 28 -8 27 13C26 32 12 37 0 37S-26 32 -27 13C-28 -8 -12 -16 -14 -26C-18 -36 -18 -50 0 -50Z" fill="${c.straw}"/><circle cy="-16" r="10" fill="${c.earth}"/><rect x="-13" y="18" width="26" height="6" rx="2" fill="${c.earth}"/>${stroke('M-2.5 -130V18M0.5 -130V18M3.5 -130V18', c.card, 0.9, 0.9)}</g>`;

// An accordion rests on the grass beside its chair.
const folds = Array.from(
  { length: 7 },
  (_, index) =>
    `<path d="M${434 + index * 7} 330L${438 + index * 7} 370H${441 + index * 7}L${438 + index * 7} 330Z" fill="${index % 2 ? c.cream : c.brickDark}"/>`
).join('');
const accordion =
  `<rect x="410" y="326" width="28" height="48" rx="5" fill="${c.brick}"/><rect x="480" y="326" width="28" height="48" rx="5" fill="${c.brick}"/>${folds}` +
  [334, 343, 352, 361]
    .map(
      (y) =>
        `<circle cx="420" cy="${y}" r="2.4" fill="${c.card}"/><circle cx="429" cy="${y}" r="2.4" fill="${c.card}"/><rect x="486" y="${y - 3}" width="17" height="6" rx="1" fill="${c.card}"/>`
    )
    .join('');

const notes = (
  [
    [232, 206, -8],
    [446, 206, 10],
    [190, 248, 6]
  ] as const
)
  .map(
    ([x, y, turn]) =>
      `<g transform="translate(${x} ${y}) rotate(${turn})">${stroke('M8 0V-26L24 -31V-6', c.cream, 3)}<ellipse cx="3" cy="1" rx="6" ry="4.4" fill="${c.cream}"/><ellipse cx="19" cy="-5" rx="6" ry="4.4" fill="${c.cream}"/></g>`
  )
  .join('');

/** The summer evening with music: the lamps are on and the chairs are waiting. */
export const chairsForMusic = sheet(
  dusk,
  sky,
  village,
  field,
  tree(74, 1, 40),
  tree(536, -1, 52),
  lamps(),
  notes,
  stool(226, 300),
  kitchenChair(390, 284, c.teal, c.ink),
  guitar,
  deckChair(118, 322),
  kitchenChair(538, 318, c.rose, c.brickDark),
  accordion,
  tufts(20, [20, 366, 590, 396], c.pine, 17)
);
