import { colours as c, cutOut, leaf, randomFrom, sheet, softShape, specks, stroke, tufts } from './pen.ts';

const far = [
  `<circle cx="118" cy="96" r="46" fill="${c.cream}"/><circle cx="118" cy="96" r="33" fill="${c.straw}" opacity=".75"/>`,
  `<path d="M0 214C70 176 130 190 190 178S300 160 380 178S520 196 600 170V400H0Z" fill="${c.mist}"/>`,
  cutOut([34, 196], [50, 34], c.sage, { seed: 4 }),
  cutOut([232, 190], [40, 28], c.sage, { seed: 9 }),
  cutOut([286, 196], [30, 22], c.meadow, { seed: 12 })
].join('');

const house = (x: number, wall: string, roof: string): string =>
  `<rect x="${x}" y="182" width="44" height="32" fill="${wall}"/><path d="M${x - 6} 184L${x + 22} 160L${x + 50} 184Z" fill="${roof}"/>` +
  `<rect x="${x + 9}" y="193" width="9" height="11" rx="1" fill="${c.card}"/><rect x="${x + 26}" y="193" width="9" height="11" rx="1" fill="${c.card}"/>`;

const ground = [
  `<path d="M0 226C120 200 240 214 360 206S540 196 600 204V400H0Z" fill="${c.sage}"/>`,
  `<path d="M0 268C140 232 300 258 600 238V400H0Z" fill="${c.meadow}"/>`,
  // The path to the bus: it comes from the houses, passes the bench and leaves at the front.
  `<path d="M188 214C218 230 192 250 132 276C64 308 20 350 30 400H206C190 352 226 318 250 290C280 258 250 232 194 213Z" fill="${c.cream}"/>`,
  stroke('M188 215C218 230 192 250 132 276C64 308 20 350 30 400', c.sand, 3),
  specks(60, [60, 300, 200, 396], c.sand, 3, 0.9)
].join('');

function crown(): string {
  const random = randomFrom(21);
  const clumps = [
    [446, 92, 138, 66, c.pine],
    [344, 104, 74, 46, c.moss],
    [548, 94, 84, 56, c.moss],
    [418, 116, 70, 32, c.moss],
    [498, 122, 62, 30, c.pine],
    [398, 56, 104, 52, c.moss],
    [506, 44, 100, 50, c.leaf],
    [358, 76, 72, 42, c.leaf],
    [446, 22, 92, 44, c.leaf],
    [566, 70, 66, 44, c.leaf],
    [388, 34, 56, 30, c.meadow],
    [524, 16, 60, 30, c.meadow],
    [452, 60, 44, 20, c.leaf]
  ] as const;
  const shapes = clumps.map(([x, y, w, h, fill], index) =>
    cutOut([x, y], [w, h], fill, { seed: index + 30, corners: 13 })
  );
  const leaves = Array.from({ length: 120 }, () => {
    const [x, y] = [280 + random() * 320, random() * 150];
    const inside = ((x - 452) / 168) ** 2 + ((y - 58) / 82) ** 2 < 1;
    const fill = [c.meadow, c.sage, c.moss, c.pine][Math.floor(random() * 4)]!;
    return inside ? leaf([x, y], 9 + random() * 7, random() * 360, fill) : '';
  });
  return shapes.join('') + leaves.join('');
}

const trunk =
  `<path d="M482 298C494 240 490 180 478 110L512 106C514 176 520 246 542 300Z" fill="${c.bark}"/>` +
  `<path d="M512 106C514 176 520 246 542 300L524 300C510 240 504 176 500 108Z" fill="${c.earth}" opacity=".55"/>` +
  stroke('M486 168C466 150 444 142 424 122', c.bark, 11) +
  stroke('M508 160C528 146 542 138 552 116', c.bark, 10) +
  stroke('M496 222C490 200 496 190 491 174M502 268C498 254 503 244 500 236', c.earth, 2.5);

const shade = `<path d="${softShape([
  [250, 312],
  [330, 292],
  [450, 286],
  [560, 290],
  [594, 308],
  [540, 332],
  [410, 344],
  [300, 336]
])}" fill="${c.leaf}" opacity=".75"/>`;

const slat = (y: number, height: number, fill: string, inset = 0): string =>
  `<rect x="${276 + inset}" y="${y}" width="${200 - inset * 2}" height="${height}" rx="4" fill="${fill}"/>`;

const bench = [
  stroke('M298 262L290 324M458 262L466 324', c.ink, 7),
  stroke('M300 208L298 290M456 208L458 290', c.teal, 8),
  slat(206, 13, c.ochre),
  slat(225, 13, c.straw),
  slat(244, 13, c.ochre),
  stroke('M284 232C276 250 276 262 282 272M474 232C482 250 482 262 476 272', c.teal, 7),
  `<path d="M282 266H474L486 284H270Z" fill="${c.straw}"/>`,
  `<path d="M276 275H480L486 284H270Z" fill="${c.ochre}"/>`,
  `<rect x="269" y="283" width="218" height="8" rx="3" fill="${c.bark}"/>`,
  stroke('M284 290L278 330M474 290L480 330', c.teal, 8),
  [304, 452]
    .map((x) => [212, 231, 250].map((y) => `<circle cx="${x}" cy="${y}" r="1.8" fill="${c.bark}"/>`).join(''))
    .join('')
].join('');

// A bag with leek and a thermos: somebody is on the way home and will be back in a moment.
const things =
  leaf([320, 240], 34, -16, c.leaf, 0.16) +
  leaf([326, 240], 40, 2, c.moss, 0.14) +
  leaf([332, 241], 32, 18, c.leaf, 0.16) +
  `<path d="M306 236L348 234L352 272C338 276 318 276 304 273Z" fill="${c.brick}"/><path d="M328 235L348 234L352 272C346 274 338 275 332 275Z" fill="${c.brickDark}" opacity=".5"/>` +
  stroke('M316 236C316 222 338 222 338 235', c.brickDark, 3) +
  `<rect x="366" y="244" width="15" height="29" rx="4" fill="${c.teal}"/><rect x="367" y="238" width="13" height="8" rx="2.5" fill="${c.card}"/>`;

const robin = `<g transform="translate(398 206)">${stroke('M-3 -2V4M3 -2V4', c.ink, 1.6)}<path d="M-14 -10C-14 -22 2 -26 8 -18C14 -22 18 -14 12 -10C8 -2 -6 0 -14 -10Z" fill="${c.bark}"/><path d="M-14 -10L-30 -6L-14 -5Z" fill="${c.earth}"/><path d="M4 -16C12 -20 16 -12 10 -8C6 -3 0 -3 -2 -6C2 -8 2 -12 4 -16Z" fill="${c.brick}"/><path d="M13 -16L19 -15L13 -13Z" fill="${c.ochre}"/><circle cx="8" cy="-17" r="1.5" fill="${c.ink}"/></g>`;

/** The bench halfway along the Zandhoek, in the shade of its tree. */
export const benchUnderTree = sheet(
  c.sky,
  far,
  house(52, c.cream, c.brick),
  house(112, c.blush, c.bark),
  ground,
  tufts(26, [250, 300, 600, 392], c.moss, 5),
  shade,
  trunk,
  bench,
  things,
  robin,
  crown(),
  tufts(10, [270, 330, 590, 344], c.pine, 8),
  tufts(14, [0, 250, 130, 270], c.leaf, 6)
);
