import type { Polygon } from 'geojson';
import { boundsOf, isInside, type Bounds } from '#lib/geo/bounds.ts';
import { groundMetres, toWorld, type LonLat, type WorldPoint } from '#lib/geo/mercator.ts';
import { heldWithin, viewOfBounds, type View } from '#lib/geo/view.ts';

/** What `static/basemap/{wijk}/base.json` says of a wijk's base map, as far as the map reads it. */
export interface BaseMap {
  name: string;
  attribution: string;
  bounds: Bounds;
  center: readonly [lon: number, lat: number];
  /** From this zoom on buildings and green areas have an id. */
  objectZoom: number;
  svg: {
    /** Left, top, width and height; a unit is a metre of Web Mercator. */
    viewBox: readonly [number, number, number, number];
    /** The part that the sketch shows: left, top, width and height. */
    sketch: readonly [number, number, number, number];
    originX: number;
    originY: number;
  };
  border: Polygon;
}

/** The base map as it came from its file: JSON has no tuples. Throws when it is not a base map. */
export function readBaseMap(json: unknown): BaseMap {
  const base = json as BaseMap;
  const hasAll =
    base?.svg?.viewBox?.length === 4 &&
    base.svg.sketch?.length === 4 &&
    base.bounds?.length === 4 &&
    base.border?.type === 'Polygon';
  if (!hasAll) throw new TypeError('base.json does not describe a base map: run `npm run basemap`');
  const { name, attribution, bounds, center, objectZoom, svg, border } = base;
  const { viewBox, sketch, originX, originY } = svg;
  return {
    name,
    attribution,
    bounds,
    center,
    objectZoom,
    svg: { viewBox, sketch, originX, originY },
    border
  };
}

/** The drawn picture in metres of Web Mercator: its middle and its size. */
export function pictureOf({ svg }: BaseMap): WorldPoint & { width: number; height: number } {
  const [left, top, width, height] = svg.viewBox;
  return { x: svg.originX + left + width / 2, y: top - svg.originY + height / 2, width, height };
}

/**
 * How much of the wijk one sees at first: a square of this share of the border's mean width and height on a desk.
 * On a phone the square is cut off where one would no longer tell houses apart.
 */
const firstShare = 0.84;
const readablePixels = 616;

/**
 * What the map shows when nobody asked for anything: the middle of the wijk, wide on a desk and readable on a phone.
 * @param around look at this place instead of the middle
 */
export function firstViewFor(base: BaseMap, around?: LonLat): View {
  const limits = viewOfBounds(borderBounds(base));
  const side = Math.sqrt(limits.width * limits.height) * firstShare;
  const [lon, lat] = base.center;
  return { ...toWorld(around ?? { lon, lat }), width: side, height: side, least: readablePixels / side };
}

/** Fewer things than this say little about where a wijk lives. */
const enoughMarks = 10;

/** The middle of what people put on the map, to some fifty metres so that it stays put; null with too little of it. */
export function heartOf(base: BaseMap, places: readonly LonLat[]): LonLat | null {
  const border = borderBounds(base);
  const inside = places.filter((place) => isInside(border, place));
  if (inside.length < enoughMarks) return null;
  const mean = (values: readonly number[]): number =>
    Math.round((values.reduce((sum, value) => sum + value, 0) / values.length) * 2000) / 2000;
  return { lon: mean(inside.map(({ lon }) => lon)), lat: mean(inside.map(({ lat }) => lat)) };
}

/** The view of an address (`?map=`), else the first view. */
export function viewFor(base: BaseMap, bounds: Bounds | null, around?: LonLat | null): View {
  if (bounds) return heldWithin(viewOfBounds(bounds), base.bounds);
  return around ? heldWithin(firstViewFor(base, around), base.bounds) : firstViewFor(base);
}

export function borderBounds(base: BaseMap): Bounds {
  const points = base.border.coordinates.flat().map(([lon = 0, lat = 0]) => ({ lon, lat }));
  return boundsOf(points) ?? base.bounds;
}

/** Ground metres of one pixel at so many pixels per metre of Web Mercator, in the middle of this map. */
export function metresPerPixel(base: BaseMap, scale: number): number {
  return groundMetres(base.center[1]) / scale;
}
