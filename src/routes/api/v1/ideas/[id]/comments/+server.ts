import { commentOnIdea } from '#lib/data/idea.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { newComment } from '#lib/domain/idea/validation.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { idFrom, readJson } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** Says something under an idea: `{id?, body, name?}`. The same id again is the same comment. */
export const POST: RequestHandler = answer(async ({ params, request, locals }) => {
  await locals.countWrite();
  const ideaId = idFrom(params.id, 'idea_unknown');
  const input = checkInput(newComment, await readJson(request));
  await locals.ensureParticipant();
  const id = await commentOnIdea(locals.client, ideaId, input);
  locals.services.feed.noteWrite();
  return json({ id, ideaId, body: input.body, name: input.name }, { status: 201 });
});

export const fallback = onlyAllowed('POST');
