import { palettes, type MapTheme } from '#lib/map/palette.ts';
import { fadeDepth } from './edge.ts';
import { textSizes, type Drawing } from './picture.ts';

/** Shown larger than any of `textSizes` was made for, names would only grow: from this width of the picture on, this many units. */
const closerSizes = [
  { from: 1900, size: 17.5 },
  { from: 2600, size: 13 },
  { from: 3600, size: 9.5 },
  { from: 5200, size: 6.8 },
  { from: 7400, size: 5 },
  { from: 10_400, size: 3.6 }
] as const;

/** The colours of a picture in one theme, as the style sheet inside it. */
export function styleSheet(theme: MapTheme): string {
  const colour = palettes[theme];
  const rules: Record<string, string> = {
    svg: `background:${colour.ground}`,
    path: 'stroke-linejoin:round',
    // A hair of its own colour closes the gaps that simplifying leaves between neighbours.
    ...Object.fromEntries(
      (['paved', 'green', 'planting', 'field', 'heath', 'wood'] as const).map((name) => [
        `.${name}`,
        `fill:${colour[name]};stroke:${colour[name]};stroke-width:1.5`
      ])
    ),
    '.water': `fill:${colour.water};stroke:${colour.water};stroke-width:1`,
    '.path': `fill:${colour.path};stroke:${colour.pathEdge};stroke-width:2;paint-order:stroke`,
    '.road': `fill:${colour.road};stroke:${colour.roadEdge};stroke-width:3;paint-order:stroke`,
    '.building': `fill:${colour.building};stroke:${colour.buildingEdge};stroke-width:.8`,
    '.tree': `fill:none;stroke:${colour.tree};stroke-width:8;stroke-linecap:round;stroke-opacity:.8`,
    '.border': `fill:none;stroke:${colour.border};stroke-width:3;stroke-dasharray:12 10;stroke-opacity:.5`,
    text:
      `fill:${colour.label};stroke:${colour.halo};stroke-width:.28em;stroke-linejoin:round;paint-order:stroke;` +
      `font:600 ${textSizes[2].size}px 'Atkinson Hyperlegible Next Variable','Atkinson Hyperlegible Next',sans-serif;` +
      'text-anchor:middle'
  };
  const sheet = Object.entries(rules).map(([selector, rule]) => `${selector}{${rule}}`);
  // A media query in a picture looks at the size the picture is shown at.
  const [small, medium] = textSizes;
  const closer = closerSizes.map(
    ({ from, size }) => `@media(min-width:${from}px){text{font-size:${size}px}}`
  );
  return (
    `${sheet.join('')}${closer.join('')}@media(max-width:${medium.upTo}px){text{font-size:${medium.size}px}.t3{display:none}}` +
    `@media(max-width:${small.upTo}px){text{font-size:${small.size}px}.t2{display:none}}`
  );
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string): string => text.replace(/[&<>"]/g, (character) => escapes[character]!);

/** Four gradients in the colour of the ground, one along each side of the data. */
function fade(drawing: Drawing, theme: MapTheme): string {
  const { width, height } = drawing.frame;
  const ground = palettes[theme].ground;
  const depth = fadeDepth;
  const sides = [
    { id: 'w', axis: 'x2="1"', box: `width="${depth}" height="${height}"` },
    { id: 'e', axis: 'x1="1" x2="0"', box: `x="${width - depth}" width="${depth}" height="${height}"` },
    { id: 'n', axis: 'x2="0" y2="1"', box: `width="${width}" height="${depth}"` },
    { id: 's', axis: 'x2="0" y1="1" y2="0"', box: `y="${height - depth}" width="${width}" height="${depth}"` }
  ];
  const gradients = sides.map(
    ({ id, axis }) =>
      `<linearGradient id="${id}" ${axis}><stop stop-color="${ground}"/>` +
      `<stop offset=".5" stop-color="${ground}" stop-opacity=".5"/>` +
      `<stop offset="1" stop-color="${ground}" stop-opacity="0"/></linearGradient>`
  );
  const rectangles = sides.map(({ id, box }) => `<rect fill="url(#${id})" ${box}/>`);
  return `<defs>${gradients.join('')}</defs>${rectangles.join('')}`;
}

/**
 * The picture as a self-contained SVG document: no script, no font and no address of somebody else.
 * @param box the part that is shown, in units of the picture: left, top, width, height; all of it unless told
 */
export function writeSvg(drawing: Drawing, theme: MapTheme, box?: readonly number[]): string {
  const { width, height } = drawing.frame;
  const viewBox = (box ?? [0, 0, width, height]).join(' ');
  const border = drawing.paths.filter(({ className }) => className === 'border');
  const base = drawing.paths.filter(({ className }) => className !== 'border');
  const path = ({ className, data }: { className: string; data: string }): string =>
    `<path class="${className}" d="${data}"/>`;
  const labels = drawing.labels.map(({ name, x, y, rotate, tier }) => {
    const turn = rotate === 0 ? '' : `rotate(${rotate})`;
    return `<text${tier > 1 ? ` class="t${tier}"` : ''} transform="translate(${x} ${y})${turn}" dy=".35em">${escapeText(name)}</text>`;
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" preserveAspectRatio="xMidYMid slice">`,
    `<style>${styleSheet(theme)}</style>`,
    `<rect width="${width}" height="${height}" fill="${palettes[theme].terrain}"/>`,
    ...base.map(path),
    fade(drawing, theme),
    ...border.map(path),
    ...labels,
    '</svg>\n'
  ].join('\n');
}
