import { json } from '@sveltejs/kit';
import { services } from '#lib/server/services.ts';
import { reasonOf } from '#lib/server/backends/start-error.ts';
import { version } from '../../../package.json' with { type: 'json' };
import type { RequestHandler } from './$types';

/** For load balancers and monitoring: 200 when this process can reach its database, 503 with the reason when not. */
export const GET: RequestHandler = async () => {
  const { backend } = await services();
  const headers = { 'cache-control': 'no-store' };
  try {
    await backend.check();
    return json({ status: 'ok', backend: backend.kind, version }, { headers });
  } catch (error) {
    return json(
      { status: 'unavailable', backend: backend.kind, version, reason: reasonOf(error) },
      { status: 503, headers }
    );
  }
};
