import { fail, redirect, type ActionFailure, type RequestEvent } from '@sveltejs/kit';
import { refusalsOf } from '#lib/domain/refusal/check-input.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { refusalMessage } from '#lib/server/identity/error-message.ts';

/** What somebody typed, by field; a field that was sent more than once (tick boxes, rows) is a list. Files are left out. */
export type TypedValues = Record<string, string | string[]>;

/** What a page gets back from a form on it; components read it with `shared/form-answer.ts`, which has the same shape. */
export interface FormAnswer {
  /** Which form of the page it was: the name of the action. */
  action: string;
  /** What was done, when it was done and the page stays. */
  done: string | null;
  values: TypedValues;
  /** Plain sentences in the reader's language; `field` null when it is about no field. */
  errors: { field: string | null; code: string; message: string }[];
  /** The session ended while the form was open: signing in elsewhere and sending again helps. */
  signIn: boolean;
}

/** What a form leads to: another page, or a word for the notice on this one (and the id of the part to go to). */
export type FormResult = { to: string } | { done: string; at?: string };

interface SubmitOptions {
  /** Whether a visitor becomes a participant by sending it; false for what only somebody known may do. */
  newcomers?: boolean;
}

function valuesOf(form: FormData): TypedValues {
  const values: TypedValues = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    if (texts.length > 0) values[name] = texts.length === 1 ? (texts[0] ?? '') : texts;
  }
  return values;
}

function answerOf(event: Pick<RequestEvent, 'url'>, changes: Partial<FormAnswer>): FormAnswer {
  const action = [...event.url.searchParams.keys()].find((key) => key.startsWith('/'))?.slice(1) ?? 'default';
  return { action, done: null, values: {}, errors: [], signIn: false, ...changes };
}

async function mayWrite(event: RequestEvent, newcomers: boolean): Promise<void> {
  await event.locals.countWrite();
  if (newcomers) await event.locals.ensureParticipant();
  else if (!event.locals.participantId)
    throw new RefusalError({ status: 401, code: 'session_over', field: null });
}

/**
 * Runs a form action: counts the write, makes sure of the person, lets the live feed know, and turns a refusal into a
 * failure that carries everything typed with a sentence per field. A form that succeeds goes on to another page, or back to this one
 * (303, so that reloading sends nothing again; with JavaScript the page stays where it is).
 *
 * `export const actions = { promise: (event) => submit(event, async (form) => {
 *   await changeCoalition(event.locals.client, id, 'promise', { … });
 *   return { done: 'promise', at: 'promises' };
 * }) };`
 *
 * @param run does it; read `event.locals.client` in it, not before
 * @throws whatever is not a refusal, and SvelteKit's own redirects and errors
 */
export async function submit(
  event: RequestEvent,
  run: (form: FormData) => Promise<FormResult>,
  { newcomers = true }: SubmitOptions = {}
): Promise<FormAnswer | ActionFailure<FormAnswer>> {
  const form = await event.request.formData();
  let result: FormResult;
  try {
    await mayWrite(event, newcomers);
    result = await run(form);
    event.locals.services.feed.noteWrite();
  } catch (refused) {
    if (!(refused instanceof RefusalError)) throw refused;
    return failWith(event, form, refused);
  }
  if ('to' in result) redirect(303, result.to);
  if (event.request.headers.get('x-sveltekit-action')) return answerOf(event, { done: result.done });
  const page = new URL(event.url.pathname, event.url);
  for (const [key, value] of event.url.searchParams) {
    if (!key.startsWith('/') && key !== 'done') page.searchParams.append(key, value);
  }
  page.searchParams.set('done', result.done);
  redirect(303, `${page.pathname}${page.search}${result.at ? `#${result.at}` : ''}`);
}

/** A refusal as the failure of a form; for actions that are not `submit`, such as a preview. */
export function failWith(
  event: Pick<RequestEvent, 'url'>,
  form: FormData,
  refused: RefusalError
): ActionFailure<FormAnswer> {
  const { status } = refused.refusal;
  const errors = refusalsOf(refused).map((refusal) => ({
    field: refusal.field,
    code: refusal.code,
    message: refusalMessage(refusal).message
  }));
  return fail(status, answerOf(event, { values: valuesOf(form), errors, signIn: status === 401 }));
}

/** What was typed, as an answer that is neither done nor wrong: for a preview. */
export function typedAnswer(event: Pick<RequestEvent, 'url'>, form: FormData): FormAnswer {
  return answerOf(event, { values: valuesOf(form) });
}

/** The notice of a page after a form without JavaScript: `?done=…`. */
export function doneIn(url: URL): string | null {
  return url.searchParams.get('done');
}

/** The text of a field; null when it is empty, missing or a file. */
export function textIn(form: FormData, name: string): string | null {
  const value = form.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** The lines of a field: of a text area, or of several fields of that name. Empty ones are left out. */
export function linesIn(form: FormData, name: string): string[] {
  return form
    .getAll(name)
    .filter((value) => typeof value === 'string')
    .flatMap((text) => text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A file that somebody chose; browsers send an empty one when they did not. */
export function fileIn(form: FormData, name: string): File | null {
  const value = form.get(name);
  return value instanceof File && value.size > 0 ? value : null;
}
