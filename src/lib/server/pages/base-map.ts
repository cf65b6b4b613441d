import { readBaseMap as readJson, type BaseMap } from '#lib/domain/neighbourhood/base-map.ts';

export type { BaseMap };

/** A base map is a file of this version of the app: what was read once does not change. */
const known = new Map<string, BaseMap>();

/** What the map of a wijk is drawn from, as its build wrote it; null when it has none. */
export async function readBaseMap(wijk: string, fetch: typeof globalThis.fetch): Promise<BaseMap | null> {
  const read = known.get(wijk);
  if (read) return read;
  const answer = await fetch(`/basemap/${encodeURIComponent(wijk)}/base.json`);
  if (!answer.ok) return null;
  const base = readJson(await answer.json());
  known.set(wijk, base);
  return base;
}
