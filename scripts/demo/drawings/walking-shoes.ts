import { colours as c, cutOut, leaf, randomFrom, sheet, specks, stroke, tufts } from './pen.ts';

const pine = (x: number, foot: number, size: number, fill: string): string =>
  `<rect x="${x - 4 * size}" y="${foot - 30 * size}" width="${8 * size}" height="${30 * size}" fill="${c.earth}"/>` +
  [0, 1, 2]
    .map(
      (row) =>
        `<path d="M${x - (40 - row * 9) * size} ${foot - (22 + row * 30) * size}Q${x} ${foot - (34 + row * 30) * size} ${x + (40 - row * 9) * size} ${foot - (22 + row * 30) * size}L${x} ${foot - (84 + row * 32) * size}Z" fill="${fill}"/>`
    )
    .join('');

const background =
  `<circle cx="150" cy="84" r="40" fill="${c.cream}"/><circle cx="150" cy="84" r="29" fill="${c.straw}" opacity=".8"/>` +
  cutOut([392, 62], [66, 18], c.card, { seed: 4, opacity: 0.8 }) +
  cutOut([436, 54], [38, 20], c.card, { seed: 8, opacity: 0.8 }) +
  `<path d="M0 206C110 170 250 196 360 178S520 160 600 184V400H0Z" fill="${c.mist}"/>` +
  `<path d="M0 226C150 196 300 214 430 198S560 196 600 206V400H0Z" fill="${c.violet}" opacity=".38"/>` +
  [
    [468, 226, 1.06, c.moss],
    [520, 236, 1.36, c.pine],
    [576, 232, 1.1, c.moss],
    [38, 234, 0.9, c.pine],
    [84, 232, 0.68, c.moss]
  ]
    .map(([x, foot, size, fill]) => pine(Number(x), Number(foot), Number(size), String(fill)))
    .join('') +
  `<path d="M0 240C160 214 380 226 600 226V400H0Z" fill="${c.sage}"/>` +
  `<path d="M0 300C160 262 420 262 600 288V400H0Z" fill="${c.meadow}"/>` +
  `<path d="M318 224C352 236 318 248 262 262C160 290 70 330 60 400H520C540 344 470 300 400 276C340 256 366 240 332 223Z" fill="${c.cream}"/>` +
  specks(90, [110, 320, 500, 398], c.sand, 21, 0.9);

// A waymark of our own: two strokes of paint on a post.
const waymark =
  `<rect x="420" y="196" width="16" height="112" rx="3" fill="${c.wood}"/><rect x="429" y="196" width="7" height="112" rx="3" fill="${c.bark}" opacity=".5"/><path d="M418 196L428 186L438 196Z" fill="${c.bark}"/><rect x="420" y="216" width="16" height="9" fill="${c.teal}"/><rect x="420" y="229" width="16" height="9" fill="${c.card}"/>` +
  tufts(4, [412, 302, 444, 310], c.moss, 5);

interface ShoePaint {
  upper: string;
  dark: string;
  lace: string;
}

/** One boot from the side, its toe to the right; the foot of the heel is at 0,0. */
const boot = (x: number, y: number, turn: number, { upper, dark, lace }: ShoePaint): string => {
  const eyes = [
    [74, -96],
    [82, -80],
    [92, -66],
    [106, -56]
  ] as const;
  const laces = eyes.map(([ex, ey], index) => {
    const [nx, ny] = eyes[index + 1] ?? [120, -50];
    return stroke(
      `M${ex - 15} ${ey + 4}L${nx + 1} ${ny + 1}M${ex + 1} ${ey}L${nx - 15} ${ny + 6}`,
      lace,
      3.4
    );
  });
  return (
    `<g transform="translate(${x} ${y}) rotate(${turn})">` +
    `<ellipse cx="92" cy="6" rx="116" ry="11" fill="${c.earth}" opacity=".2"/>` +
    `<path d="M2 -18H186C192 -18 195 -12 194 -6L192 0C191 4 188 6 184 6H8C2 6 -2 2 -2 -4L-2 -14C-2 -17 0 -18 2 -18Z" fill="${c.ink}"/>` +
    Array.from(
      { length: 11 },
      (_, index) => `<rect x="${8 + index * 16.5}" y="1" width="8" height="8" rx="2" fill="${c.ink}"/>`
    ).join('') +
    `<path d="M-1 -24H190C192 -18 193 -16 193 -13H-2Z" fill="${c.cream}"/>` +
    `<path d="M2 -22C-4 -60 6 -92 2 -124C20 -134 52 -134 70 -126C72 -98 84 -76 108 -64C140 -52 176 -56 188 -22Z" fill="${upper}"/>` +
    `<path d="M108 -64C140 -52 176 -56 188 -22H134C132 -40 122 -54 108 -64Z" fill="${dark}"/>` +
    `<path d="M2 -22C-2 -46 2 -64 3 -78C18 -72 30 -52 32 -22Z" fill="${dark}"/>` +
    `<path d="M58 -128C60 -96 74 -70 104 -52L118 -58C92 -72 76 -94 72 -126Z" fill="${c.blush}"/>` +
    `<path d="M0 -122C18 -136 54 -138 72 -128L71 -114C52 -122 20 -120 2 -108Z" fill="${lace}"/>` +
    stroke('M40 -26C42 -52 52 -74 60 -84', dark, 2.4) +
    laces.join('') +
    stroke(
      'M72 -100C88 -122 104 -112 92 -98C84 -90 76 -94 72 -100C58 -116 44 -104 54 -94C62 -88 68 -92 72 -100',
      lace,
      3.4
    ) +
    stroke('M72 -98C80 -86 96 -88 104 -82M72 -98C66 -84 54 -82 50 -72', lace, 3.4) +
    '</g>'
  );
};

function fallenLeaves(): string {
  const random = randomFrom(63);
  return Array.from({ length: 15 }, () => {
    const fill = [c.ochre, c.straw, c.brick, c.wood][Math.floor(random() * 4)]!;
    return leaf([40 + random() * 530, 336 + random() * 58], 15 + random() * 8, random() * 360, fill, 0.42);
  }).join('');
}

const thermos =
  `<ellipse cx="514" cy="352" rx="36" ry="8" fill="${c.earth}" opacity=".2"/><rect x="496" y="266" width="40" height="86" rx="9" fill="${c.brick}"/><rect x="522" y="270" width="10" height="78" rx="5" fill="${c.brickDark}" opacity=".6"/><rect x="496" y="290" width="40" height="9" fill="${c.cream}"/><path d="M499 268L503 250H529L533 268Z" fill="${c.sand}"/><rect x="505" y="240" width="22" height="12" rx="4" fill="${c.ink}"/>` +
  `<path d="M552 330H582C582 348 577 354 567 354S552 348 552 330Z" fill="${c.sand}"/><ellipse cx="567" cy="330" rx="15" ry="4" fill="${c.wood}"/>` +
  stroke('M562 320C556 312 568 306 562 296M572 320C566 310 578 304 572 292', c.card, 3.4, 0.9);

/** Two pairs' worth of walking at an easy pace: boots on the path, and the coffee is along. */
export const walkingShoes = sheet(
  c.sky,
  background,
  waymark,
  tufts(20, [0, 300, 120, 390], c.leaf, 3),
  boot(206, 334, -5, { upper: c.ochre, dark: c.bark, lace: c.card }),
  boot(92, 366, 2, { upper: c.straw, dark: c.wood, lace: c.teal }),
  thermos,
  fallenLeaves(),
  tufts(10, [440, 376, 600, 398], c.moss, 25)
);
