import { findSimilarIdeas } from '#lib/data/neighbourhood.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { wijkFrom } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** Ideas that may be the same wish: `?wijk=&q=`, and `&lon=&lat=` for those near a spot. */
export const GET: RequestHandler = answer(async (event) => {
  const wijk = await wijkFrom(event);
  const { searchParams } = event.url;
  const lon = searchParams.get('lon');
  const lat = searchParams.get('lat');
  const at = lon === null && lat === null ? null : { lon: lon ?? '', lat: lat ?? '' };
  const ideas = await findSimilarIdeas(event.locals.client, wijk, searchParams.get('q') ?? '', at);
  return json({ ideas });
});

export const fallback = onlyAllowed('GET');
