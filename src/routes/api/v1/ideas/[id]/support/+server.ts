import { endSupport, readIdeaFacts, supportIdea } from '#lib/data/idea.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { support } from '#lib/domain/idea/validation.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { idFrom, readOptionalJson } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

async function countsOf(locals: App.Locals, ideaId: string) {
  locals.services.feed.noteWrite();
  const [facts] = await readIdeaFacts(locals.client, [ideaId]);
  return { supportCount: facts?.supportCount ?? 0, helperCount: facts?.helperCount ?? 0 };
}

/** "I want this too": `{degree?}`, `want` unless said otherwise. Again with another degree changes it. */
export const POST: RequestHandler = answer(async ({ params, request, locals }) => {
  await locals.countWrite();
  const ideaId = idFrom(params.id, 'idea_unknown');
  const input = checkInput(support, await readOptionalJson(request));
  const participantId = await locals.ensureParticipant();
  const degree = await supportIdea(locals.client, participantId, ideaId, input);
  return json({ ideaId, degree, ...(await countsOf(locals, ideaId)) });
});

/** Takes one's own support back. */
export const DELETE: RequestHandler = answer(async ({ params, locals }) => {
  await locals.countWrite();
  const ideaId = idFrom(params.id, 'idea_unknown');
  if (locals.participantId) await endSupport(locals.client, locals.participantId, ideaId);
  return json({ ideaId, degree: null, ...(await countsOf(locals, ideaId)) });
});

export const fallback = onlyAllowed('POST', 'DELETE');
