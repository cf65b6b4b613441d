import { drawingToSvg, iconNode, painterFor, type Drawing, type IconNodes, type SvgNode } from './drawing.ts';
import type { MarkTheme } from './mark-colours.ts';

/** A mark that is not a pearl. Its shape says what it is: a rounded square is a place, a hexagon an organisation, a string of beads a cluster. */
export type Mark = {
  /** Width and height in CSS pixels. */
  size: number;
  theme: MarkTheme;
} & (
  | {
      kind: 'place' | 'organisation';
      icon: IconNodes;
      /** An invented thing of a demo: its edge is dashed. */
      example?: boolean;
    }
  | {
      kind: 'cluster';
      /** The number inside; without it the map writes the number itself. */
      count?: number;
    }
);

const hexagon = 'M50 5 88 27.5V72.5L50 95 12 72.5V27.5z';

/** The mark in a drawing of 100 × 100 units. */
export function markDrawing(mark: Mark): Drawing {
  return { width: mark.size, height: mark.size, viewBox: '0 0 100 100', nodes: markNodes(mark) };
}

/** The mark as a whole `<svg>` document; `label` becomes its accessible name, `scale` its device pixel ratio. */
export function markSvg(mark: Mark, options: { label?: string; scale?: number } = {}): string {
  return drawingToSvg(markDrawing(mark), options);
}

function markNodes(mark: Mark): SvgNode[] {
  const paint = painterFor(mark.theme);
  if (mark.kind === 'cluster') return clusterNodes(mark);
  const tag = mark.kind === 'place' ? 'rect' : 'path';
  const outline =
    mark.kind === 'place'
      ? { x: 8, y: 8, width: 84, height: 84, rx: 22 }
      : { d: hexagon, 'stroke-linejoin': 'round' };
  return [
    [tag, { ...outline, ...paint('stroke', 'pearl-disc'), fill: 'none', 'stroke-width': 13 }],
    [tag, { ...outline, ...paint('fill', 'pearl-disc') }],
    [
      tag,
      {
        ...outline,
        ...paint('stroke', mark.kind),
        fill: 'none',
        'stroke-width': 6.5,
        ...(mark.example ? { 'stroke-dasharray': '11 6.5' } : {})
      }
    ],
    iconNode(mark.icon, { x: 50, y: 50 }, 50, 2.1, paint('stroke', mark.kind))
  ];
}

/** Beads along the edge, because a cluster is a string of marks. */
function clusterNodes(mark: Extract<Mark, { kind: 'cluster' }>): SvgNode[] {
  const paint = painterFor(mark.theme);
  const beads = 14;
  const radius = 43;
  const disc: SvgNode = ['circle', { cx: 50, cy: 50, r: 49.5, ...paint('fill', 'pearl-disc') }];
  const string: SvgNode = [
    'circle',
    {
      cx: 50,
      cy: 50,
      r: radius,
      fill: 'none',
      ...paint('stroke', 'chain'),
      'stroke-width': 9.5,
      'stroke-linecap': 'round',
      // A dash of no length with round ends is a bead; the pattern closes exactly.
      'stroke-dasharray': `0 ${((2 * Math.PI * radius) / beads).toFixed(3)}`
    }
  ];
  if (mark.count === undefined) return [disc, string];
  const text = String(mark.count);
  return [
    disc,
    string,
    [
      'text',
      {
        x: 50,
        y: 50,
        ...paint('fill', 'ink'),
        'text-anchor': 'middle',
        'dominant-baseline': 'central',
        'font-family': "'Atkinson Hyperlegible Next Variable', system-ui, sans-serif",
        'font-weight': 700,
        'font-size': text.length > 3 ? 25 : text.length > 2 ? 31 : 38
      },
      [text]
    ]
  ];
}
