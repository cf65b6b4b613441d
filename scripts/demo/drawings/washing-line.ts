import { colours as c, cutOut, leaf, randomFrom, sheet, softShape, specks, stroke, tufts } from './pen.ts';

const background =
  cutOut([110, 74], [62, 20], c.card, { seed: 3, opacity: 0.8 }) +
  cutOut([156, 66], [44, 22], c.card, { seed: 5, opacity: 0.8 }) +
  cutOut([452, 50], [58, 18], c.card, { seed: 7, opacity: 0.8 }) +
  `<path d="M0 262C120 226 260 250 360 238S520 222 600 244V400H0Z" fill="${c.mist}"/>`;

const house = (x: number, width: number, height: number, wall: string, roof: string): string => {
  const top = 314 - height;
  const windows = [0.2, 0.62].map(
    (part) =>
      `<rect x="${x + width * part}" y="${top + 22}" width="${width * 0.2}" height="28" rx="2" fill="${c.card}"/><rect x="${x + width * part}" y="${top + 35}" width="${width * 0.2}" height="3" fill="${wall}"/>`
  );
  return `<rect x="${x}" y="${top}" width="${width}" height="${height}" fill="${wall}"/><path d="M${x - 10} ${top + 2}L${x + width / 2} ${top - 46}L${x + width + 10} ${top + 2}Z" fill="${roof}"/>${windows.join('')}<path d="M${x + width * 0.42} 316V${top + 76}C${x + width * 0.42} ${top + 62} ${x + width * 0.6} ${top + 62} ${x + width * 0.6} ${top + 76}V316Z" fill="${c.teal}"/>`;
};

const street =
  house(70, 104, 140, c.cream, c.brick) +
  house(240, 118, 148, c.blush, c.bark) +
  house(436, 104, 136, c.cream, c.brickDark) +
  cutOut([208, 300], [36, 26], c.leaf, { seed: 15 }) +
  cutOut([398, 300], [36, 24], c.moss, { seed: 18 }) +
  cutOut([572, 300], [40, 30], c.leaf, { seed: 22 }) +
  `<path d="M0 312C160 302 420 304 600 312V400H0Z" fill="${c.meadow}"/>` +
  `<path d="M0 352C180 336 420 336 600 350V400H0Z" fill="${c.cream}"/>` +
  specks(70, [0, 356, 600, 398], c.sand, 9, 0.9) +
  tufts(20, [0, 322, 600, 338], c.leaf, 31);

const post = (x: number): string =>
  `<rect x="${x - 7}" y="96" width="14" height="268" rx="4" fill="${c.wood}"/><rect x="${x + 1}" y="96" width="6" height="268" rx="3" fill="${c.bark}" opacity=".5"/><rect x="${x - 26}" y="106" width="52" height="10" rx="4" fill="${c.bark}"/>` +
  cutOut([x, 368], [30, 10], c.moss, { seed: x }) +
  [-26, -10, 8, 24].map((angle) => leaf([x, 368], 24, angle, c.leaf, 0.2)).join('');

