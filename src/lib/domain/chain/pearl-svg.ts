import {
  drawingToSvg,
  iconNode,
  painterFor,
  round,
  type Drawing,
  type IconNodes,
  type Painter,
  type SvgAttributes,
  type SvgNode
} from './drawing.ts';
import { pearlSegments, pointOnCircle, type Ring, type RingSegment } from './pearl.ts';
import type { MarkTheme } from './mark-colours.ts';

interface MarkLook {
  icon: IconNodes;
  /** Diameter in CSS pixels, 28-84. A thread runs out beyond it on both sides. */
  size: number;
  theme: MarkTheme;
  /** On the map the disc has an edge, because any colour may lie under it. */
  surface?: 'page' | 'map';
  /** An invented thing of a demo: its edge is dashed. */
  example?: boolean;
  /** Makes the names of gradients unique within one page. */
  id?: string;
}

/** A ring with an idea in it; or, outside the chain, a report ("melding") or something that is good as it is ("parel"). */
export type PearlMark = MarkLook & ({ kind?: 'idea'; ring: Ring } | { kind: 'report' } | { kind: 'pearl' });

// The drawing is 100 units wide and high; a thread runs out of it on both sides, further on a map than beside words.
const centre = { x: 50, y: 50 };
const ringRadius = 41;
const threads = {
  map: {
    reach: 26,
    path: 'M91 63C96 70 101 69 106 65.5S117 62 123 71M9 63C4 70 -1 69 -6 65.5S-17 62 -23 71'
  },
  page: {
    reach: 17,
    path: 'M91 63C95 69 99 68.5 103 65.5S111 63.5 114 69M9 63C5 69 1 68.5 -3 65.5S-11 63.5 -14 69'
  }
} as const;

/** The mark of an idea, a report or a pearl. */
export function pearlDrawing(mark: PearlMark): Drawing {
  const paint = painterFor(mark.theme);
  if (mark.kind === 'report') return square(mark.size, reportNodes(mark, paint));
  if (mark.kind === 'pearl') return square(mark.size, goodHereNodes(mark, paint));
  const nodes = [
    ...(mark.ring.keptGoing ? threadNodes(mark, paint) : []),
    discNode(mark, paint),
    ...(mark.ring.realised ? realisedNodes(mark, paint) : openRingNodes(mark, mark.ring, paint)),
    icon(mark, paint, mark.ring.realised)
  ];
  if (!mark.ring.keptGoing) return square(mark.size, nodes);
  const { reach } = threads[mark.surface ?? 'page'];
  const width = 100 + 2 * reach;
  return {
    width: round((mark.size * width) / 100),
    height: mark.size,
    viewBox: `${-reach} 0 ${width} 100`,
    nodes
  };
}

/** The mark as a whole `<svg>` document; `label` becomes its accessible name, `scale` its device pixel ratio. */
export function pearlSvg(mark: PearlMark, options: { label?: string; scale?: number } = {}): string {
  return drawingToSvg(pearlDrawing(mark), options);
}

function square(size: number, nodes: readonly SvgNode[]): Drawing {
  return { width: size, height: size, viewBox: '0 0 100 100', nodes };
}

function discNode(mark: MarkLook, paint: Painter): SvgNode {
  const edge = mark.surface === 'map' || mark.example;
  return [
    'circle',
    {
      cx: centre.x,
      cy: centre.y,
      r: edge ? 48.75 : 49.5,
      ...merge(paint('fill', 'pearl-disc'), edge ? paint('stroke', 'pearl-edge') : {}),
      ...(edge ? { 'stroke-width': mark.example ? 2.5 : 1.5 } : {}),
      ...(mark.example ? { 'stroke-dasharray': '6 4.2' } : {})
    }
  ];
}

function openRingNodes(mark: MarkLook, ring: Ring, paint: Painter): SvgNode[] {
  const segments = pearlSegments(ring);
  const inState = (...states: string[]) => segments.filter((segment) => states.includes(segment.state));
  return [
    ...inState('empty', 'current').map((segment) => arc(segment, 4.6, paint('stroke', 'chain-empty'))),
    // Filled lighter within an outline: told from a done step and from an empty one without colour.
    ...inState('not_needed').flatMap((segment) => [
      arc(segment, 10.5, paint('stroke', 'chain')),
      arc(segment, 6, paint('stroke', 'chain-not-needed'))
    ]),
    ...inState('done').map((segment) => arc(segment, 11.5, paint('stroke', 'chain'))),
    // Smaller than this the open bead is a blot.
    ...(mark.size < 56 ? [] : inState('current').map((segment) => currentBead(segment, paint)))
  ];
}

function arc(segment: RingSegment, width: number, paint: SvgAttributes): SvgNode {
  const from = pointOnCircle(centre, ringRadius, segment.startDegrees);
  const to = pointOnCircle(centre, ringRadius, segment.endDegrees);
  return [
    'path',
    {
      d: `M${round(from.x)} ${round(from.y)}A${ringRadius} ${ringRadius} 0 0 1 ${round(to.x)} ${round(to.y)}`,
      fill: 'none',
      ...paint,
      'stroke-width': width,
      'stroke-linecap': 'round'
    }
  ];
}

