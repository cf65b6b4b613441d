import { createHash, randomBytes } from 'node:crypto';

const tokenBytes = 32;
const tokenShape = /^[A-Za-z0-9_-]{43}$/;

/** A new session's secret as it stands in the cookie: 256 random bits, base64url (43 letters). */
export function newSessionToken(): string {
  return randomBytes(tokenBytes).toString('base64url');
}

/** Whether a cookie can be one of ours at all; anything else is not looked up. */
export function isSessionToken(value: string): boolean {
  return tokenShape.test(value);
}

/** What the database keeps of a secret: its SHA-256, hexadecimal. Enough without salt, as the secret is random. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
