/** From this many things on a cluster is a step larger: pixels beside an idea's mark of 40. */
export const clusterSteps = [
  { from: 0, size: 44 },
  { from: 25, size: 52 },
  { from: 200, size: 62 }
] as const;

/** Diameter of a cluster of so many things, in CSS pixels. */
export function clusterSize(count: number, markSize: number): number {
  const step = [...clusterSteps].reverse().find(({ from }) => count >= from) ?? clusterSteps[0];
  return Math.round((step.size * markSize) / 40);
}

/** What a cluster says: whole below a thousand, then rounded, as there is room for four signs. */
export function clusterCount(count: number): string {
  if (count < 1000) return String(count);
  return count < 10_000
    ? `${(Math.round(count / 100) / 10).toString().replace('.', ',')}k`
    : `${Math.round(count / 1000)}k`;
}
