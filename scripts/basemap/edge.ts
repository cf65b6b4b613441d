import type { Feature, Polygon, Position } from 'geojson';
import { fromMercator, toMercator } from './mercator.ts';
import { signedArea } from './polygons.ts';

/** How far inside the end of the data the map begins to fade, in Web Mercator metres. */
export const fadeDepth = 110;
const steps = 11;
/** Roads and trees stick out over the cut: the fade starts this far beyond it. */
const overhang = 60;

/** Moves the corners of a counterclockwise convex outline inwards (or, when negative, outwards). */
function inset(corners: [number, number][], depth: number): [number, number][] {
  const sides = corners.map((corner, index) => {
    const next = corners[(index + 1) % corners.length]!;
    const [dx, dy] = [next[0] - corner[0], next[1] - corner[1]];
    const length = Math.hypot(dx, dy);
    return { x: corner[0] - (dy / length) * depth, y: corner[1] + (dx / length) * depth, dx, dy };
  });
  return sides.map((side, index) => {
    const before = sides[(index + sides.length - 1) % sides.length]!;
    const cross = before.dx * side.dy - before.dy * side.dx;
    const along = ((side.x - before.x) * side.dy - (side.y - before.y) * side.dx) / cross;
    return [before.x + before.dx * along, before.y + before.dy * along];
  });
}

/** The corners of the data's extent in Web Mercator metres, counterclockwise, without the closing point. */
export function extentCorners(extent: Polygon): [number, number][] {
  const corners = extent.coordinates[0]!.slice(0, -1).map(toMercator);
  return signedArea(corners) < 0 ? corners.reverse() : corners;
}

/**
 * Nested frames along the end of the data, each with `fade` (0-1): drawn over the map in the colour of the
 * ground they let it end softly instead of with a cut. Expects a convex extent; WGS84 lon/lat.
 */
export function edgeFrames(extent: Polygon): Feature<Polygon, { fade: number }>[] {
  const corners = extentCorners(extent);
  const ring = (depth: number): Position[] => {
    const points = inset(corners, depth).map(fromMercator);
    return [...points, points[0]!];
  };
  return Array.from({ length: steps }, (_, step) => {
    const outer = step === 0 ? -overhang : (fadeDepth / steps) * step;
    const inner = (fadeDepth / steps) * (step + 1);
    const distance = 1 - step / steps;
    // Smoothstep: no visible line where the fade begins or ends.
    const fade = Number((distance * distance * (3 - 2 * distance)).toFixed(3));
    return {
      type: 'Feature',
      properties: { fade },
      geometry: { type: 'Polygon', coordinates: [ring(outer), ring(inner).reverse()] }
    };
  });
}

/** The largest upright box within the extent, in Web Mercator metres: the bounds of the picture. */
export function pictureBox(extent: Polygon): { minX: number; minY: number; maxX: number; maxY: number } {
  const corners = extentCorners(extent);
  const xs = corners.map(([x]) => x).sort((a, b) => a - b);
  const ys = corners.map(([, y]) => y).sort((a, b) => a - b);
  const half = corners.length / 2;
  return {
    minX: Math.ceil(xs[half - 1]!),
    maxX: Math.floor(xs[half]!),
    minY: Math.ceil(ys[half - 1]!),
    maxY: Math.floor(ys[half]!)
  };
}
