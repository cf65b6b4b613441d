import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { deriveSecret } from '#lib/server/backends/secret.ts';
import { readEmail } from './email.ts';

// The link is signed with the installation's secret instead of being kept in the database first: an embedded database
// is open in the server that runs, and whoever can read the secret may decide who the first administrator is.

export const administratorMinutes = 60;

function signatureOf(payload: string, secret: string): Buffer {
  return createHmac('sha256', deriveSecret(secret, 'administrator-link')).update(payload).digest();
}

/**
 * The token of a link that makes somebody administrator; used once, within an hour.
 * @param now milliseconds
 */
export function makeAdministratorToken(email: string, secret: string, now: number): string {
  const expires = now + administratorMinutes * 60_000;
  const payload = Buffer.from(JSON.stringify([email, expires, randomBytes(8).toString('hex')])).toString(
    'base64url'
  );
  return `${payload}.${signatureOf(payload, secret).toString('base64url')}`;
}

/**
 * The address in a token of ours that is still valid; null for anything else.
 * @param now milliseconds
 */
export function readAdministratorToken(token: string, secret: string, now: number): string | null {
  const [payload = '', signature = '', ...rest] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const ours = signatureOf(payload, secret);
  if (rest.length > 0 || given.length !== ours.length || !timingSafeEqual(given, ours)) return null;
  const [email, expires] = JSON.parse(Buffer.from(payload, 'base64url').toString()) as [unknown, unknown];
  return typeof expires === 'number' && expires > now ? readEmail(email) : null;
}
