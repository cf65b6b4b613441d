import { marksOf } from '#lib/domain/neighbourhood/marks.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { BaseMap } from '#lib/map/base-map.ts';
import type { LayoutServerLoad } from './$types';

/** The map of the wijk: what it is drawn from, and every mark that stands on it. */
export const load: LayoutServerLoad = async ({ locals, params, fetch }) => {
  const view = await wijkView(locals, params.wijk);
  const answer = await fetch(`/basemap/${params.wijk}/base.json`);
  return {
    base: answer.ok ? ((await answer.json()) as BaseMap) : null,
    marks: marksOf(view),
    position: view.snapshot.position
  };
};
