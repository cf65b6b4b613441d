const longestCode = 20;

/** A follow code as it is stored ("WILG-27") from what somebody typed: any letters, with a space, dash or nothing between. */
export function followCodeFrom(typed: string): string {
  return typed
    .trim()
    .slice(0, longestCode)
    .toUpperCase()
    .replace(/[\s\-‐-―_.]+/gu, '-')
    .replace(/^(\p{Letter}+)(\d+)$/u, '$1-$2');
}
