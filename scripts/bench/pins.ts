import { wijk } from './apps.ts';

/** As much of `GET /api/v1/snapshot` as is looked at here. */
export interface BenchPins {
  lon: number[];
  lat: number[];
  kind: string[];
  title: string[];
}

/** @throws Error when the app does not give its pins */
export async function readPins(address: string): Promise<BenchPins> {
  const response = await fetch(`${address}/api/v1/snapshot?wijk=${wijk}`);
  if (!response.ok) throw new Error(`The snapshot was answered with ${response.status}.`);
  return (await response.json()) as BenchPins;
}

/** Where somebody may put a pin: where one is. */
export async function spotsOf(address: string): Promise<{ type: 'Point'; coordinates: [number, number] }[]> {
  const { lon, lat, kind } = await readPins(address);
  return lon.flatMap((east, index) =>
    kind[index] === 'idea'
      ? [{ type: 'Point' as const, coordinates: [east, lat[index]!] as [number, number] }]
      : []
  );
}
