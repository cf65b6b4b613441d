import { randomUUID } from 'node:crypto';
import type { DataClient } from '../../src/lib/server/backends/types.ts';
import type { TestDatabase } from '../support/database.ts';

/** A square neighbourhood of its own, with one theme, in which a test may do as it likes. */
export interface TestWijk {
  id: string;
  slug: string;
}

/** WGS84 degrees in the middle of every test neighbourhood. */
export const middle = { type: 'Point' as const, coordinates: [5.5, 52.5] };

export async function makeWijk(database: TestDatabase): Promise<TestWijk> {
  const id = randomUUID();
  const slug = `wijk-${id.slice(0, 8)}`;
  await database.sql(
    `insert into public.neighbourhoods (id, slug, name, border)
     values ($1, $2, 'Testwijk', extensions.st_multi(extensions.st_makeenvelope(5, 52, 6, 53, 4326)))`,
    [id, slug]
  );
  await database.sql(
    `insert into public.themes (id, neighbourhood_id, key, names, icon) values ($1, $2, 'groen', '{"nl": "Groen"}', 'sprout')`,
    [randomUUID(), id]
  );
  return { id, slug };
}

/** Somebody who takes part, and what they act with. */
export async function makePerson(database: TestDatabase): Promise<{ id: string; client: DataClient }> {
  const id = randomUUID();
  const { error } = await database
    .system()
    .rpc('start_participant', { participant: id, token_hash: randomUUID() });
  if (error) throw new Error(error.message);
  return { id, client: await database.asPerson(id) };
}
