import { colours as c, cutOut, leaf, sheet, specks, stroke } from './pen.ts';

// The door stands open: that is the whole invitation.
const wall =
  `<rect width="600" height="290" fill="${c.blush}"/>` +
  specks(90, [0, 0, 600, 280], c.rose, 11, 0.35) +
  `<rect x="60" y="24" width="172" height="266" rx="4" fill="${c.card}"/>` +
  `<rect x="74" y="38" width="144" height="252" fill="${c.sky}"/>` +
  `<circle cx="176" cy="82" r="22" fill="${c.cream}"/>` +
  `<clipPath id="doorway"><rect x="74" y="38" width="144" height="252"/></clipPath><g clip-path="url(#doorway)">` +
  cutOut([104, 214], [48, 56], c.leaf, { seed: 3 }) +
  cutOut([188, 228], [52, 44], c.moss, { seed: 5 }) +
  cutOut([144, 250], [60, 34], c.meadow, { seed: 6 }) +
  '</g>' +
  `<path d="M74 262C110 250 180 252 218 262V290H74Z" fill="${c.sage}"/>` +
  `<path d="M118 290C128 270 150 268 154 256C160 268 176 272 182 290Z" fill="${c.cream}"/>` +
  // The door itself, turned inwards.
  `<path d="M218 38L286 58V300L218 290Z" fill="${c.teal}"/>` +
  `<path d="M230 66L272 78V160L230 156Z" fill="${c.tealLight}"/><path d="M230 176L272 178V266L230 262Z" fill="${c.tealLight}" opacity=".55"/>` +
  `<circle cx="276" cy="176" r="5" fill="${c.straw}"/>` +
  `<path d="M74 290L218 290L330 330L40 330Z" fill="${c.cream}" opacity=".8"/>`;

const pictureOnWall =
  `<rect x="352" y="52" width="86" height="66" rx="3" fill="${c.wood}"/><rect x="360" y="60" width="70" height="50" fill="${c.sky}"/>` +
  `<path d="M360 96C380 82 396 90 410 84S426 84 430 86V110H360Z" fill="${c.violet}" opacity=".7"/><path d="M360 102C384 94 410 100 430 96V110H360Z" fill="${c.meadow}"/>` +
  stroke('M352 52L395 34L438 52', c.bark, 2) +
  // A shelf with pots.
  `<rect x="462" y="118" width="120" height="9" rx="2" fill="${c.wood}"/>` +
  `<path d="M476 118L472 92H500L496 118Z" fill="${c.brick}"/>` +
  [-34, -12, 12, 34].map((angle) => leaf([486, 92], 34, angle, angle % 24 ? c.moss : c.leaf, 0.24)).join('') +
  `<rect x="516" y="84" width="24" height="34" rx="4" fill="${c.mist}"/><rect x="518" y="78" width="20" height="8" rx="2" fill="${c.tealLight}"/>` +
  `<rect x="546" y="92" width="24" height="26" rx="4" fill="${c.straw}"/><rect x="548" y="86" width="20" height="8" rx="2" fill="${c.ochre}"/>`;

const checks = Array.from({ length: 9 }, (_, index) => {
  const x = -60 + index * 90;
  return `<path d="M${x} 400L${x * 0.82 + 54} 292H${x * 0.82 + 88}L${x + 44} 400Z" fill="${c.rose}" opacity=".45"/>`;
}).join('');

const table =
  `<path d="M0 292H600V400H0Z" fill="${c.card}"/>` +
  checks +
  `<rect y="318" width="600" height="20" fill="${c.rose}" opacity=".3"/><rect y="362" width="600" height="26" fill="${c.rose}" opacity=".3"/>` +
  `<rect y="289" width="600" height="5" fill="${c.sand}"/>`;

const rows = [
  [196, c.teal],
  [212, c.cream],
  [228, c.rose],
  [244, c.brick],
  [260, c.cream],
  [276, c.teal]
] as const;
const stitches = rows
  .map(([y, fill], index) => {
    const half = [58, 76, 88, 95, 98, 96][index]!;
    const row = Array.from({ length: Math.floor(half / 5) }, (_, stitch) => {
      const x = 352 - half + 6 + stitch * 10;
      return `<path d="M${x} ${y}L${x + 4} ${y + 9}L${x + 8} ${y}" fill="none" stroke="${fill === c.cream ? c.sand : c.card}" stroke-width="2" opacity=".55"/>`;
    }).join('');
    return `<rect x="${352 - 110}" y="${y - 4}" width="220" height="17" fill="${fill}"/>${row}`;
  })
  .join('');

