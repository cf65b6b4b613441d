import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { problemResponse } from '#lib/server/api/problem.ts';
import type { RequestHandler } from './$types';

/** Programs get the same kind of answer for an address that does not exist as for any other no. */
export const fallback: RequestHandler = () =>
  problemResponse(new RefusalError({ status: 404, code: 'not_found', field: null }));
