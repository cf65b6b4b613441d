import { firstViewOf } from '#lib/domain/neighbourhood/first-view.ts';
import { parseBounds } from '#lib/geo/bounds.ts';
import { viewFor } from '#lib/domain/neighbourhood/base-map.ts';
import { readBaseMap } from '#lib/server/pages/base-map.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { LayoutServerLoad } from './$types';

/** The map of the wijk: what it is drawn from, and the marks of its first view. */
export const load: LayoutServerLoad = async ({ locals, params, fetch, url }) => {
  const { snapshot, marks } = await wijkView(locals, params.wijk);
  const base = await readBaseMap(params.wijk, fetch);
  // The address is read once: where the map goes afterwards is the browser's affair.
  const first = base && firstViewOf(marks, viewFor(base, parseBounds(url.searchParams.get('map'))));
  return {
    base,
    marks: first?.marks ?? marks,
    clusters: first?.clusters ?? [],
    position: snapshot.position
  };
};
