import type { Refusal } from '#lib/domain/refusal/refusal.ts';
import { m } from '#messages';

type Sentence = () => string;

/** The sentences of refusals, by the key that their code gives. */
function sentenceOf(code: string): string | null {
  const sentence = (m as unknown as Record<string, Sentence | undefined>)[`errors_${code}`];
  return sentence ? sentence() : null;
}

/** What an error page shows of a refusal. */
export function refusalMessage({ code, status }: Refusal): App.Error {
  return { message: sentenceOf(code) ?? errorMessage(status).message, code, status };
}

/** What an error page shows of anything else. */
export function errorMessage(status: number, reference?: string): App.Error {
  if (status === 404 || status === 405) return { message: m.account_error_not_found() };
  if (status === 429) return { message: m.account_error_too_often() };
  if (status === 403) return { message: m.account_error_forbidden() };
  if (status === 503) return { message: m.account_error_away(), reference };
  return { message: m.account_error_unexpected(), reference };
}
