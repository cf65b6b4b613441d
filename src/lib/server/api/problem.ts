import { m } from '#messages';
import { refusalsOf } from '#lib/domain/refusal/check-input.ts';
import { RefusalError, type Refusal } from '#lib/domain/refusal/refusal.ts';
import { refusalMessage } from '#lib/server/identity/error-message.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';

/** What an API answer says when it is a no (RFC 9457). `errors` names the fields, in the reader's language. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  errors: { field: string; code: string; detail: string }[];
  /** Under which it stands in the log, when it is our fault. */
  reference?: string;
}

const titles: Record<number, () => string> = {
  400: m.errors_title_400,
  401: m.errors_title_401,
  403: m.errors_title_403,
  404: m.errors_title_404,
  405: m.errors_title_405,
  409: m.errors_title_409,
  413: m.errors_title_413,
  415: m.errors_title_415,
  422: m.errors_title_422,
  429: m.errors_title_429,
  503: m.errors_title_503
};

/** Seconds after which trying again makes sense, where the refusal itself does not know. */
const retryAfter: Partial<Record<string, number>> = {
  database_away: 5,
  closing: 3,
  photos_busy: 10,
  too_many_listeners: 30,
  busy: 1
};

const wordsOf = (refusal: Refusal): string => refusalMessage(refusal).message;

function problemOf(error: RefusalError, reference?: string): Problem {
  const { refusal } = error;
  const errors = refusalsOf(error).flatMap((each) =>
    each.field === null ? [] : [{ field: each.field, code: each.code, detail: wordsOf(each) }]
  );
  return {
    type: `urn:samenspel:refusal:${refusal.code}`,
    title: (titles[refusal.status] ?? m.errors_title_500)(),
    status: refusal.status,
    detail: wordsOf(refusal),
    errors,
    ...(reference ? { reference } : {})
  };
}

/** A refusal as the answer of an API. */
export function problemResponse(
  error: RefusalError,
  headers: HeadersInit = {},
  reference?: string
): Response {
  const answer = new Headers(headers);
  answer.set('content-type', 'application/problem+json');
  answer.set('cache-control', 'no-store');
  const seconds = error instanceof RateLimitError ? error.retryAfterSeconds : retryAfter[error.refusal.code];
  if (seconds !== undefined) answer.set('retry-after', String(seconds));
  return new Response(JSON.stringify(problemOf(error, reference)), {
    status: error.refusal.status,
    headers: answer
  });
}
