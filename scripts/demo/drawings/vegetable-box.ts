import { colours as c, cutOut, leaf, randomFrom, sheet, specks, stroke, tufts } from './pen.ts';

const background =
  `<circle cx="96" cy="86" r="50" fill="${c.cream}"/><circle cx="96" cy="86" r="37" fill="${c.straw}" opacity=".75"/>` +
  cutOut([330, 52], [70, 18], c.card, { seed: 5, opacity: 0.85 }) +
  cutOut([380, 44], [42, 20], c.card, { seed: 9, opacity: 0.85 }) +
  `<path d="M0 226C140 190 280 220 400 204S540 196 600 210V400H0Z" fill="${c.mist}"/>` +
  [
    [26, 210, 54, 42, c.leaf],
    [214, 214, 44, 30, c.sage],
    [548, 208, 62, 44, c.leaf]
  ]
    .map(([x, y, w, h, fill], index) =>
      cutOut([Number(x), Number(y)], [Number(w), Number(h)], String(fill), { seed: index + 70 })
    )
    .join('') +
  `<path d="M0 236C160 214 420 226 600 222V400H0Z" fill="${c.sage}"/><path d="M0 302C180 276 420 280 600 296V400H0Z" fill="${c.meadow}"/>`;

const shed =
  '<g transform="translate(-126 0)">' +
  `<rect x="404" y="150" width="106" height="92" fill="${c.wood}"/>` +
  [421, 438, 455, 472, 489]
    .map((x) => `<rect x="${x}" y="150" width="1.6" height="92" fill="${c.bark}" opacity=".6"/>`)
    .join('') +
  `<path d="M392 152L457 108L522 152Z" fill="${c.brickDark}"/><rect x="462" y="178" width="32" height="64" fill="${c.teal}"/><circle cx="469" cy="212" r="2.4" fill="${c.straw}"/><rect x="418" y="182" width="28" height="24" fill="${c.water}"/>` +
  stroke('M432 182V206M418 194H446', c.card, 2.4) +
  '</g>';

const soil = `<path d="M84 270C200 254 400 254 516 270L520 292H80Z" fill="${c.earth}"/>${specks(70, [90, 264, 510, 288], c.bark, 33, 0.9)}`;

const lettuce = (x: number, y: number, size: number, seed: number, outer: string, inner: string): string =>
  `<g transform="translate(${x} ${y}) scale(${size})">` +
  cutOut([-20, -10], [22, 16], outer, { seed, uneven: 0.16, corners: 15 }) +
  cutOut([20, -10], [22, 16], outer, { seed: seed + 1, uneven: 0.16, corners: 15 }) +
  cutOut([0, -16], [27, 21], outer, { seed: seed + 2, uneven: 0.14, corners: 17 }) +
  cutOut([0, -12], [21, 16], inner, { seed: seed + 3, uneven: 0.16, corners: 15 }) +
  cutOut([1, -10], [12, 10], c.sage, { seed: seed + 4, uneven: 0.18 }) +
  stroke('M-18 -6C-12 -14 -8 -18 -6 -26M18 -6C13 -14 10 -18 7 -26M0 -2V-20', c.card, 1.6, 0.6) +
  '</g>';

const carrot = (x: number, y: number, size: number): string =>
  [-26, -10, 6, 22]
    .map((angle) => leaf([x, y - 6 * size], 44 * size, angle, angle === 6 ? c.moss : c.leaf, 0.16))
    .join('') +
  `<path d="M${x - 11 * size} ${y - 8 * size}C${x - 6 * size} ${y - 14 * size} ${x + 6 * size} ${y - 14 * size} ${x + 11 * size} ${y - 8 * size}L${x + 8 * size} ${y + 10 * size}H${x - 8 * size}Z" fill="#e07b32"/>` +
  stroke(`M${x - 6 * size} ${y - 3 * size}H${x}M${x + 1} ${y + 3 * size}H${x + 6 * size}`, '#b95a1d', 1.6);

function tomatoes(x: number): string {
  const random = randomFrom(88);
  const fruit = [
    [-22, 196, 12],
    [16, 178, 11],
    [-12, 150, 10],
    [24, 222, 13],
    [10, 134, 8]
  ] as const;
  const leaves = Array.from({ length: 20 }, (_, index) => {
    const side = index % 2 ? 1 : -1;
    return leaf(
      [x + side * 4, 128 + index * 6.6],
      26 + random() * 12,
      side * (52 + random() * 40),
      random() > 0.5 ? c.moss : c.leaf,
      0.34
    );
  });
  return (
    stroke(`M${x + 5} 100V272`, c.wood, 5) +
    stroke(`M${x} 274C${x - 8} 220 ${x + 10} 170 ${x} 116`, c.moss, 5) +
    leaves.join('') +
    fruit
      .map(
        ([dx, y, r], index) =>
          `<circle cx="${x + dx}" cy="${y}" r="${r}" fill="${index === 4 ? c.ochre : c.brick}"/><circle cx="${x + dx - r * 0.3}" cy="${y - r * 0.3}" r="${r * 0.22}" fill="${c.card}" opacity=".8"/>${[-40, 0, 40].map((angle) => leaf([x + dx, y - r + 3], 7, angle, c.pine, 0.3)).join('')}`
      )
      .join('')
  );
}

