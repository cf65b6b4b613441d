import { describeSpot } from '#lib/data/neighbourhood.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { wijkFrom } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** What lies at a spot: `?wijk=&lon=&lat=` in WGS84 degrees. */
export const GET: RequestHandler = answer(async (event) => {
  const { searchParams } = event.url;
  const wijk = await wijkFrom(event);
  return json(
    await describeSpot(
      event.locals.client,
      wijk,
      searchParams.get('lon') ?? '',
      searchParams.get('lat') ?? ''
    )
  );
});

export const fallback = onlyAllowed('GET');