// What is on the photos: the places people think are the most beautiful.
const heath = `<rect width="92" height="72" fill="${c.water}"/><circle cx="68" cy="20" r="11" fill="${c.cream}"/><path d="M0 44C22 34 44 48 92 36V72H0Z" fill="${c.violet}"/><path d="M0 58C30 50 60 62 92 54V72H0Z" fill="${c.moss}"/>`;
const pines = `<rect width="92" height="72" fill="${c.blush}"/>${[16, 40, 66].map((x, index) => `<rect x="${x}" y="34" width="6" height="34" fill="${c.earth}"/><path d="M${x - 14} ${52 - index * 3}L${x + 3} 10L${x + 20} ${52 - index * 3}Z" fill="${index === 1 ? c.moss : c.pine}"/>`).join('')}<rect y="64" width="92" height="8" fill="${c.leaf}"/>`;
const bicycle = `<rect width="92" height="72" fill="${c.sage}"/><path d="M0 52C30 46 62 46 92 52V72H0Z" fill="${c.cream}"/><circle cx="28" cy="48" r="14" fill="none" stroke="${c.ink}" stroke-width="3"/><circle cx="66" cy="48" r="14" fill="none" stroke="${c.ink}" stroke-width="3"/>${stroke('M28 48L40 28H60L46 48ZM40 28L36 20H44M60 28L66 48M60 28L58 18H66', c.brick, 3.5)}`;
const pot = `<rect width="92" height="72" fill="${c.straw}"/><rect y="52" width="92" height="20" fill="${c.card}"/><path d="M26 40C26 58 34 62 46 62S66 58 66 40Z" fill="${c.teal}"/>${stroke('M66 44C78 42 76 56 64 55', c.teal, 4)}<path d="M27 46L14 36L26 56Z" fill="${c.teal}"/><ellipse cx="46" cy="40" rx="20" ry="5" fill="${c.tealLight}"/><circle cx="46" cy="33" r="4" fill="${c.brick}"/>`;
const sunflower = `<rect width="92" height="72" fill="${c.sky}"/>${stroke('M46 72V36', c.moss, 4)}${leaf([46, 64], 22, 60, c.leaf)}${leaf([46, 60], 22, -60, c.leaf)}${Array.from({ length: 12 }, (_, index) => leaf([46, 32], 23, index * 30, c.straw, 0.3)).join('')}<circle cx="46" cy="32" r="10" fill="${c.earth}"/>`;
const bench = `<rect width="92" height="72" fill="${c.cream}"/><rect y="50" width="92" height="22" fill="${c.meadow}"/><circle cx="70" cy="22" r="20" fill="${c.moss}"/><rect x="67" y="36" width="6" height="22" fill="${c.earth}"/>${stroke('M16 40H58M16 46H58', c.ochre, 5)}${stroke('M20 38V62M54 38V62', c.ink, 3)}<path d="M14 51H60V56H14Z" fill="${c.ochre}"/>`;

function photos(): string {
  const random = randomFrom(77);
  const pictures = [heath, pot, pines, bicycle, sunflower];
  return pictures
    .map((picture, index) => {
      const part = (index + 0.62) / 5.24;
      const x = 46 + part * 508;
      const y = 112 + 4 * 34 * part * (1 - part);
      const turn = (random() - 0.5) * 13;
      return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${turn.toFixed(1)}) scale(.84)"><rect x="-48" y="9" width="104" height="112" rx="2" fill="${c.ink}" opacity=".14"/><rect x="-52" y="4" width="104" height="112" rx="2" fill="${c.card}"/><g transform="translate(-46 10)">${picture}</g>${[-34, 34].map((peg) => `<path d="M${peg - 4} -10H${peg + 4}L${peg + 3} 14H${peg - 3}Z" fill="${c.straw}"/><rect x="${peg - 4.5}" y="-2" width="9" height="3" fill="${c.bark}"/>`).join('')}</g>`;
    })
    .join('');
}

// One photo still lies in the basket, with the pegs.
const basket =
  `<g transform="translate(336 300) rotate(-14)"><rect x="-26" y="-34" width="62" height="64" fill="${c.card}"/><g transform="translate(-22 -30) scale(.58)">${bench}</g></g>` +
  `<path d="M270 326H410L396 384C360 392 318 392 284 384Z" fill="${c.wood}"/>` +
  [334, 350, 366]
    .map((y) => stroke(`M276 ${y}C320 ${y + 8} 360 ${y + 8} 404 ${y}`, c.bark, 3, 0.7))
    .join('') +
  [292, 316, 340, 364, 388].map((x) => stroke(`M${x} 330L${x * 0.8 + 68} 382`, c.ochre, 3)).join('') +
  `<path d="${softShape([
    [264, 326],
    [340, 320],
    [416, 326],
    [340, 336]
  ])}" fill="${c.ochre}"/>`;

/** Photos of the loveliest places, pegged to a washing line across the street. */
export const photosOnWashingLine = sheet(
  c.sky,
  background,
  street,
  post(46),
  post(554),
  stroke('M46 110Q300 182 554 110', c.ink, 2),
  photos(),
  basket
);
