import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import {
  follow,
  ideaActs,
  ideaChanges,
  needCover,
  newComment,
  newIdea,
  support,
  type Follow,
  type IdeaAct,
  type IdeaActInput,
  type IdeaChanges,
  type NeedCover,
  type NewComment,
  type NewIdea,
  type Support
} from '#lib/domain/idea/validation.ts';
import type { IdeaFacts, IdeaPage, MyPart, SupportDegree } from '#lib/domain/idea/types.ts';
import type { FollowStatus, StoredIdea } from '#lib/domain/idea/stored.ts';
import { answerTo, insertOnce, toJson, type Client } from './client.ts';

/**
 * Pins an idea. The same key or the same id again gives the same idea.
 * @param idempotencyKey 8 to 100 characters, the client's own
 * @throws RefusalError 422 with the field; 409 when the id is somebody else's
 */
export async function createIdea(
  client: Client,
  input: NewIdea,
  idempotencyKey: string | null = null
): Promise<StoredIdea> {
  const request = toJson(checkInput(newIdea, input));
  return answerTo(client.rpc('create_idea', { request, idempotency_key: idempotencyKey }));
}

/**
 * Its author, or the facilitator for them, changes an idea.
 * @throws RefusalError 403, 404, 409 (closed, or another version was first), 422
 */
export async function changeIdea(client: Client, idea: string, input: IdeaChanges): Promise<StoredIdea> {
  return answerTo(client.rpc('change_idea', { idea, request: toJson(checkInput(ideaChanges, input)) }));
}

/** Its author withdraws an idea: from then on it is free for another. @throws RefusalError 403, 404, 409 */
export async function withdrawIdea(
  client: Client,
  idea: string,
  reason: string | null = null
): Promise<StoredIdea> {
  return answerTo(client.rpc('withdraw_idea', { idea, reason }));
}

/** Somebody else goes on with an idea that was withdrawn. @throws RefusalError 404, 409 */
export async function takeOverIdea(client: Client, idea: string): Promise<StoredIdea> {
  return answerTo(client.rpc('take_over_idea', { idea }));
}

/** What a facilitator does with an idea; `decline` is for its organisation too. @throws RefusalError 403, 404, 409, 422 */
export async function facilitateIdea<Act extends IdeaAct>(
  client: Client,
  idea: string,
  act: Act,
  input: IdeaActInput<Act>
): Promise<StoredIdea> {
  const request = toJson(checkInput(ideaActs[act], input));
  return answerTo(client.rpc('facilitate_idea', { idea, act, request }));
}

/** One idea with everything its page shows, as far as the caller may see; null when there is none for them. */
export async function readIdea(client: Client, idea: string): Promise<IdeaPage | null> {
  return answerTo(client.rpc('idea_page', { idea }));
}

/** The public facts of these ideas; what is gone or hidden is left out. In no particular order. */
export async function readIdeaFacts(client: Client, ideas: readonly string[]): Promise<IdeaFacts[]> {
  return answerTo(client.rpc('idea_facts', { ideas: [...ideas] }));
}

/** What the caller is and did in one idea; null when they may not see it. @throws RefusalError 401 for a visitor */
export async function readMyPart(client: Client, idea: string): Promise<MyPart | null> {
  return answerTo(client.rpc('my_part', { idea }));
}

/** Row-level security says no to an idea that is not there in the same way as to one that is not for the caller. */
async function onKnownIdea(client: Client, idea: string, write: Promise<unknown>): Promise<void> {
  try {
    await write;
  } catch (error) {
    if (!(error instanceof RefusalError) || error.refusal.code !== 'not_allowed') throw error;
    const found = await answerTo<unknown[]>(client.from('ideas').select('id').eq('id', idea));
    if (found.length > 0) throw error;
    throw new RefusalError({ status: 404, code: 'idea_unknown', field: null });
  }
}

/** "I want this too", in a degree; again with another degree changes it. @throws RefusalError 404 */
export async function supportIdea(
  client: Client,
  participantId: string,
  idea: string,
  input: Support = {}
): Promise<SupportDegree> {
  const { degree } = checkInput(support, input);
  await onKnownIdea(
    client,
    idea,
    answerTo(client.from('supports').upsert({ idea_id: idea, participant_id: participantId, degree }))
  );
  return degree;
}

/** Takes one's own support back; nothing happens when there was none. */
export async function endSupport(client: Client, participantId: string, idea: string): Promise<void> {
  await answerTo(client.from('supports').delete().eq('idea_id', idea).eq('participant_id', participantId));
}

/** Says something under an idea; gives the id. @throws RefusalError 404, 422 */
export async function commentOnIdea(client: Client, idea: string, input: NewComment): Promise<string> {
  const { id = crypto.randomUUID(), body, name, language } = checkInput(newComment, input);
  const row = { id, idea_id: idea, body, author_name: name, language };
  await onKnownIdea(
    client,
    idea,
    insertOnce(client.from('comments').insert(row), () =>
      client.from('comment_authors').select('comment_id').eq('comment_id', id)
    )
  );
  return id;
}

/** Takes one's own comment away. */
export async function removeComment(client: Client, comment: string): Promise<void> {
  await answerTo(client.from('comments').delete().eq('id', comment));
}

/** A facilitator hides a comment, or shows it again. */
export async function hideComment(client: Client, comment: string, hidden: boolean): Promise<void> {
  await answerTo(client.from('comments').update({ hidden }).eq('id', comment));
}

/** How somebody wants to hear what happens with an idea; the address itself goes to `leaveContact`. */
export async function followIdea(
  client: Client,
  participantId: string,
  idea: string,
  input: Follow
): Promise<void> {
  const { channel } = checkInput(follow, input);
  await onKnownIdea(
    client,
    idea,
    answerTo(client.from('follows').upsert({ idea_id: idea, participant_id: participantId, channel }))
  );
}

/** "I have that": covers what a public idea lacks. @throws RefusalError 404, 409 when it was covered before */
export async function coverNeed(
  client: Client,
  need: string,
  input: NeedCover = {}
): Promise<{ ideaId: string }> {
  return answerTo(client.rpc('offer_for_need', { need, request: toJson(checkInput(needCover, input)) }));
}

/** Public status by follow code; null when there is no such code. */
export async function readFollowStatus(
  client: Client,
  wijk: string,
  code: string
): Promise<FollowStatus | null> {
  return answerTo(client.rpc('follow_status', { neighbourhood_slug: wijk, code: code.slice(0, 20) }));
}
