import { checkInput } from '#lib/domain/refusal/check-input.ts';
import {
  coalitionActs,
  joining,
  newCoalition,
  type CoalitionAct,
  type CoalitionActInput,
  type Joining,
  type NewCoalition
} from '#lib/domain/coalition/validation.ts';
import type { CoalitionState } from '#lib/domain/idea/types.ts';
import { answerTo, toJson, type Client } from './client.ts';

/** The group and the idea it belongs to. */
export interface CoalitionAnswer {
  id: string;
  ideaId: string;
}

/** Somebody takes an idea on and leads; a professional becomes a partner. @throws RefusalError 404, 409, 422 */
export async function startCoalition(
  client: Client,
  idea: string,
  input: NewCoalition = {}
): Promise<CoalitionAnswer> {
  return answerTo(client.rpc('start_coalition', { idea, request: toJson(checkInput(newCoalition, input)) }));
}

/** Joins a group as member or supporter, for oneself or an organisation; wakes a resting one. @throws RefusalError 403, 404, 409, 422 */
export async function joinCoalition(
  client: Client,
  coalition: string,
  input: Joining = {}
): Promise<CoalitionAnswer & { memberId: string }> {
  return answerTo(client.rpc('join_coalition', { coalition, request: toJson(checkInput(joining, input)) }));
}

/** What members do with their group, each act by name. @throws RefusalError 403, 404, 409, 422 */
export async function changeCoalition<Act extends CoalitionAct>(
  client: Client,
  coalition: string,
  act: Act,
  input: CoalitionActInput<Act>
): Promise<CoalitionAnswer> {
  const request = toJson(checkInput(coalitionActs[act], input));
  return answerTo(client.rpc('change_coalition', { coalition, act, request }));
}

/** The idea a group belongs to; null when the caller may not see it. */
export async function readIdeaOfCoalition(client: Client, coalition: string): Promise<string | null> {
  return answerTo(client.rpc('coalition_idea', { coalition }));
}

/** The idea of a group, how the group is and who looks after what they made; null when the caller may not see it. */
export async function readCoalition(
  client: Client,
  coalition: string
): Promise<{ ideaId: string; state: CoalitionState; lookedAfterBy: string | null } | null> {
  const rows = await answerTo<{ idea_id: string; state: CoalitionState; looked_after_by: string | null }[]>(
    client.from('coalitions').select('idea_id, state, looked_after_by').eq('id', coalition)
  );
  return rows[0]
    ? { ideaId: rows[0].idea_id, state: rows[0].state, lookedAfterBy: rows[0].looked_after_by }
    : null;
}
