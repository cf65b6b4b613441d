import { createIdea } from '#lib/data/idea.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { newIdea } from '#lib/domain/idea/validation.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { idempotencyKey, readJson } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** Pins an idea. The same Idempotency-Key or id again gives the same answer. */
export const POST: RequestHandler = answer(async ({ request, locals }) => {
  await locals.countWrite();
  const key = idempotencyKey(request);
  // Checked before somebody is made of the sender: what cannot be an idea makes nobody.
  const input = checkInput(newIdea, await readJson(request));
  await locals.ensureParticipant();
  const idea = await createIdea(locals.client, input, key);
  locals.services.feed.noteWrite();
  return json(idea, { status: 201, headers: { location: `/api/v1/ideas/${idea.id}` } });
});

export const fallback = onlyAllowed('POST');
