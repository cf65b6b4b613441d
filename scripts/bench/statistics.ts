/**
 * The value below which a part of the values lie, by the nearest rank.
 * @param part from 0 to 1
 * @throws RangeError without values
 */
export function percentile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
  if (found === undefined) throw new RangeError('Nothing was measured.');
  return found;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);
