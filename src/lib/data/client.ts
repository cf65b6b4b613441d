import type { SupabaseClient } from '@supabase/supabase-js';
import { answerRefusal, awayRefusal, type DatabaseError } from './refusal.ts';
import type { Database, Json } from './database.types.ts';

/** Client of the data seam, acting as whoever it was made for. */
export type Client = SupabaseClient<Database>;

interface Answer {
  data: unknown;
  error: DatabaseError | null;
  status: number;
}

/**
 * What the database answered. The result type is the contract of the asked function or table, written down in the
 * migrations; this is the one place that believes it.
 * @throws RefusalError for every error
 */
export async function answerTo<Result>(question: PromiseLike<Answer>): Promise<Result> {
  let answer: Answer;
  try {
    answer = await question;
  } catch (error) {
    throw awayRefusal(error);
  }
  if (answer.error) throw answerRefusal(answer.error, answer.status);
  return answer.data as Result;
}

/** A checked input as the argument of a function; keys without a value are left out, as JSON does. */
export function toJson(input: object): Json {
  return input as Json;
}

/**
 * Makes a row whose id the client chose. The same submission again (same id, same owner) is the same thing twice.
 * @param insert the insert
 * @param isOwn asked when the id is taken: whether the row there is this person's own
 * @throws RefusalError 409 when the id is somebody else's
 */
export async function insertOnce(
  insert: PromiseLike<Answer>,
  isOwn: () => PromiseLike<Answer>
): Promise<void> {
  let answer: Answer;
  try {
    answer = await insert;
  } catch (error) {
    throw awayRefusal(error);
  }
  if (!answer.error) return;
  const refusal = answerRefusal(answer.error, answer.status);
  if (refusal.refusal.code !== 'already_exists') throw refusal;
  const own = await answerTo<unknown[]>(isOwn());
  if (own.length === 0) throw refusal;
}
