import type { Cookies } from '@sveltejs/kit';
import { readEmail } from './email.ts';
import { returnPath } from './return-path.ts';

/** A sign-in that waits for its code, in a cookie of its own pages: the address must not stand in the address bar. */
export interface PendingSignIn {
  email: string;
  returnTo: string;
}

const name = 'sign_in';
const path = '/sign-in';
const maxAge = 60 * 60;

export function keepPending(cookies: Cookies, url: URL, pending: PendingSignIn): void {
  const secure = url.protocol === 'https:';
  cookies.set(name, JSON.stringify(pending), { path, httpOnly: true, sameSite: 'lax', secure, maxAge });
}

/** null when there is none, or it is not one of ours. */
export function readPending(cookies: Cookies): PendingSignIn | null {
  try {
    const { email, returnTo } = JSON.parse(cookies.get(name) ?? 'null') as Record<string, unknown>;
    const known = readEmail(email);
    return known ? { email: known, returnTo: returnPath(returnTo) } : null;
  } catch {
    return null;
  }
}

export function endPending(cookies: Cookies, url: URL): void {
  cookies.delete(name, { path, secure: url.protocol === 'https:' });
}
