import type { Position } from 'geojson';

/** Radius of the sphere of Web Mercator (EPSG:3857), metres. */
export const mercatorRadius = 6378137;

/**
 * Web Mercator metres (EPSG:3857, y up) of a WGS84 lon/lat in degrees.
 * Source: EPSG Guidance Note 7-2, "Popular Visualisation Pseudo-Mercator".
 */
export function toMercator(position: Position): [number, number] {
  const [longitude = 0, latitude = 0] = position;
  return [
    (mercatorRadius * longitude * Math.PI) / 180,
    mercatorRadius * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360))
  ];
}

/** WGS84 lon/lat in degrees of a point in Web Mercator metres (EPSG:3857, y up). */
export function fromMercator([x, y]: readonly [number, number]): [number, number] {
  return [
    (x / mercatorRadius) * (180 / Math.PI),
    (2 * Math.atan(Math.exp(y / mercatorRadius)) - Math.PI / 2) * (180 / Math.PI)
  ];
}

/** How many Web Mercator metres one true metre on the ground is at a latitude in degrees (1.63 at Otterlo). */
export function mercatorStretch(latitude: number): number {
  return 1 / Math.cos((latitude * Math.PI) / 180);
}
