import type { LonLat } from '#lib/geo/mercator.ts';

/** Where the device is, with the metres it may be wrong; or that it does not say. */
export type Located = { found: true; position: LonLat & { accuracy: number } } | { found: false };

/** Asks the device where it is. Only ever called because somebody pressed a button for it. */
export function locate(): Promise<Located> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve({ found: false });
    navigator.geolocation.getCurrentPosition(
      ({ coords: { longitude: lon, latitude: lat, accuracy } }) =>
        resolve({ found: true, position: { lon, lat, accuracy } }),
      () => resolve({ found: false }),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 }
    );
  });
}
