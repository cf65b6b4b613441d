/**
 * Position of a cell along the Hilbert curve of a square of 2^order cells a side, starting at 0.
 * Neighbours on the ground become neighbours in the file: that is the order of PMTiles, and what compresses best.
 * Source: H. S. Warren, Hacker's Delight, "Hilbert's curve"; the orientation is that of the PMTiles specification v3.
 */
export function hilbertIndex(order: number, column: number, row: number): number {
  let x = column;
  let y = row;
  let index = 0;
  for (let side = 2 ** order / 2; side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const low = (y & side) > 0 ? 1 : 0;
    index += side * side * ((3 * right) ^ low);
    if (low === 0) {
      if (right === 1) {
        x = side - 1 - (x & (side - 1));
        y = side - 1 - (y & (side - 1));
      }
      [x, y] = [y, x];
    }
  }
  return index;
}

/** Sorts points along the Hilbert curve over a box; `pointOf` gives a point in the box's units. */
export function sortAlongHilbert<Item>(
  items: readonly Item[],
  pointOf: (item: Item) => readonly [number, number],
  box: { minX: number; minY: number; maxX: number; maxY: number }
): Item[] {
  const order = 12;
  const cells = 2 ** order - 1;
  const cell = (value: number, min: number, max: number): number =>
    Math.min(cells, Math.max(0, Math.round(((value - min) / (max - min || 1)) * cells)));
  return items
    .map((item, index) => {
      const [x, y] = pointOf(item);
      const at = hilbertIndex(order, cell(x, box.minX, box.maxX), cell(y, box.minY, box.maxY));
      return { item, index, at };
    })
    .sort((a, b) => a.at - b.at || a.index - b.index)
    .map(({ item }) => item);
}
