import { isId, isSlug } from '#lib/domain/refusal/fields.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';

/** Words and at most 500 corners: what is longer is not meant for us. */
const mostJsonBytes = 128 * 1024;

function refuse(status: number, code: string, field: string | null = null): RefusalError {
  return new RefusalError({ status, code, field });
}

/**
 * The JSON object a request carries. A form of another website cannot send JSON, so asking for it keeps those out.
 * @throws RefusalError 415 for another content type, 413 above 128 kB, 400 for what is no JSON, 422 for no object
 */
export async function readJson(request: Request): Promise<object> {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (!/^application\/([\w.+-]+\+)?json$/.test(type)) throw refuse(415, 'json_expected');
  if (Number(request.headers.get('content-length') ?? '0') > mostJsonBytes)
    throw refuse(413, 'body_too_large');
  const bytes = await request.arrayBuffer();
  if (bytes.byteLength > mostJsonBytes) throw refuse(413, 'body_too_large');
  let body: unknown;
  try {
    body = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refuse(400, 'json_malformed');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw refuse(422, 'input_malformed');
  return body;
}

/** As readJson; no body at all is an empty object. */
export async function readOptionalJson(request: Request): Promise<object> {
  const isEmpty = request.headers.get('content-length') === '0' || request.body === null;
  return isEmpty ? {} : readJson(request);
}

/** The key a client gave its request, so that a retry is the same thing twice. @throws RefusalError 422 */
export function idempotencyKey(request: Request): string | null {
  const key = request.headers.get('idempotency-key')?.trim();
  if (!key) return null;
  if (key.length < 8 || key.length > 100) throw refuse(422, 'idempotency_key_malformed', 'Idempotency-Key');
  return key;
}

/** An id from an address. @throws RefusalError 404 with this code when it cannot be one */
export function idFrom(text: string, unknown: string): string {
  if (!isId(text)) throw refuse(404, unknown);
  return text.toLowerCase();
}

/** The neighbourhood a question is about: `?wijk=`. @throws RefusalError 422 without it, 404 when there is none of that name */
export async function wijkFrom({ url, locals }: { url: URL; locals: App.Locals }): Promise<string> {
  const slug = url.searchParams.get('wijk');
  if (!slug) throw refuse(422, 'wijk_missing', 'wijk');
  if (!isSlug(slug) || !(await locals.services.feed.open(slug)))
    throw refuse(404, 'neighbourhood_unknown', 'wijk');
  return slug;
}
