import { requestClaim } from '#lib/data/claim.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { newClaim } from '#lib/domain/claim/validation.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { idempotencyKey, readJson } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** A group asks a place for a purpose and a period. */
export const POST: RequestHandler = answer(async ({ request, locals }) => {
  await locals.countWrite();
  const key = idempotencyKey(request);
  const claim = await requestClaim(locals.client, checkInput(newClaim, await readJson(request)), key);
  locals.services.feed.noteWrite();
  return json(claim, { status: 201, headers: { location: `/api/v1/ideas/${claim.ideaId}` } });
});

export const fallback = onlyAllowed('POST');
