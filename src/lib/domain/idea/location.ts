import * as v from 'valibot';
import type { Geometry, Position } from 'geojson';

/** Where something is: a point, a line or an area in WGS84 degrees (GeoJSON, RFC 7946). */
export type Location = Extract<Geometry, { type: 'Point' | 'LineString' | 'Polygon' | 'MultiPolygon' }>;

/** As many corners as the database takes. */
const mostCorners = 500;

function positionOf(value: unknown): Position | null {
  if (!Array.isArray(value) || value.length < 2) return null;
  const [lon, lat] = value as unknown[];
  if (typeof lon !== 'number' || typeof lat !== 'number') return null;
  if (!Number.isFinite(lon) || !Number.isFinite(lat) || Math.abs(lon) > 180 || Math.abs(lat) > 90)
    return null;
  return [lon, lat];
}

function listOf<Item>(value: unknown, itemOf: (value: unknown) => Item | null, least: number): Item[] | null {
  if (!Array.isArray(value) || value.length < least || value.length > mostCorners) return null;
  const items: Item[] = [];
  for (const part of value) {
    const item = itemOf(part);
    if (item === null) return null;
    items.push(item);
  }
  return items;
}

function ringOf(value: unknown): Position[] | null {
  const ring = listOf(value, positionOf, 4);
  const first = ring?.[0];
  const last = ring?.at(-1);
  return ring && first?.[0] === last?.[0] && first?.[1] === last?.[1] ? ring : null;
}

const areaOf = (value: unknown) => listOf(value, ringOf, 1);

/** A geometry without heights and without anything else that came along; null when it is not one we take. */
export function locationOf(value: unknown): Location | null {
  if (typeof value !== 'object' || value === null) return null;
  const { type, coordinates } = value as { type?: unknown; coordinates?: unknown };
  if (type === 'Point') {
    const position = positionOf(coordinates);
    return position && { type, coordinates: position };
  }
  if (type === 'LineString') {
    const line = listOf(coordinates, positionOf, 2);
    return line && { type, coordinates: line };
  }
  if (type === 'Polygon') {
    const area = areaOf(coordinates);
    return area && isSmallEnough(area.flat()) ? { type, coordinates: area } : null;
  }
  if (type === 'MultiPolygon') {
    const areas = listOf(coordinates, areaOf, 1);
    return areas && isSmallEnough(areas.flat(2)) ? { type, coordinates: areas } : null;
  }
  return null;
}

function isSmallEnough(corners: Position[]): boolean {
  return corners.length <= mostCorners;
}

/** For schemas: null is "no place in particular". */
export const location = v.nullable(
  v.pipe(
    v.custom<object>((value) => typeof value === 'object' && value !== null, 'location_malformed'),
    v.rawTransform<object, Location>(({ dataset, addIssue, NEVER }) => {
      const found = locationOf(dataset.value);
      if (found) return found;
      addIssue({ message: 'location_malformed' });
      return NEVER;
    })
  )
);