// A tea cosy is a theemuts: the room is named after it.
const pot =
  `<ellipse cx="352" cy="330" rx="128" ry="16" fill="${c.sand}" opacity=".8"/>` +
  stroke('M440 250C492 238 496 306 436 308', c.straw, 15) +
  `<path d="M266 298C232 292 226 262 196 246L208 234C240 238 258 262 280 266Z" fill="${c.straw}"/>` +
  `<path d="M256 268C256 316 290 330 352 330S448 316 448 268Z" fill="${c.straw}"/>` +
  `<path d="M424 300C430 288 436 280 436 268H448C448 300 430 322 396 328C408 322 418 312 424 300Z" fill="${c.ink}" opacity=".16"/>` +
  `<clipPath id="cosy"><path d="M254 290C248 222 292 176 352 176S456 222 450 290C420 300 284 300 254 290Z"/></clipPath>` +
  `<g clip-path="url(#cosy)"><rect x="240" y="170" width="224" height="130" fill="${c.brick}"/>${stitches}<path d="M420 180C452 220 452 270 440 304H470V180Z" fill="${c.ink}" opacity=".14"/></g>` +
  stroke('M256 292C288 301 416 301 448 292', c.brickDark, 6) +
  cutOut([352, 166], [21, 20], c.straw, { seed: 8, uneven: 0.16, corners: 16 }) +
  specks(26, [338, 152, 366, 180], c.ochre, 4, 0.9);

const steam = (x: number, y: number): string =>
  stroke(`M${x} ${y}C${x - 12} ${y - 16} ${x + 12} ${y - 26} ${x} ${y - 44}`, c.card, 5, 0.85);

const cup = (x: number, y: number, fill: string, band: string): string =>
  `<ellipse cx="${x}" cy="${y + 38}" rx="44" ry="9" fill="${c.sand}"/><ellipse cx="${x}" cy="${y + 35}" rx="42" ry="8" fill="${fill}"/>` +
  stroke(`M${x + 27} ${y + 8}C${x + 46} ${y + 4} ${x + 44} ${y + 27} ${x + 24} ${y + 25}`, fill, 6) +
  `<path d="M${x - 30} ${y}H${x + 30}C${x + 30} ${y + 24} ${x + 18} ${y + 36} ${x} ${y + 36}S${x - 30} ${y + 24} ${x - 30} ${y}Z" fill="${fill}"/>` +
  `<path d="M${x - 28} ${y + 12}H${x + 28}L${x + 24} ${y + 20}H${x - 24}Z" fill="${band}"/>` +
  `<ellipse cx="${x}" cy="${y}" rx="30" ry="6" fill="${c.card}"/><ellipse cx="${x}" cy="${y + 1}" rx="25" ry="4.4" fill="${c.wood}"/>` +
  steam(x - 8, y - 8) +
  steam(x + 9, y - 12);

const biscuit = (x: number, y: number): string =>
  `<ellipse cx="${x}" cy="${y}" rx="17" ry="7" fill="${c.ochre}"/><ellipse cx="${x}" cy="${y - 2}" rx="17" ry="7" fill="${c.straw}"/>` +
  [-8, -1, 7]
    .map(
      (step, index) => `<circle cx="${x + step}" cy="${y - 2 + (index % 2) * 2}" r="1.6" fill="${c.bark}"/>`
    )
    .join('');

const plate =
  `<ellipse cx="140" cy="372" rx="66" ry="13" fill="${c.sand}"/><ellipse cx="140" cy="368" rx="66" ry="13" fill="${c.mist}"/><ellipse cx="140" cy="367" rx="50" ry="9" fill="${c.card}"/>` +
  [
    [118, 364],
    [156, 366],
    [138, 358],
    [140, 348]
  ]
    .map(([x, y]) => biscuit(x!, y!))
    .join('');

/** Tuesday coffee with the door open: the pot under its cosy, and cups for whoever comes in. */
export const teapotByOpenDoor = sheet(
  c.blush,
  wall,
  pictureOnWall,
  table,
  pot,
  plate,
  cup(258, 342, c.tealLight, c.card),
  cup(520, 318, c.plum, c.rose),
  cup(424, 348, c.brick, c.cream)
);
