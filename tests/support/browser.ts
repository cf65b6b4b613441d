import type { Cookies, RequestEvent } from '@sveltejs/kit';
import { fillLocals } from '../../src/lib/server/identity/fill-locals.ts';
import type { Identity } from '../../src/lib/server/identity/identity.ts';
import type { Services } from '../../src/lib/server/services.ts';

export type Event = Pick<RequestEvent, 'cookies' | 'url' | 'getClientAddress' | 'setHeaders' | 'locals'>;

/** A browser without a page: its cookies last from one request to the next. */
export class Browser {
  readonly jar = new Map<string, string>();
  /** Headers of the last answer. */
  headers: Record<string, string> = {};
  readonly services: Services;
  readonly identity: Identity;
  readonly address: string;

  constructor(services: Services, identity: Identity, address = '192.0.2.1') {
    this.services = services;
    this.identity = identity;
    this.address = address;
  }

  /** A request that reached the app, with its locals filled. */
  async request(): Promise<Event> {
    this.headers = {};
    const { jar } = this;
    const cookies: Pick<Cookies, 'get' | 'set' | 'delete'> = {
      get: (name) => jar.get(name),
      set: (name, value) => void jar.set(name, value),
      delete: (name) => void jar.delete(name)
    };
    const event: Event = {
      cookies: cookies as Cookies,
      url: new URL('http://localhost:3000/'),
      getClientAddress: () => this.address,
      setHeaders: (headers) => void Object.assign(this.headers, headers),
      locals: {} as App.Locals
    };
    await fillLocals(event, this.services, this.identity, 'nl');
    return event;
  }
}
