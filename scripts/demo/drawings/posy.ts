import { colours as c, cutOut, leaf, randomFrom, sheet, specks, stroke, type Point } from './pen.ts';

const bricks = Array.from({ length: 9 }, (_, row) =>
  Array.from({ length: 9 }, (_, column) => {
    const [x, y] = [column * 76 - (row % 2) * 38, row * 34];
    return `<rect x="${x + 2}" y="${y + 2}" width="72" height="30" rx="3" fill="${(row * 5 + column * 3) % 7 === 0 ? '#e5b199' : (row + column) % 3 ? c.blush : '#f1cdb8'}"/>`;
  }).join('')
).join('');

const door =
  `<rect x="150" y="0" width="300" height="302" fill="${c.card}"/><rect x="170" y="0" width="260" height="302" fill="${c.teal}"/>` +
  `<rect x="192" y="-20" width="98" height="124" rx="4" fill="${c.tealLight}"/><rect x="310" y="-20" width="98" height="124" rx="4" fill="${c.tealLight}"/>` +
  `<rect x="192" y="172" width="98" height="112" rx="4" fill="${c.tealLight}" opacity=".5"/><rect x="310" y="172" width="98" height="112" rx="4" fill="${c.tealLight}" opacity=".5"/>` +
  `<circle cx="408" cy="142" r="10" fill="${c.straw}"/><circle cx="408" cy="142" r="4" fill="${c.ochre}"/>`;

const step =
  `<rect x="118" y="296" width="364" height="26" rx="4" fill="${c.sand}"/><rect x="118" y="314" width="364" height="26" fill="#d6c39b"/>` +
  `<path d="M0 338H600V400H0Z" fill="#d9d2c2"/>${stroke('M0 372H600M96 340V372M216 340V372M336 340V372M456 340V372M560 340V372M40 372V400M156 372V400M276 372V400M396 372V400M516 372V400', '#bfb6a2', 2.4)}` +
  `<path d="M186 292H414L430 308H170Z" fill="${c.wood}"/>${specks(80, [196, 294, 404, 306], c.bark, 4, 0.8)}`;

const side = (x: number, seed: number): string => {
  const random = randomFrom(seed);
  return (
    Array.from({ length: 26 }, () =>
      leaf(
        [x - 8 + random() * 16, 286],
        52 + random() * 40,
        (random() - 0.5) * 130,
        [c.moss, c.leaf, c.pine][Math.floor(random() * 3)]!,
        0.2
      )
    ).join('') +
    `<path d="M${x - 44} 276H${x + 44}L${x + 34} 342H${x - 34}Z" fill="${c.brick}"/><rect x="${x - 49}" y="270" width="98" height="16" rx="4" fill="${c.brickDark}"/>`
  );
};

const petals = (
  [x, y]: Point,
  count: number,
  length: number,
  fill: string,
  heart: string,
  width = 0.34
): string =>
  Array.from({ length: count }, (_, index) => leaf([x, y], length, (index * 360) / count, fill, width)).join(
    ''
  ) + `<circle cx="${x}" cy="${y}" r="${length * 0.32}" fill="${heart}"/>`;

const tulip = ([x, y]: Point, turn: number, fill: string, dark: string): string =>
  `<g transform="translate(${x} ${y}) rotate(${turn})"><path d="M-18 -20C-20 10 -10 18 0 18S20 10 18 -20L8 -8L0 -26L-8 -8Z" fill="${fill}"/><path d="M0 -26L8 -8L18 -20C20 10 10 18 0 18C8 8 8 -10 0 -26Z" fill="${dark}" opacity=".6"/></g>`;

const stems = [
  [238, 176],
  [262, 136],
  [300, 112],
  [338, 134],
  [364, 178],
  [286, 168],
  [318, 172]
]
  .map(([x, y]) =>
    stroke(
      `M${x} ${y}C${x} ${y! + 40} ${300 + (x! - 300) * 0.4} 220 ${300 + (x! - 300) * -0.16} 296`,
      c.moss,
      4
    )
  )
  .join('');

const greens = [-74, -52, -30, 32, 54, 76]
  .map((angle, index) => leaf([300, 236], 84, angle, index % 2 ? c.leaf : c.moss, 0.22))
  .join('');

// Small violet sprigs fill the bunch.
const sprigs = [
  [212, 132],
  [230, 112],
  [372, 112],
  [392, 132]
]
  .map(
    ([x, y]) =>
      stroke(
        `M${x} ${y}C${x! + (300 - x!) * 0.2} ${y! + 40} ${x! + (300 - x!) * 0.6} 190 300 220`,
        c.leaf,
        2.4
      ) +
      [
        [0, 0],
        [-7, 11],
        [8, 12],
        [1, 22]
      ]
        .map(([dx, dy]) => cutOut([x! + dx!, y! + dy!], [6, 6], c.violet, { seed: x! + dy! }))
        .join('')
  )
  .join('');

const bunch =
  stems +
  greens +
  sprigs +
  tulip([262, 136], -12, c.brick, c.brickDark) +
  tulip([338, 132], 14, c.rose, c.brick) +
  petals([300, 108], 14, 30, c.straw, c.earth, 0.26) +
  petals([234, 166], 11, 26, c.card, c.straw, 0.3) +
  petals([368, 166], 11, 26, '#6f83c8', c.plum, 0.3) +
  petals([282, 164], 9, 24, c.rose, c.brickDark, 0.4) +
  petals([322, 166], 12, 22, c.card, c.straw, 0.28);

const jar =
  `<path d="M256 214C256 206 262 202 270 202H330C338 202 344 206 344 214L350 290C350 304 340 310 328 310H272C260 310 250 304 250 290Z" fill="${c.water}" opacity=".72"/>` +
  `<path d="M252 250H348L350 290C350 304 340 310 328 310H272C260 310 250 304 250 290Z" fill="${c.tealLight}" opacity=".42"/>` +
  `<rect x="260" y="194" width="80" height="14" rx="5" fill="${c.mist}"/><path d="M268 220C266 244 266 266 268 284" fill="none" stroke="${c.card}" stroke-width="6" stroke-linecap="round" opacity=".85"/>` +
  stroke('M254 222C280 230 320 230 346 222', c.brick, 5) +
  `<path d="M300 226C284 214 272 224 282 234C290 240 296 232 300 226C304 232 310 240 318 234C328 224 316 214 300 226Z" fill="${c.brick}"/>` +
  stroke('M297 230L288 252M303 230L314 250', c.brick, 4);

const card = `<g transform="translate(396 268) rotate(9)"><rect x="-48" y="-32" width="100" height="70" rx="3" fill="${c.ink}" opacity=".18"/><rect x="-52" y="-36" width="100" height="70" rx="3" fill="${c.cream}"/><path d="M-52 -34L-2 4L48 -34" fill="none" stroke="${c.sand}" stroke-width="3.4"/><path d="M-2 18C-24 2 -16 -18 -2 -6C12 -18 20 2 -2 18Z" fill="${c.brick}"/></g>`;

/** The lief-en-leedpotje: a posy and a card on a doorstep. */
export const posyOnDoorstep = sheet(
  c.blush,
  bricks,
  door,
  step,
  side(92, 6),
  side(510, 11),
  card,
  bunch,
  jar
);
