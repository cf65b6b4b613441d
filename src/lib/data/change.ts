import type { Change } from '#lib/domain/change/types.ts';
import { answerTo, type Client } from './client.ts';

/** The last position of the change log of each neighbourhood; one without changes is not in it. */
export async function readPositions(
  client: Client,
  neighbourhoods: readonly string[]
): Promise<Map<string, number>> {
  // Backends write big integers as numbers or as text.
  const rows = await answerTo<{ neighbourhood_id: string; position: number | string }[]>(
    client
      .from('change_counters')
      .select('neighbourhood_id, position')
      .in('neighbourhood_id', [...neighbourhoods])
  );
  return new Map(rows.map((row) => [row.neighbourhood_id, Number(row.position)]));
}

/** The changes of a neighbourhood after a position, in order, at most `limit`. */
export async function readChanges(
  client: Client,
  neighbourhood: string,
  after: number,
  limit: number
): Promise<Change[]> {
  const rows = await answerTo<
    { position: number | string; kind: string; entity: string; entity_id: string }[]
  >(
    client
      .from('changes')
      .select('position, kind, entity, entity_id')
      .eq('neighbourhood_id', neighbourhood)
      .gt('position', after)
      .order('position')
      .limit(limit)
  );
  return rows.map((row) => ({
    position: Number(row.position),
    kind: row.kind,
    entity: row.entity,
    id: row.entity_id
  }));
}
