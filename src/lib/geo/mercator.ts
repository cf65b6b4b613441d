/** Radius of the sphere of Web Mercator (EPSG:3857), in metres. */
export const earthRadiusMetres = 6378137;

/** Once round the equator, in metres of Web Mercator. */
export const worldMetres = 2 * Math.PI * earthRadiusMetres;

/** A point of Web Mercator in metres: x to the east of Greenwich, y to the *south* of the equator, as a screen has it. */
export interface WorldPoint {
  x: number;
  y: number;
}

/** A place on earth: WGS84 degrees. */
export interface LonLat {
  lon: number;
  lat: number;
}

const radians = Math.PI / 180;

/** WGS84 degrees to Web Mercator metres. Source of the formula: EPSG Guidance Note 7-2, method 1024. */
export function toWorld({ lon, lat }: LonLat): WorldPoint {
  return {
    x: earthRadiusMetres * lon * radians,
    y: -earthRadiusMetres * Math.log(Math.tan(Math.PI / 4 + (lat * radians) / 2))
  };
}

/** Web Mercator metres to WGS84 degrees. */
export function fromWorld({ x, y }: WorldPoint): LonLat {
  return {
    lon: x / earthRadiusMetres / radians,
    lat: (2 * Math.atan(Math.exp(-y / earthRadiusMetres)) - Math.PI / 2) / radians
  };
}

/** Metres on the ground for one metre of Web Mercator at that latitude (degrees). */
export function groundMetres(lat: number): number {
  return Math.cos(lat * radians);
}