const pumpkin = (x: number, y: number, size: number): string =>
  `<g transform="translate(${x} ${y}) scale(${size})"><ellipse cy="2" rx="50" ry="8" fill="${c.pine}" opacity=".3"/>` +
  [-27, 27, -15, 15]
    .map(
      (dx) =>
        `<ellipse cx="${dx}" cy="-24" rx="22" ry="25" fill="${Math.abs(dx) > 20 ? '#c9702b' : '#d8823a'}"/>`
    )
    .join('') +
  `<ellipse cy="-24" rx="17" ry="26" fill="#e69a4f"/>${stroke('M0 -48C-2 -58 6 -62 10 -64', c.moss, 7)}${leaf([2, -50], 34, 68, c.leaf, 0.5)}</g>`;

const plank = (y: number, fill: string): string =>
  `<rect x="66" y="${y}" width="468" height="30" rx="4" fill="${fill}"/>` +
  stroke(
    `M96 ${y + 11}C190 ${y + 6} 220 ${y + 16} 300 ${y + 11}M350 ${y + 20}C420 ${y + 15} 460 ${y + 23} 510 ${y + 19}`,
    c.bark,
    1.6,
    0.55
  );

const box =
  `<ellipse cx="300" cy="360" rx="258" ry="13" fill="${c.moss}" opacity=".6"/>` +
  `<rect x="70" y="300" width="460" height="40" fill="${c.earth}"/>` +
  plank(286, c.ochre) +
  plank(319, c.wood) +
  [66, 288, 512]
    .map(
      (x) =>
        `<rect x="${x}" y="278" width="24" height="80" rx="3" fill="${c.bark}"/>${[300, 334].map((y) => `<circle cx="${x + 12}" cy="${y}" r="2.4" fill="${c.sand}"/>`).join('')}`
    )
    .join('');

const can =
  `<g transform="translate(70 316)"><ellipse cx="4" cy="62" rx="56" ry="8" fill="${c.moss}" opacity=".6"/>` +
  stroke('M-30 14C-70 -22 -12 -46 6 -8', c.tealLight, 8) +
  `<path d="M30 26L72 -10L80 -2L34 54Z" fill="${c.teal}"/><path d="M62 -20L90 4L84 10L58 -12Z" fill="${c.tealLight}"/><path d="M-36 0H36L40 60H-40Z" fill="${c.teal}"/><path d="M18 0H36L40 60H22Z" fill="${c.ink}" opacity=".2"/><ellipse rx="36" ry="8" fill="${c.tealLight}"/><rect x="-38" y="22" width="76" height="6" fill="${c.tealLight}"/></g>`;

const label = (x: number, y: number, fill: string): string =>
  stroke(`M${x} ${y}V${y + 26}`, c.bark, 3) +
  `<rect x="${x - 15}" y="${y - 14}" width="30" height="20" rx="3" fill="${c.card}"/><circle cx="${x}" cy="${y - 4}" r="5" fill="${fill}"/>`;

const butterfly = `<g transform="translate(186 150) rotate(-12)"><path d="M0 0C-22 -24 -34 -8 -4 6C-26 8 -20 26 0 8Z" fill="${c.violet}"/><path d="M0 0C22 -24 34 -8 4 6C26 8 20 26 0 8Z" fill="${c.violet}"/><path d="M-1.5 -6H1.5L1 14H-1Z" fill="${c.ink}"/></g>`;

/** One of the four boxes on the little field, in its best month. */
export const vegetableBox = sheet(
  c.sky,
  background,
  shed,
  tufts(24, [0, 244, 600, 300], c.leaf, 7),
  soil,
  tomatoes(468),
  label(428, 250, c.brick),
  lettuce(256, 276, 1.15, 5, c.leaf, c.meadow),
  lettuce(330, 278, 1.05, 15, c.moss, c.leaf),
  lettuce(394, 280, 0.95, 25, c.plum, c.violet),
  carrot(118, 272, 1),
  carrot(154, 276, 1.15),
  carrot(192, 272, 0.95),
  box,
  butterfly,
  can,
  pumpkin(536, 372, 0.92),
  tufts(18, [120, 366, 470, 394], c.moss, 13)
);
