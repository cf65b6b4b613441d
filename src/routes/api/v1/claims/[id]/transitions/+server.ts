import { transitionClaim } from '#lib/data/claim.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { claimStep } from '#lib/domain/claim/validation.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { idempotencyKey, idFrom, readJson } from '#lib/server/api/input.ts';
import type { RequestHandler } from './$types';

/** A step of a claim: `{to, reason?, …}`; 409 for a step that is not in the table, or a place that is held. */
export const POST: RequestHandler = answer(async ({ params, request, locals }) => {
  await locals.countWrite();
  const key = idempotencyKey(request);
  const id = idFrom(params.id, 'claim_unknown');
  const claim = await transitionClaim(locals.client, id, checkInput(claimStep, await readJson(request)), key);
  locals.services.feed.noteWrite();
  return json(claim);
});

export const fallback = onlyAllowed('POST');
