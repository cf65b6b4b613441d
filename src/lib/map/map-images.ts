import { drawingToSvg, type Drawing } from '#lib/domain/chain/drawing.ts';
import { drawnMark, lookOfKey } from './mark-look.ts';
import { palettes, type MapTheme } from './palette.ts';
import { loadSvg, MarkImages, type MarkImage } from './pearl-image.ts';

/** The pin of what somebody is placing now: its point is the middle of the lower edge. */
export function pinDrawing(theme: MapTheme, size: number): Drawing {
  const colour = palettes[theme];
  return {
    width: size,
    height: size,
    viewBox: '0 0 44 44',
    nodes: [
      ['ellipse', { cx: 22, cy: 41.5, rx: 7, ry: 2.2, fill: '#000000', 'fill-opacity': 0.22 }],
      [
        'path',
        {
          d: 'M22 42C17 33 8.5 27.5 8.5 17a13.5 13.5 0 0 1 27 0C35.5 27.5 27 33 22 42z',
          fill: colour.action,
          stroke: colour.disc,
          'stroke-width': 2.5,
          'stroke-linejoin': 'round'
        }
      ],
      ['circle', { cx: 22, cy: 17, r: 5.5, fill: colour.disc }]
    ]
  };
}

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
