import type { IncomingMessage } from 'node:http';
import type { RequestAddress } from './request-address.ts';

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** What a form on any website can send without asking: the three form types, and no type at all. */
const formType = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b|^$/i;

/**
 * Whether a request that changes something was sent by another website. A browser says where it comes from in
 * `Origin`, or in `Sec-Fetch-Site`; a program that says neither may send JSON, which no form can, but not a form.
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
  return formType.test(headers['content-type'] ?? '');
}
