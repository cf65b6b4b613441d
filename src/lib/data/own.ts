import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import type { OwnContact, OwnOffer } from '#lib/domain/participant/own.ts';
import { answerTo, type Client } from './client.ts';

/** How the caller wants to hear back in a neighbourhood. Asked by person: a facilitator may read those of others too. */
export async function readOwnContacts(
  client: Client,
  participantId: string,
  neighbourhoodId: string
): Promise<OwnContact[]> {
  return answerTo(
    client
      .from('contacts')
      .select('channel, value')
      .eq('participant_id', participantId)
      .eq('neighbourhood_id', neighbourhoodId)
      .order('channel')
  );
}

/** What the caller offered to do in a neighbourhood. */
export async function readOwnOffers(
  client: Client,
  participantId: string,
  neighbourhoodId: string
): Promise<OwnOffer[]> {
  return answerTo(
    client
      .from('offers')
      .select('id, what, whenWords:when_words, howFar:how_far')
      .eq('participant_id', participantId)
      .eq('neighbourhood_id', neighbourhoodId)
      .order('created_at')
  );
}

/** Forgets what the caller offered. @throws RefusalError 404 when it was gone, or somebody else's */
export async function removeOffer(client: Client, participantId: string, offer: string): Promise<void> {
  const removed = await answerTo<unknown[]>(
    client.from('offers').delete().eq('id', offer).eq('participant_id', participantId).select('id')
  );
  if (removed.length === 0) throw new RefusalError({ status: 404, code: 'already_gone', field: null });
}
