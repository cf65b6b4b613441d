import type { Geometry, Position } from 'geojson';
import { toWorld, type WorldPoint } from './mercator.ts';

/** SVG path data of a line or area in metres of Web Mercator from the origin, y down. Points draw nothing. */
export function svgPath(geometry: Geometry, origin: WorldPoint): string {
  const line = (positions: readonly Position[], isClosed: boolean): string => {
    const points = positions.map(([lon = 0, lat = 0]) => {
      const { x, y } = toWorld({ lon, lat });
      return `${Math.round((x - origin.x) * 10) / 10} ${Math.round((y - origin.y) * 10) / 10}`;
    });
    return `M${points.join('L')}${isClosed ? 'Z' : ''}`;
  };
  switch (geometry.type) {
    case 'LineString':
      return line(geometry.coordinates, false);
    case 'MultiLineString':
      return geometry.coordinates.map((part) => line(part, false)).join('');
    case 'Polygon':
      return geometry.coordinates.map((ring) => line(ring, true)).join('');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((part) => part.map((ring) => line(ring, true))).join('');
    case 'GeometryCollection':
      return geometry.geometries.map((part) => svgPath(part, origin)).join('');
    case 'Point':
    case 'MultiPoint':
      return '';
  }
}
