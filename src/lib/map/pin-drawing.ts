import type { Drawing } from '#lib/domain/chain/drawing.ts';
import { palettes, type MapTheme } from './palette.ts';

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
