import { markColours, type MarkPaint, type MarkTheme } from './mark-colours.ts';

export type SvgAttributes = Readonly<Record<string, string | number | undefined>>;

/** An element of a drawing: tag, attributes and, where it has any, children or text. Lucide's icons are lists of these. */
export type SvgNode = readonly [
  tag: string,
  attributes: SvgAttributes,
  children?: readonly (SvgNode | string)[]
];

/** An icon of 24 × 24 units drawn in strokes of 2, as lucide exports it. */
export type IconNodes = readonly SvgNode[];

/** What a mark looks like, apart from where it is shown; `width` and `height` are CSS pixels. */
export interface Drawing {
  width: number;
  height: number;
  viewBox: string;
  nodes: readonly SvgNode[];
}

/** The attributes that paint a shape. The class lets a page repaint it for its theme, for print and for forced colours. */
export type Painter = (property: 'fill' | 'stroke' | 'stop-color', paint: MarkPaint) => SvgAttributes;

/** A painter whose literal colours are those of the theme. */
export function painterFor(theme: MarkTheme): Painter {
  return (property, paint) => ({
    [property]: markColours[theme][paint],
    class: `${property === 'stop-color' ? 'stop' : property}-${paint}`
  });
}

/** The icon of 24 units scaled to `extent` and centred on the point, all in units of the drawing. Thin lines of small icons are thickened. */
export function iconNode(
  icon: IconNodes,
  centre: { x: number; y: number },
  extent: number,
  strokeWidth: number,
  paint: SvgAttributes
): SvgNode {
  const scale = extent / 24;
  return [
    'g',
    {
      ...paint,
      fill: 'none',
      'stroke-width': round(strokeWidth),
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
      transform: `translate(${round(centre.x - extent / 2)} ${round(centre.y - extent / 2)}) scale(${round(scale, 3)})`
    },
    icon
  ];
}

/** Shortens a coordinate: a hundredth of a unit is below what a screen shows. */
export function round(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** The drawing as a whole `<svg>` document in text, `scale` times as large; `label` becomes its title. */
export function drawingToSvg(drawing: Drawing, options: { label?: string; scale?: number } = {}): string {
  const scale = options.scale ?? 1;
  const children = options.label
    ? [['title', {}, [options.label]] as const, ...drawing.nodes]
    : drawing.nodes;
  return nodeToText([
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: round(drawing.width * scale),
      height: round(drawing.height * scale),
      viewBox: drawing.viewBox,
      ...(options.label ? { role: 'img' } : { 'aria-hidden': 'true' })
    },
    children
  ]);
}

function nodeToText([tag, attributes, children]: SvgNode): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeText(String(value))}"`)
    .join('');
  if (!children?.length) return `<${tag}${written}/>`;
  const inside = children
    .map((child) => (typeof child === 'string' ? escapeText(child) : nodeToText(child)))
    .join('');
  return `<${tag}${written}>${inside}</${tag}>`;
}

function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
