import type { IncomingMessage } from 'node:http';
import type { RequestAddress } from './request-address.ts';

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What a form on any website can send without asking first. */
const formType = /^\s*(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/**
 * Whether a request that changes something was sent by another website.
 *
 * A browser says where a request comes from, in `Origin` with everything but GET and HEAD, or else in
 * `Sec-Fetch-Site`. Who says neither is a program, or a browser so old that it sends a form without them: so a POST of
 * one of the three types a form can have is refused. Anything else (PUT, PATCH, DELETE, JSON) a page of another website
 * can only send after a preflight, and we allow nobody that. The session cookie is `SameSite=Lax` besides.
 */
export function isCrossSite(
  request: IncomingMessage,
  address: RequestAddress,
  ownOrigin: URL | null
): boolean {
  const { method = '', headers } = request;
  if (!changing.has(method)) return false;
  const { origin } = headers;
  if (origin !== undefined)
    return origin !== `${address.protocol}://${address.host}` && origin !== ownOrigin?.origin;
  const site = headers['sec-fetch-site'];
  if (site !== undefined) return site !== 'same-origin' && site !== 'none';
  return method === 'POST' && formType.test(headers['content-type'] ?? '');
}
