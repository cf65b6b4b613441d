// Finds CSS that names a side of the screen. Right-to-left languages need the logical ones, which follow the text.

const replacements: readonly { pattern: RegExp; instead: string }[] = [
  { pattern: /(?<![\w-])(margin|padding)-(left|right)\s*:/g, instead: '$1-inline-start or $1-inline-end' },
  {
    pattern: /(?<![\w-])border-(left|right)(-\w+)?\s*:/g,
    instead: 'border-inline-start or border-inline-end'
  },
  {
    pattern: /(?<![\w-])border-(top|bottom)-(left|right)-radius\s*:/g,
    instead: 'border-start-start-radius and its sisters'
  },
  { pattern: /(?<![\w-])(left|right)\s*:/g, instead: 'inset-inline-start or inset-inline-end' },
  { pattern: /(?<![\w-])text-align\s*:\s*(left|right)\b/g, instead: 'text-align: start or end' },
  { pattern: /(?<![\w-])(float|clear)\s*:\s*(left|right)\b/g, instead: '$1: inline-start or inline-end' }
];

export interface PhysicalProperty {
  /** Character offset in the text. */
  index: number;
  found: string;
  instead: string;
}

/** Every physical property of a piece of CSS; comments do not count. */
export function findPhysicalProperties(css: string): PhysicalProperty[] {
  const withoutComments = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => ' '.repeat(comment.length));
  return replacements
    .flatMap(({ pattern, instead }) =>
      [...withoutComments.matchAll(pattern)].map((match) => ({
        index: match.index,
        found: match[0].replace(/\s+/g, ' '),
        instead: instead.replaceAll('$1', match[1] ?? '')
      }))
    )
    .sort((a, b) => a.index - b.index);
}
