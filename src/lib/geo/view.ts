import type { Bounds } from './bounds.ts';
import { fromWorld, toWorld, worldMetres, type LonLat, type WorldPoint } from './mercator.ts';

/** Width and height of what a map is shown in, in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/**
 * What a map shows, whatever the size of its container: a box round a point that is always seen whole, unless that
 * would need less than `least` pixels for a metre. All in metres of Web Mercator.
 */
export interface View extends WorldPoint {
  width: number;
  height: number;
  /** Pixels per metre at least: a small screen then shows the middle of the box instead of a map that nobody can read. */
  least: number;
}

/** Pixels per metre of the smallest and the largest map. */
export const scaleLimits = { least: 0.08, most: 9.4 } as const;

/** Pixels of MapLibre's world at zoom 0. */
const tileSize = 512;

/**
 * Pixels per metre of Web Mercator of this view in a container of that size.
 * The drawn map says the same in CSS (`views/map/drawn-map.css`), so that it is exact without a script.
 */
export function scaleOf(view: View, size: Size): number {
  const whole = Math.min(size.width / view.width, size.height / view.height);
  return Math.min(scaleLimits.most, Math.max(scaleLimits.least, view.least, whole));
}

/** MapLibre's zoom at so many pixels per metre. */
export function zoomOfScale(scale: number): number {
  return Math.log2((scale * worldMetres) / tileSize);
}

/** Pixels per metre at MapLibre's zoom. */
export function scaleOfZoom(zoom: number): number {
  return (tileSize * 2 ** zoom) / worldMetres;
}

/** The view that shows these bounds whole. */
export function viewOfBounds([west, south, east, north]: Bounds): View {
  const a = toWorld({ lon: west, lat: north });
  const b = toWorld({ lon: east, lat: south });
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, width: b.x - a.x, height: b.y - a.y, least: 0 };
}

/** The view of exactly this size round a point, at so many pixels per metre. */
export function viewAround(centre: WorldPoint, scale: number, size: Size): View {
  return { ...centre, width: size.width / scale, height: size.height / scale, least: 0 };
}

/** What is visible of the earth. */
export function visibleBounds(view: View, size: Size): Bounds {
  const scale = scaleOf(view, size);
  const [halfWidth, halfHeight] = [size.width / scale / 2, size.height / scale / 2];
  const northWest = fromWorld({ x: view.x - halfWidth, y: view.y - halfHeight });
  const southEast = fromWorld({ x: view.x + halfWidth, y: view.y + halfHeight });
  return [northWest.lon, southEast.lat, southEast.lon, northWest.lat];
}

/** The box of a view, whatever it is shown in. */
export function boxBounds({ x, y, width, height }: View): Bounds {
  return visibleBounds({ x, y, width, height, least: 0 }, { width, height });
}

/** Where a place is on the screen: CSS pixels from the top left corner of the container. */
export function screenPoint(view: View, size: Size, place: LonLat): WorldPoint {
  const scale = scaleOf(view, size);
  const { x, y } = toWorld(place);
  return { x: size.width / 2 + (x - view.x) * scale, y: size.height / 2 + (y - view.y) * scale };
}

/** The place at a point of the screen, in CSS pixels from the top left corner of the container. */
export function placeAt(view: View, size: Size, point: WorldPoint): LonLat {
  const scale = scaleOf(view, size);
  return fromWorld({
    x: view.x + (point.x - size.width / 2) / scale,
    y: view.y + (point.y - size.height / 2) / scale
  });
}

/** The view moved by shares of its width and height: 1 is a whole screen to the east or south. */
export function moved(view: View, east: number, south: number): View {
  return { ...view, x: view.x + east * view.width, y: view.y + south * view.height };
}

/** The view as many times closer; `around` stays where it is on the screen. */
export function closer(view: View, times: number, around: WorldPoint = view): View {
  return {
    x: around.x + (view.x - around.x) / times,
    y: around.y + (view.y - around.y) / times,
    width: view.width / times,
    height: view.height / times,
    least: view.least * times
  };
}

/** The view with its centre within the bounds and its box between the closest and the widest that can be shown. */
export function heldWithin(view: View, bounds: Bounds): View {
  const limits = viewOfBounds(bounds);
  const clamp = (value: number, middle: number, extent: number): number =>
    Math.min(middle + extent / 2, Math.max(middle - extent / 2, value));
  const size = Math.max(view.width, view.height);
  const shrink = Math.min(1, (2 * Math.max(limits.width, limits.height)) / size);
  const grow = Math.max(1, 40 / size);
  return {
    x: clamp(view.x, limits.x, limits.width),
    y: clamp(view.y, limits.y, limits.height),
    width: view.width * shrink * grow,
    height: view.height * shrink * grow,
    least: view.least
  };
}
