/** An element of a drawing as data: tag, attributes and, where it has any, children or text. Lucide's icons are lists of these. */
export type SvgShape = readonly [
  tag: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  children?: readonly (SvgShape | string)[]
];

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeText = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

function textOf([tag, attributes, children = []]: SvgShape): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined) written += ` ${name}="${escapeText(String(value))}"`;
  const inside = children
    .map((child) => (typeof child === 'string' ? escapeText(child) : textOf(child)))
    .join('');
  return inside ? `<${tag}${written}>${inside}</${tag}>` : `<${tag}${written}/>`;
}

/** Icons are constants, and a page shows the same few often. */
const texts = new WeakMap<readonly SvgShape[], string>();

/**
 * The shapes as the text between `<svg>` and `</svg>`, every value escaped. A page takes over text as it stands, where
 * shapes as elements of their own cost it a comment and an effect each: 10,000 of them on the first screen, and seconds
 * on an old phone (docs/performance.md).
 */
export function svgText(shapes: readonly SvgShape[]): string {
  const known = texts.get(shapes);
  if (known !== undefined) return known;
  const text = shapes.map(textOf).join('');
  texts.set(shapes, text);
  return text;
}
