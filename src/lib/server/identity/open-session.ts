import type { RequestEvent } from '@sveltejs/kit';
import { identityOf, type Identity } from './identity.ts';
import { currentToken, endSession, hasBefore, setSignedInSession } from './session-cookies.ts';
import { hashOf, newSessionToken } from './session-token.ts';
import type { ProvenEmail } from './sign-in.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'locals'>;

async function revoke(token: string, identity: Identity): Promise<void> {
  const hash = hashOf(token);
  identity.sessions.forget(hash);
  await identity.store.revokeSession(hash);
}

async function open({ cookies, url, locals }: Event, keep: (tokenHash: string) => Promise<unknown>) {
  const identity = identityOf(locals.services);
  const left = hasBefore(cookies) ? currentToken(cookies) : null;
  const token = newSessionToken();
  await keep(hashOf(token));
  setSignedInSession(cookies, url, token);
  // Somebody who was signed in here and is replaced has left; a participant's own session is set aside instead.
  if (left) await revoke(left, identity);
}

/** Opens a session in this browser for a person who proved who they are. */
export function openSessionFor(event: Event, participantId: string): Promise<void> {
  const { store } = identityOf(event.locals.services);
  return open(event, (tokenHash) => store.openSession(participantId, tokenHash));
}

/** Opens a session in this browser for a proven e-mail address; its account is made when there is none. */
export function openAccountSession(event: Event, { email, authUser }: ProvenEmail): Promise<void> {
  const { store } = identityOf(event.locals.services);
  return open(event, (tokenHash) => store.signInAccount(email, authUser, tokenHash));
}

/** Ends the session of this browser, and goes back to who was here before. */
export async function signOut({ cookies, url, locals }: Event): Promise<void> {
  const token = currentToken(cookies);
  if (token) await revoke(token, identityOf(locals.services));
  endSession(cookies, url);
}
