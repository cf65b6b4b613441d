import { readBaseMap as readJson, type BaseMap } from '#lib/domain/neighbourhood/base-map.ts';

export type { BaseMap };

/** What the map of a wijk is drawn from, as its build wrote it; null when it has none. */
export async function readBaseMap(wijk: string, fetch: typeof globalThis.fetch): Promise<BaseMap | null> {
  const answer = await fetch(`/basemap/${encodeURIComponent(wijk)}/base.json`);
  return answer.ok ? readJson(await answer.json()) : null;
}
