import { changeIdea, readIdea, withdrawIdea } from '#lib/data/idea.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { idFrom, readJson } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** One idea with everything its page shows, as far as the reader may see. */
export const GET: RequestHandler = answer(async ({ params, locals }) => {
  const idea = await readIdea(locals.client, idFrom(params.id, 'idea_unknown'));
  if (!idea) throw new RefusalError({ status: 404, code: 'idea_unknown', field: null });
  return json(idea);
});

/** Its author changes an idea; with `version` 409 instead of overwriting. */
export const PATCH: RequestHandler = answer(async ({ params, request, locals }) => {
  await locals.countWrite();
  const idea = await changeIdea(locals.client, idFrom(params.id, 'idea_unknown'), await readJson(request));
  locals.services.feed.noteWrite();
  return json(idea);
});

/** Its author withdraws an idea; it keeps its page and its history. */
export const DELETE: RequestHandler = answer(async ({ params, locals }) => {
  await locals.countWrite();
  const idea = await withdrawIdea(locals.client, idFrom(params.id, 'idea_unknown'));
  locals.services.feed.noteWrite();
  return json(idea);
});

export const fallback = onlyAllowed('GET', 'PATCH', 'DELETE');
