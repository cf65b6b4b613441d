import { marksOf } from '#lib/domain/neighbourhood/marks.ts';
import { readBaseMap } from '#lib/server/pages/base-map.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { LayoutServerLoad } from './$types';

/** The map of the wijk: what it is drawn from, and every mark that stands on it. */
export const load: LayoutServerLoad = async ({ locals, params, fetch }) => {
  const view = await wijkView(locals, params.wijk);
  return {
    base: await readBaseMap(params.wijk, fetch),
    marks: marksOf(view.snapshot),
    position: view.snapshot.position
  };
};