function currentBead(segment: RingSegment, paint: Painter): SvgNode {
  const middle = pointOnCircle(centre, ringRadius, (segment.startDegrees + segment.endDegrees) / 2);
  return [
    'circle',
    {
      cx: round(middle.x),
      cy: round(middle.y),
      r: 5,
      ...merge(paint('fill', 'pearl-disc'), paint('stroke', 'action')),
      'stroke-width': 3.5
    }
  ];
}

function realisedNodes(mark: MarkLook, paint: Painter): SvgNode[] {
  return [
    [
      'circle',
      {
        cx: centre.x,
        cy: centre.y,
        r: 44.25,
        fill: 'none',
        ...paint('stroke', 'chain'),
        'stroke-width': 7
      }
    ],
    ...nacreNodes(mark, paint, 39)
  ];
}

/** Mother of pearl: light from the upper left, warm in the middle, cool at the rim, and a highlight. */
function nacreNodes(mark: MarkLook, paint: Painter, radius: number): SvgNode[] {
  const gradient = `nacre-${mark.theme}${mark.id ? `-${mark.id}` : ''}`;
  return [
    [
      'radialGradient',
      { id: gradient, cx: 0.38, cy: 0.3, r: 0.78 },
      [
        ['stop', { offset: 0, ...paint('stop-color', 'pearl-light') }],
        ['stop', { offset: 0.5, ...paint('stop-color', 'pearl-warm') }],
        ['stop', { offset: 1, ...paint('stop-color', 'pearl-cool') }]
      ]
    ],
    ['circle', { cx: centre.x, cy: centre.y, r: radius, fill: `url(#${gradient})`, class: 'nacre' }],
    [
      'ellipse',
      {
        cx: round(centre.x - radius * 0.42),
        cy: round(centre.y - radius * 0.56),
        rx: round(radius * 0.26),
        ry: round(radius * 0.14),
        transform: `rotate(-34 ${round(centre.x - radius * 0.42)} ${round(centre.y - radius * 0.56)})`,
        ...paint('fill', 'pearl-light')
      }
    ]
  ];
}

/** The string of pearls goes on: a thread to the left and to the right, with a light line under it on a map. */
function threadNodes(mark: MarkLook, paint: Painter): SvgNode[] {
  const { path } = threads[mark.surface ?? 'page'];
  const line = (width: number, colour: ReturnType<Painter>): SvgNode => [
    'path',
    { d: path, fill: 'none', ...colour, 'stroke-width': width, 'stroke-linecap': 'round' }
  ];
  const thread = line(5.5, paint('stroke', 'chain'));
  return mark.surface === 'map' ? [line(9, paint('stroke', 'pearl-disc')), thread] : [thread];
}

function reportNodes(mark: MarkLook, paint: Painter): SvgNode[] {
  return [
    [
      'path',
      {
        d: 'M50 5a41 41 0 1 1-19 77.3L10 95l6-25A41 41 0 0 1 50 5z',
        ...merge(paint('fill', 'pearl-disc'), paint('stroke', 'ink')),
        'stroke-width': 5.5,
        'stroke-linejoin': 'round',
        ...(mark.example ? { 'stroke-dasharray': '11 7' } : {})
      }
    ],
    iconNode(
      mark.icon,
      { x: 50, y: 46 },
      iconExtent(mark.size),
      iconStroke(mark.size),
      paint('stroke', 'ink')
    )
  ];
}

function goodHereNodes(mark: MarkLook, paint: Painter): SvgNode[] {
  return [
    [
      'circle',
      {
        cx: centre.x,
        cy: centre.y,
        r: 43,
        ...merge(paint('fill', 'pearl-disc'), paint('stroke', 'pearl-edge')),
        'stroke-width': mark.example ? 4 : 3,
        ...(mark.example ? { 'stroke-dasharray': '8 5.5' } : {})
      }
    ],
    ...nacreNodes(mark, paint, 40),
    icon(mark, paint, true),
    // The shine: a star of four points on the rim.
    [
      'path',
      {
        d: 'M84 3q1.8 11.2 13 13-11.2 1.8-13 13-1.8-11.2-13-13 11.2-1.8 13-13z',
        ...merge(paint('fill', 'chain'), paint('stroke', 'pearl-disc')),
        'stroke-width': 3,
        'paint-order': 'stroke'
      }
    ]
  ];
}

function icon(mark: MarkLook, paint: Painter, onPearl: boolean): SvgNode {
  return iconNode(
    mark.icon,
    centre,
    iconExtent(mark.size),
    iconStroke(mark.size),
    paint('stroke', onPearl ? 'pearl-icon' : 'ink')
  );
}

function iconExtent(size: number): number {
  return size < 36 ? 47 : 43;
}

/** Lucide draws with 2 of 24 units; below 40 pixels that is less than 1.4 pixels on the screen. */
function iconStroke(size: number): number {
  const pixelsPerUnit = (size * iconExtent(size)) / 100 / 24;
  return Math.min(2.6, Math.max(2, 1.4 / pixelsPerUnit));
}

function merge(...paints: ReturnType<Painter>[]): ReturnType<Painter> {
  return Object.assign({}, ...paints, {
    class: paints
      .map((each) => each.class)
      .filter(Boolean)
      .join(' ')
  });
}
