import type { DataClient } from '#lib/server/backends/types.ts';
import { services } from '#lib/server/services.ts';

/**
 * The client that row-level security does not stop, for the live feed, jobs, mail and importers. Lint forbids it
 * outside `src/lib/server`, because one slip with it in a page shows everything to everybody.
 */
export async function systemClient(): Promise<DataClient> {
  const { backend } = await services();
  return backend.system();
}
