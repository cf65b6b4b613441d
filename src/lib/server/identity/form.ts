import type { RequestEvent } from '@sveltejs/kit';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';
import { returnPath } from './return-path.ts';

/** The text of a form field; empty when it is missing or a file. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Whole minutes until a limit lets somebody in again, and the header that says so to programs. */
export function minutesToWait(event: Pick<RequestEvent, 'setHeaders'>, error: RateLimitError): number {
  event.setHeaders({ 'retry-after': String(error.retryAfterSeconds) });
  return Math.ceil(error.retryAfterSeconds / 60);
}

const ownPages = /^\/(sign-in|sign-out|move|language|mails)(\/|\?|$)/;

/** The page somebody came from, by the form, the address or the browser's word; never one of these pages themselves. */
export function cameFrom({ url, request }: Pick<RequestEvent, 'url' | 'request'>, fromForm?: string): string {
  const referrer = request.headers.get('referer');
  const referred =
    referrer && URL.canParse(referrer) && new URL(referrer).origin === url.origin
      ? referrer.slice(url.origin.length)
      : null;
  const path = returnPath(fromForm || url.searchParams.get('return') || referred);
  return ownPages.test(path) ? '/' : path;
}
