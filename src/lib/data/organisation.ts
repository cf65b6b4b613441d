import { answerTo, type Client } from './client.ts';

/** The ideas whose groups an organisation takes part in; groups that stopped are left out. In no particular order. */
export async function readIdeasOfOrganisation(client: Client, organisation: string): Promise<string[]> {
  const rows = await answerTo<{ coalitions: { idea_id: string; state: string } | null }[]>(
    client
      .from('coalition_members')
      .select('coalitions(idea_id, state)')
      .eq('organisation_id', organisation)
      .is('left_at', null)
  );
  return rows.flatMap(({ coalitions }) =>
    coalitions && coalitions.state !== 'dissolved' ? [coalitions.idea_id] : []
  );
}
