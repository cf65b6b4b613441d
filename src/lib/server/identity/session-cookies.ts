import type { Cookies } from '@sveltejs/kit';
import { sessionMilliseconds } from '#lib/server/system/identity-store.ts';
import { isSessionToken, newSessionToken } from './session-token.ts';

/** Who this browser acts as. */
export const sessionCookie = 'session';
/**
 * Who this browser was before somebody signed in on it: the token of a participant's session, or `nobody`. Signing
 * out returns to it, so that signing in never costs a resident the ideas they pinned on this device.
 */
export const sessionBeforeCookie = 'session_before';
const nobody = 'nobody';
/**
 * The token that the first session of this browser will have, given with a form: when the answer to that form is lost on
 * the way, and its cookie with it, sending it again comes from the same person. Nobody is made of it before.
 */
export const sessionNextCookie = 'session_next';
/** Seconds; a form that was left open for longer makes a person in the old way. */
const nextMaxAge = 24 * 60 * 60;

/** Seconds. */
const maxAge = sessionMilliseconds / 1000;

function options(url: URL) {
  return { path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge } as const;
}

function tokenIn(cookies: Cookies, name: string): string | null {
  const value = cookies.get(name);
  return value !== undefined && isSessionToken(value) ? value : null;
}

export const currentToken = (cookies: Cookies) => tokenIn(cookies, sessionCookie);
export const tokenBefore = (cookies: Cookies) => tokenIn(cookies, sessionBeforeCookie);
export const nextToken = (cookies: Cookies) => tokenIn(cookies, sessionNextCookie);
/** Whether somebody signed in on a browser that was somebody else's, or nobody's. */
export const hasBefore = (cookies: Cookies) => cookies.get(sessionBeforeCookie) !== undefined;

/** The session of a participant who is new here, or whose session goes on. */
export function setSession(cookies: Cookies, url: URL, token: string): void {
  cookies.set(sessionCookie, token, options(url));
  clear(cookies, url, sessionNextCookie);
}

/** Gives a visitor who opens a form the token of the session that sending it will begin. */
export function offerSession(cookies: Cookies, url: URL): void {
  if (nextToken(cookies)) return;
  cookies.set(sessionNextCookie, newSessionToken(), { ...options(url), maxAge: nextMaxAge });
}

/** The session of somebody who signed in; the first one that was here is kept for afterwards. */
export function setSignedInSession(cookies: Cookies, url: URL, token: string): void {
  if (!hasBefore(cookies)) cookies.set(sessionBeforeCookie, currentToken(cookies) ?? nobody, options(url));
  setSession(cookies, url, token);
}

/** Back to who was here before somebody signed in. */
export function endSession(cookies: Cookies, url: URL): void {
  const before = tokenBefore(cookies);
  if (before) setSession(cookies, url, before);
  else clear(cookies, url, sessionCookie);
  clear(cookies, url, sessionBeforeCookie);
}

/** Only when there is one: a header less on every other answer. */
function clear(cookies: Cookies, url: URL, name: string): void {
  if (cookies.get(name) === undefined) return;
  const { path, secure } = options(url);
  cookies.delete(name, { path, secure });
}
