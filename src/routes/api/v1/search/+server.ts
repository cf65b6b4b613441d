import { searchNeighbourhood } from '#lib/data/neighbourhood.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { wijkFrom } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** Streets, house numbers, places, organisations and ideas by words: `?wijk=&q=`. */
export const GET: RequestHandler = answer(async (event) => {
  const wijk = await wijkFrom(event);
  const words = event.url.searchParams.get('q') ?? '';
  return json({ hits: await searchNeighbourhood(event.locals.client, wijk, words) });
});

export const fallback = onlyAllowed('GET');
