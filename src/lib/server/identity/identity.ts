import { limitsFromEnvironment, type Limits } from '#lib/server/limits/limits.ts';
import { mailerFromEnvironment } from '#lib/server/mail/from-environment.ts';
import type { Mailer } from '#lib/server/mail/mailer.ts';
import type { Services } from '#lib/server/services.ts';
import { identityStore, type IdentityStore } from '#lib/server/system/identity-store.ts';
import { createActingClients, type ActingClients } from './acting-clients.ts';
import { createSessionCache, type SessionCache } from './session-cache.ts';

/** What this process needs to know who somebody is; one per services. */
export interface Identity {
  readonly store: IdentityStore;
  readonly sessions: SessionCache;
  readonly actingClients: ActingClients;
  readonly limits: Limits;
  readonly mailer: Mailer;
}

const identities = new WeakMap<Services, Identity>();

/**
 * The identity part of the services, made at the first call.
 * @throws StartError when the environment asks for something that must not be
 */
export function identityOf(services: Services): Identity {
  const known = identities.get(services);
  if (known) return known;
  const { backend, environment } = services;
  const made: Identity = {
    store: identityStore(backend),
    sessions: createSessionCache(),
    actingClients: createActingClients(backend),
    limits: limitsFromEnvironment(process.env, environment.isDemo),
    mailer: mailerFromEnvironment(backend, process.env)
  };
  identities.set(services, made);
  return made;
}
