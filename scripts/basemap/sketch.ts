import type { Polygon } from 'geojson';
import sharp from 'sharp';
import { type MapTheme } from '#lib/map/palette.ts';
import { projector, type Drawing, type PictureFrame } from './picture.ts';
import { writeSvg } from './picture-svg.ts';

/** A part of the picture in its own units: left, top, width, height. */
export type PictureBox = [number, number, number, number];

/** So many units round the border are sketched too: the first view of a phone lies within. */
const margin = 60;
/** Of WebP (0-100): streets and blocks are told apart, and a phone has it in one answer of the line (some 14 kB). */
const quality = 12;

/** The part of the picture that is sketched: the border and a little round it. */
export function sketchBox(frame: PictureFrame, border: Polygon): PictureBox {
  const points = border.coordinates[0]!.map(projector(frame));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const left = Math.max(0, Math.floor(Math.min(...xs) - margin));
  const top = Math.max(0, Math.floor(Math.min(...ys) - margin));
  const right = Math.min(frame.width, Math.ceil(Math.max(...xs) + margin));
  const bottom = Math.min(frame.height, Math.ceil(Math.max(...ys) + margin));
  return [left, top, right - left, bottom - top];
}

/**
 * The wijk as a small WebP without names, which lies under the drawn picture: on a slow line it is there long before it.
 * @param scale pixels of one unit
 */
export async function drawSketch(
  drawing: Drawing,
  theme: MapTheme,
  box: PictureBox,
  scale: number
): Promise<Uint8Array> {
  // Trees are dots that cost as much as all the rest.
  const paths = drawing.paths.filter(({ className }) => className !== 'tree');
  const svg = writeSvg({ ...drawing, paths, labels: [] }, theme, box);
  return sharp(Buffer.from(svg))
    .resize(Math.round(box[2] * scale))
    .webp({ quality, effort: 6, smartSubsample: true })
    .toBuffer();
}
