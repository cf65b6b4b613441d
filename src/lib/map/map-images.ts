import { drawingToSvg, type Drawing } from '#lib/domain/chain/drawing.ts';
import { drawnMark, lookOfKey } from './mark-look.ts';
import { palettes, type MapTheme } from './palette.ts';
import { loadSvg, MarkImages, type MarkImage } from './pearl-image.ts';
import { pinDrawing } from './pin-drawing.ts';

/** A soft ring round what is chosen. */
function haloDrawing(theme: MapTheme, size: number): Drawing {
  const colour = palettes[theme];
  return {
    width: size,
    height: size,
    viewBox: '0 0 100 100',
    nodes: [
      ['circle', { cx: 50, cy: 50, r: 48, fill: colour.halo, 'fill-opacity': 0.8 }],
      [
        'circle',
        {
          cx: 50,
          cy: 50,
          r: 46,
          fill: colour.chain,
          'fill-opacity': 0.2,
          stroke: colour.chain,
          'stroke-width': 4
        }
      ]
    ]
  };
}

/** Draws the images that layers ask for by name (`layer-look.ts`), once each. One instance belongs to one map. */
export class MapImages {
  readonly #marks = new MarkImages();

  /** The image of that name, sharp at `pixelRatio` device pixels per CSS pixel; null for a name that is not ours. */
  async get(name: string, pixelRatio: number): Promise<MarkImage | null> {
    const parts = name.split('|');
    const kind = parts[0];
    const size = Number(parts.at(-1));
    const theme: MapTheme = parts.at(-2) === 'dark' ? 'dark' : 'light';
    if (!(size > 0)) return null;
    const own = async (drawing: Drawing): Promise<MarkImage> => ({
      image: await loadSvg(drawingToSvg(drawing, { scale: pixelRatio })),
      pixelRatio
    });
    switch (kind) {
      case 'mark':
        return this.#marks.get(drawnMark(lookOfKey(parts[1] ?? ''), size, theme), pixelRatio);
      case 'cluster':
        return this.#marks.get({ kind: 'cluster', size, theme }, pixelRatio);
      case 'halo':
        return own(haloDrawing(theme, size));
      case 'pin':
        return own(pinDrawing(theme, size));
      default:
        return null;
    }
  }
}
