import { readMapObject } from '#lib/data/place.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { wijkFrom } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** A building or green area of the base map: `?wijk=`. */
export const GET: RequestHandler = answer(async (event) => {
  const wijk = await wijkFrom(event);
  const object = await readMapObject(event.locals.client, wijk, event.params.id.slice(0, 200));
  if (!object) throw new RefusalError({ status: 404, code: 'object_unknown', field: null });
  return json(object);
});

export const fallback = onlyAllowed('GET');
