import { searchNeighbourhood } from '#lib/data/neighbourhood.ts';
import { foundThings } from '#lib/domain/neighbourhood/found.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { PageServerLoad } from './$types';

const longestWords = 80;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const words = (url.searchParams.get('q') ?? '').trim().slice(0, longestWords);
  const hits = words ? await searchNeighbourhood(locals.client, params.wijk, words) : [];
  // After the search: what was made a moment ago is then in the view too.
  const view = await wijkView(locals, params.wijk);
  return { words, found: foundThings(view, hits, `/${params.wijk}`) };
};
