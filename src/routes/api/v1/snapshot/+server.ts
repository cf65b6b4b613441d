import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { answer, onlyAllowed } from '#lib/server/api/answer.ts';
import { wijkFrom } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** Whether a client has these pins already (RFC 9110, 13.1.2: compared weakly). */
function hasTag(header: string | null, etag: string): boolean {
  const plain = (tag: string) => tag.trim().replace(/^W\//, '');
  return header?.split(',').some((tag) => tag.trim() === '*' || plain(tag) === plain(etag)) ?? false;
}

function takesBrotli(header: string | null): boolean {
  return /(^|,)\s*br\s*(;\s*q=(?!0(\.0*)?\s*(,|$))[\d.]+\s*)?(,|$)/i.test(header ?? '');
}

/** Every pin of a neighbourhood, with the position from which the live feed goes on: `?wijk=`. */
export const GET: RequestHandler = answer(async (event) => {
  const wijk = await wijkFrom(event);
  const pins = await event.locals.services.snapshots.pins(wijk);
  if (!pins) throw new RefusalError({ status: 404, code: 'neighbourhood_unknown', field: 'wijk' });
  const { headers } = event.request;
  const common = { etag: pins.etag, 'cache-control': 'no-cache', vary: 'accept-encoding' };
  if (hasTag(headers.get('if-none-match'), pins.etag))
    return new Response(null, { status: 304, headers: common });
  const isBrotli = takesBrotli(headers.get('accept-encoding'));
  const body = isBrotli ? pins.brotli : pins.json;
  return new Response(body, {
    headers: {
      ...common,
      'content-type': 'application/json',
      'content-length': String(body.byteLength),
      ...(isBrotli ? { 'content-encoding': 'br' } : {})
    }
  });
});

export const fallback = onlyAllowed('GET');
