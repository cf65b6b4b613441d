import { checkInput } from '#lib/domain/refusal/check-input.ts';
import {
  claimStep,
  confirmation,
  newAgreement,
  newClaim,
  type ClaimStep,
  type Confirmation,
  type NewAgreement,
  type NewClaim
} from '#lib/domain/claim/validation.ts';
import type { ClaimPage, StoredClaim } from '#lib/domain/claim/stored.ts';
import { answerTo, toJson, type Client } from './client.ts';

/**
 * A group that is ready asks a place for a purpose and a period.
 * @throws RefusalError 403, 404, 409 (not ready, asked already), 422
 */
export async function requestClaim(
  client: Client,
  input: NewClaim,
  idempotencyKey: string | null = null
): Promise<StoredClaim> {
  const request = toJson(checkInput(newClaim, input));
  return answerTo(client.rpc('request_claim', { request, idempotency_key: idempotencyKey }));
}

/**
 * Moves a claim along the table of transitions.
 * @throws RefusalError 403 for the wrong person, 409 for a move that is not allowed or a place that is held, 422
 */
export async function transitionClaim(
  client: Client,
  claim: string,
  input: ClaimStep,
  idempotencyKey: string | null = null
): Promise<StoredClaim> {
  const { to, ...request } = checkInput(claimStep, input);
  return answerTo(
    client.rpc('transition_claim', {
      claim,
      to_state: to,
      request: toJson(request),
      idempotency_key: idempotencyKey
    })
  );
}

/** A new version of the agreement; both sides confirm it anew. @throws RefusalError 403, 404, 409, 422 */
export async function makeAgreement(
  client: Client,
  claim: string,
  input: NewAgreement
): Promise<{ id: string; claimId: string }> {
  return answerTo(client.rpc('make_agreement', { claim, request: toJson(checkInput(newAgreement, input)) }));
}

/** One side says yes to the newest version; the second yes grants the claim. @throws RefusalError 403, 404, 409, 422 */
export async function confirmAgreement(
  client: Client,
  agreement: string,
  input: Confirmation = {}
): Promise<StoredClaim> {
  return answerTo(
    client.rpc('confirm_agreement', { agreement, request: toJson(checkInput(confirmation, input)) })
  );
}

/** What the page of a claim shows beside its idea; null when the caller may not see it. */
export async function readClaim(client: Client, claim: string): Promise<ClaimPage | null> {
  return answerTo(client.rpc('claim_page', { claim }));
}
