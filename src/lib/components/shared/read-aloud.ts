/** Parts of a page that are not read aloud: controls, pictures, and what is marked so. */
const silent =
  'script, style, svg, button, input, select, textarea, nav, [aria-hidden="true"], [hidden], [data-read-aloud="no"]';

const blocks =
  /^(ADDRESS|ARTICLE|DD|DIV|DT|FIGCAPTION|FORM|H[1-6]|HEADER|LABEL|LEGEND|LI|OL|P|SECTION|TD|TH|UL)$/;

/** Longer utterances are cut off after about fifteen seconds by some voices. */
const longestPart = 180;

/** The words of an element as a person would read them, a block on each line. */
export function readableText(element: Element): string {
  if (element.matches(silent)) return '';
  const words = [...element.childNodes]
    .map((child) => (isElement(child) ? readableText(child) : (child.textContent ?? '').replace(/\s+/g, ' ')))
    .join('');
  return blocks.test(element.tagName) ? `\n${words.trim()}\n` : words;
}

/** The text in parts that a voice can speak in one breath: sentences, and lines without a full stop. */
export function speechParts(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line) => line.trim().split(/(?<=[.!?…:])\s+/))
    .flatMap(shortened)
    .filter((part) => /[\p{Letter}\p{Number}]/u.test(part));
}

function shortened(sentence: string): string[] {
  const parts: string[] = [];
  let rest = sentence.trim();
  while (rest.length > longestPart) {
    const comma = rest.lastIndexOf(', ', longestPart);
    const space = rest.lastIndexOf(' ', longestPart);
    const end = comma > 0 ? comma + 1 : space > 0 ? space : longestPart;
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  return [...parts, rest];
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
