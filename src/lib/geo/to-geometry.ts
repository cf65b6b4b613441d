import type { Geometry, Position } from 'geojson';
import type { LonLat } from './mercator.ts';

/** Metres of a degree of latitude, on the mean radius of the earth that `distanceMetres` uses too. */
const metresPerDegree = 111_195;

/** Metres east and north of a spot; within a neighbourhood the earth is flat enough (error below 0.1 %). */
function flatten({ lon, lat }: LonLat): (position: Position) => [number, number] {
  const eastPerDegree = metresPerDegree * Math.cos((lat * Math.PI) / 180);
  return ([east = 0, north = 0]) => [(east - lon) * eastPerDegree, (north - lat) * metresPerDegree];
}

/** Metres from the origin to a line between two points. */
function toSegment([x1, y1]: [number, number], [x2, y2]: [number, number]): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(x1 * dx + y1 * dy) / length));
  return Math.hypot(x1 + along * dx, y1 + along * dy);
}

function toLine(line: [number, number][]): number {
  if (line.length === 1 && line[0]) return Math.hypot(...line[0]);
  let nearest = Infinity;
  line.forEach((point, index) => {
    const next = line[index + 1];
    if (next) nearest = Math.min(nearest, toSegment(point, next));
  });
  return nearest;
}

/** Whether the origin lies within a ring: a ray to the east crosses its edge an odd number of times. */
function isWithin(ring: [number, number][]): boolean {
  let inside = false;
  ring.forEach(([x1, y1], index) => {
    const [x2, y2] = ring[(index + 1) % ring.length] ?? [x1, y1];
    if (y1 > 0 !== y2 > 0 && (x2 - x1) * (-y1 / (y2 - y1)) + x1 > 0) inside = !inside;
  });
  return inside;
}

function toArea(rings: [number, number][][]): number {
  const [outside, ...holes] = rings;
  if (outside && isWithin(outside) && !holes.some(isWithin)) return 0;
  return Math.min(...rings.map(toLine));
}

/** Metres from a spot to the nearest point of a geometry in WGS84 degrees; 0 within an area. */
export function metresToGeometry(spot: LonLat, geometry: Geometry): number {
  const flat = flatten(spot);
  switch (geometry.type) {
    case 'Point':
      return Math.hypot(...flat(geometry.coordinates));
    case 'MultiPoint':
      return Math.min(...geometry.coordinates.map((position) => Math.hypot(...flat(position))));
    case 'LineString':
      return toLine(geometry.coordinates.map(flat));
    case 'MultiLineString':
      return Math.min(...geometry.coordinates.map((line) => toLine(line.map(flat))));
    case 'Polygon':
      return toArea(geometry.coordinates.map((ring) => ring.map(flat)));
    case 'MultiPolygon':
      return Math.min(...geometry.coordinates.map((area) => toArea(area.map((ring) => ring.map(flat)))));
    case 'GeometryCollection':
      return Math.min(...geometry.geometries.map((part) => metresToGeometry(spot, part)));
  }
}
