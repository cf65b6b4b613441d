import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { answer, onlyAllowed } from '#lib/server/api/answer.ts';
import { wijkFrom } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** What adapter-node hands to a request; absent under `vite dev`. */
interface NodePlatform {
  req?: { socket?: { destroy(): void } };
}

/** What changes in a neighbourhood, as it happens: `?wijk=`, from `?since=` or `Last-Event-ID` on. */
export const GET: RequestHandler = answer(async (event) => {
  const { request, url, locals } = event;
  const platform = event.platform as NodePlatform | undefined;
  const stream = await locals.services.streams.open({
    slug: await wijkFrom(event),
    address: event.getClientAddress(),
    lastEventId: request.headers.get('last-event-id'),
    since: url.searchParams.get('since'),
    cut: () => platform?.req?.socket?.destroy()
  });
  if (!stream) throw new RefusalError({ status: 404, code: 'neighbourhood_unknown', field: 'wijk' });
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no'
    }
  });
});

export const fallback = onlyAllowed('GET');
