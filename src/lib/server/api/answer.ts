import type { RequestEvent } from '@sveltejs/kit';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { reportError } from '#lib/server/identity/error-report.ts';
import { problemResponse } from './problem.ts';

/** Turns whatever goes wrong in an API answer into problem+json; what nobody expected also goes to the log. */
export function answer<Event extends RequestEvent>(
  work: (event: Event) => Response | Promise<Response>
): (event: Event) => Promise<Response> {
  return async (event) => {
    try {
      return await work(event);
    } catch (error) {
      if (error instanceof RefusalError && error.refusal.status !== 500) return problemResponse(error);
      const cause = error instanceof RefusalError ? error.cause : error;
      const reference = reportError(cause ?? error, {
        method: event.request.method,
        route: event.route.id,
        status: 500
      });
      return problemResponse(
        new RefusalError({ status: 500, code: 'unexpected', field: null }),
        {},
        reference
      );
    }
  };
}

/** The answer to a method that an address does not have; `allowed` are those it has. */
export function onlyAllowed(...allowed: string[]): () => Response {
  return () =>
    problemResponse(new RefusalError({ status: 405, code: 'method_unknown', field: null }), {
      allow: allowed.join(', ')
    });
}

/** A JSON answer that is for this reader alone. */
export function json(
  body: unknown,
  init: { status?: number; headers?: Record<string, string> } = {}
): Response {
  return new Response(JSON.stringify(body), {
    status: init.status ?? 200,
    headers: { 'content-type': 'application/json', 'cache-control': 'private, no-cache', ...init.headers }
  });
}
