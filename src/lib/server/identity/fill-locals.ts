import { randomUUID } from 'node:crypto';
import type { RequestEvent } from '@sveltejs/kit';
import type { Services } from '#lib/server/services.ts';
import { sessionMilliseconds, type SessionPerson } from '#lib/server/system/identity-store.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';
import type { Identity } from './identity.ts';
import { currentToken, endSession, hasBefore, nextToken, setSession } from './session-cookies.ts';
import { hashOf, newSessionToken } from './session-token.ts';

type Event = Pick<RequestEvent, 'cookies' | 'url' | 'getClientAddress' | 'setHeaders' | 'locals'>;

/** A session in its second half starts anew: who comes back now and then keeps their ideas for as long as they do. */
async function renewed(
  { cookies, url }: Event,
  identity: Identity,
  token: string,
  person: SessionPerson
): Promise<SessionPerson> {
  if (Date.parse(person.expiresAt) - Date.now() > sessionMilliseconds / 2) return person;
  const hash = hashOf(token);
  await identity.store.renewSession(hash);
  identity.sessions.forget(hash);
  setSession(cookies, url, token);
  return person;
}

/**
 * The person of the session cookie. A cookie of no living session is taken away: its browser is a visitor's again, or
 * whose it was before somebody signed in.
 */
async function personOf(event: Event, identity: Identity): Promise<SessionPerson | null> {
  const { cookies, url } = event;
  const token = currentToken(cookies);
  if (token) {
    const hash = hashOf(token);
    const person = await identity.sessions.read(hash, () => identity.store.sessionPerson(hash));
    if (person) return renewed(event, identity, token, person);
  }
  endSession(cookies, url);
  // One step back and no further: the cookie that endSession put in its place, if it did.
  const before = currentToken(cookies);
  if (!before || before === token) return personOfLostAnswer(event, identity);
  return personOf(event, identity);
}

/** The person whom a form made whose answer, with the cookie, never came back here. */
async function personOfLostAnswer(
  { cookies, url }: Event,
  identity: Identity
): Promise<SessionPerson | null> {
  const token = nextToken(cookies);
  if (!token) return null;
  const person = await identity.store.sessionPerson(hashOf(token));
  if (person) setSession(cookies, url, token);
  return person;
}

/** Makes a participant with a first session of this token. A form that is sent twice at once is one person. */
async function startOrFind({ store }: Identity, token: string, language: string): Promise<string> {
  const participantId = randomUUID();
  try {
    await store.startParticipant(participantId, hashOf(token), language);
    return participantId;
  } catch (error) {
    const person = await store.sessionPerson(hashOf(token));
    if (!person) throw error;
    return person.participantId;
  }
}

/**
 * Finds out who a request is from, and fills its locals with what it may act with.
 * @param language of a participant that is made in this request
 * @throws DatabaseError
 */
export async function fillLocals(
  event: Event,
  services: Services,
  identity: Identity,
  language: string
): Promise<void> {
  const { locals } = event;
  const person = await personOf(event, identity);
  let starting: Promise<string> | undefined;
  let isRetryAfterSet = false;

  const limited = async (count: Promise<void>) => {
    try {
      await count;
    } catch (error) {
      if (error instanceof RateLimitError && !isRetryAfterSet) {
        isRetryAfterSet = true;
        event.setHeaders({ 'retry-after': String(error.retryAfterSeconds) });
      }
      throw error;
    }
  };

  const start = async () => {
    await limited(identity.limits.newParticipant(event.getClientAddress()));
    const offered = nextToken(event.cookies);
    let token = offered ?? newSessionToken();
    const participantId = await startOrFind(identity, token, language).catch((error: unknown) => {
      // One whose session was ended meanwhile is of no more use.
      if (!offered) throw error;
      token = newSessionToken();
      return startOrFind(identity, token, language);
    });
    setSession(event.cookies, event.url, token);
    locals.participantId = participantId;
    locals.client = await identity.actingClients(participantId);
    return participantId;
  };

  const filled: App.Locals = {
    participantId: person?.participantId ?? null,
    account: person?.account ?? false,
    signedIn: person !== null && (person.account || hasBefore(event.cookies)),
    client: person ? await identity.actingClients(person.participantId) : services.backend.client(null),
    ensureParticipant: async () => {
      if (locals.participantId) return locals.participantId;
      // Asked twice in one request it is one participant; a failure may be tried again.
      starting ??= start().finally(() => (starting = undefined));
      return starting;
    },
    countWrite: () =>
      limited(identity.limits.write(locals.participantId ?? `address ${event.getClientAddress()}`)),
    demo: services.environment.isDemo,
    services
  };
  Object.assign(locals, filled);
}
