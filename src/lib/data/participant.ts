import { checkInput } from '#lib/domain/refusal/check-input.ts';
import {
  contact,
  firstName,
  newMessage,
  newOffer,
  type Contact,
  type NewMessage,
  type NewOffer
} from '#lib/domain/participant/validation.ts';
import type { MyOverview, StaffRole } from '#lib/domain/neighbourhood/types.ts';
import { answerTo, insertOnce, type Client } from './client.ts';

/** What the caller has in a neighbourhood; null when there is none of that name. @throws RefusalError 401 for a visitor */
export async function readMyOverview(client: Client, wijk: string): Promise<MyOverview | null> {
  return answerTo(client.rpc('my_overview', { neighbourhood_slug: wijk }));
}

/** The roles of one person in a neighbourhood. */
export async function readRoles(
  client: Client,
  participantId: string,
  neighbourhoodId: string
): Promise<StaffRole[]> {
  const rows = await answerTo<{ role: StaffRole }[]>(
    client
      .from('memberships')
      .select('role')
      .eq('participant_id', participantId)
      .eq('neighbourhood_id', neighbourhoodId)
  );
  return rows.map(({ role }) => role);
}

/** Keeps the caller's own first name; null forgets it. Never public by itself. */
export async function saveFirstName(
  client: Client,
  participantId: string,
  name: string | null
): Promise<void> {
  const checked = checkInput(firstName, { firstName: name });
  await answerTo(
    client.from('participants').update({ first_name: checked.firstName }).eq('id', participantId)
  );
}

/** How the caller wants to hear back; for them and the facilitator only. */
export async function leaveContact(
  client: Client,
  participantId: string,
  neighbourhoodId: string,
  input: Contact
): Promise<void> {
  const { channel, value } = checkInput(contact, input);
  await answerTo(
    client
      .from('contacts')
      .upsert({ participant_id: participantId, neighbourhood_id: neighbourhoodId, channel, value })
  );
}

/** Forgets how the caller wanted to hear back. */
export async function removeContact(
  client: Client,
  participantId: string,
  neighbourhoodId: string,
  channel: Contact['channel']
): Promise<void> {
  await answerTo(
    client
      .from('contacts')
      .delete()
      .eq('participant_id', participantId)
      .eq('neighbourhood_id', neighbourhoodId)
      .eq('channel', channel)
  );
}

/** "I can do something"; gives the id. The map shows one number for the neighbourhood, never a person. */
export async function offerHelp(
  client: Client,
  participantId: string,
  neighbourhoodId: string,
  input: NewOffer
): Promise<string> {
  const { id = crypto.randomUUID(), what, whenWords, howFar, firstName: name } = checkInput(newOffer, input);
  await insertOnce(
    client.from('offers').insert({
      id,
      neighbourhood_id: neighbourhoodId,
      participant_id: participantId,
      what,
      when_words: whenWords ?? '',
      how_far: howFar ?? '',
      first_name: name
    }),
    () => client.from('offers').select('id').eq('id', id).eq('participant_id', participantId)
  );
  return id;
}

/** A private word to the facilitator; gives the id. */
export async function sendMessage(
  client: Client,
  participantId: string,
  neighbourhoodId: string,
  input: NewMessage
): Promise<string> {
  const { id = crypto.randomUUID(), ideaId, body, replyTo } = checkInput(newMessage, input);
  await insertOnce(
    client.from('messages').insert({
      id,
      neighbourhood_id: neighbourhoodId,
      participant_id: participantId,
      idea_id: ideaId,
      body,
      reply_to: replyTo
    }),
    () => client.from('messages').select('id').eq('id', id).eq('participant_id', participantId)
  );
  return id;
}
