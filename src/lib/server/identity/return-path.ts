/**
 * Where to go back to: a path of this site, whatever a form or a link says.
 * @param fallback when there is none, or it leads elsewhere
 */
export function returnPath(wanted: unknown, fallback = '/'): string {
  if (typeof wanted !== 'string' || !wanted.startsWith('/') || wanted.length > 2000) return fallback;
  // Parsed as a browser does it: "//elsewhere", "/\elsewhere" and a tab in between all lead to another site.
  const base = 'http://here.invalid';
  if (!URL.canParse(wanted, base)) return fallback;
  const { origin, pathname, search, hash } = new URL(wanted, base);
  // Dots that are resolved can leave two slashes in front, which lead to another site again.
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : fallback;
}
