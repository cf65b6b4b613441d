import { building } from '$app/environment';
import { error } from '@sveltejs/kit';
import { getTextDirection, type Locale } from '#i18n';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { paraglideMiddleware } from '#lib/messages/compiled/server.js';
import { problemResponse } from '#lib/server/api/problem.ts';
import { reportError } from '#lib/server/identity/error-report.ts';
import { errorMessage, refusalMessage } from '#lib/server/identity/error-message.ts';
import { opensForm } from '#lib/server/identity/form-pages.ts';
import { identityOf } from '#lib/server/identity/identity.ts';
import { fillLocals } from '#lib/server/identity/fill-locals.ts';
import { offerSession } from '#lib/server/identity/session-cookies.ts';
import { lateScript } from '#lib/server/pages/late-script.ts';
import { services } from '#lib/server/services.ts';
import type { Handle, HandleServerError, RequestEvent, ServerInit } from '@sveltejs/kit';

/** A server that cannot open its database must not listen: the error stops the import of the built app. */
export const init: ServerInit = async () => {
  if (!building) identityOf(await services());
};

/** Refusals thrown in a load or an action; SvelteKit itself knows every foreign error as 500. */
const refusals = new WeakMap<App.Locals, RefusalError>();

/** Whether an address is of the interface for programs, where everything is JSON, a failure too. */
const isProgram = (url: URL) => url.pathname.startsWith('/api/');

/** Answers that must work while the database is away. */
const withoutPerson = new Set<string | null>(['/healthz']);

/** Finds out who asks; gives the answer when that cannot be known. */
async function identify(event: RequestEvent, locale: Locale): Promise<Response | null> {
  const { method } = event.request;
  const route = event.route.id;
  if (building || withoutPerson.has(route)) return null;
  const opened = await services();
  try {
    await fillLocals(event, opened, identityOf(opened), locale);
  } catch (away) {
    // Not taken for a visitor: that would take away the cookie of everybody who comes by now.
    const reference = reportError(away, { method, route, status: 503 });
    if (!isProgram(event.url)) error(503, errorMessage(503, reference));
    const refusal = new RefusalError({ status: 503, code: 'database_away', field: null });
    return problemResponse(refusal, {}, reference);
  }
  if (event.locals.participantId === null && opensForm(method, route)) offerSession(event.cookies, event.url);
  return null;
}

function finish(response: Response, event: RequestEvent): Response {
  const refusal = refusals.get(event.locals);
  const { headers } = response;
  if (event.locals.demo) headers.set('x-robots-tag', 'noindex');
  if (/^text\/html/.test(headers.get('content-type') ?? '')) {
    headers.append('vary', 'cookie, accept-language');
    // Pages say who is signed in: no cache in between may keep them, and the browser asks again.
    if (!headers.has('cache-control')) headers.set('cache-control', 'private, no-cache');
  }
  if (!refusal || response.status !== 500) return response;
  return new Response(response.body, { status: refusal.refusal.status, headers });
}

export const handle: Handle = async ({ event, resolve }) => {
  // Without its body: the original is read by the route, and a copy would hold a photo in memory twice.
  const asked = new Request(event.url, { headers: event.request.headers });
  return paraglideMiddleware(asked, async ({ locale }) => {
    const unknown = await identify(event, locale);
    if (unknown) return unknown;
    const script = lateScript();
    const response = await resolve(event, {
      preload: script.preload,
      transformPageChunk: ({ html }) =>
        script.place(html.replace('%lang%', locale).replace('%dir%', getTextDirection(locale)))
    });
    return finish(response, event);
  });
};

/** A plain sentence for the reader; what is not a refusal also goes to the log, under a reference. */
export const handleError: HandleServerError = ({ error: thrown, event, status }) => {
  if (thrown instanceof RefusalError) {
    refusals.set(event.locals, thrown);
    return refusalMessage(thrown.refusal);
  }
  if (status === 404 || status === 405) return errorMessage(status);
  const reference = reportError(thrown, { method: event.request.method, route: event.route.id, status });
  return errorMessage(status, reference);
};
