import * as v from 'valibot';

const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const slugPattern = /^[a-z0-9-]{2,60}$/;

/** Characters as PostgreSQL counts them, so that the same text fits here and there. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/** What PostgreSQL cannot store (a zero byte, half a character) is left out; nobody types it. */
function tidy(text: string): string {
  return text.replaceAll('\u0000', '').toWellFormed().trim();
}

function typed(longest: number) {
  return v.pipe(
    v.nullish(v.string('text_malformed'), ''),
    v.transform(tidy),
    v.check((text) => countCharacters(text) <= longest, 'text_too_long')
  );
}

/** Text that may be left out; empty is null. */
export function optionalText(longest: number) {
  return v.pipe(
    typed(longest),
    v.transform((text) => (text === '' ? null : text))
  );
}

/** Text that must say something; `missing` is the code when it does not. */
export function requiredText(longest: number, missing: string, shortest = 1) {
  return v.pipe(
    typed(longest),
    v.check((text) => text !== '', missing),
    v.check((text) => countCharacters(text) >= shortest, 'text_too_short')
  );
}

/** A list of short lines; empty ones are left out. */
export function textList(longest: number, most: number) {
  return v.pipe(
    v.array(v.pipe(v.string('text_malformed'), v.transform(tidy)), 'list_malformed'),
    v.transform((lines) => lines.filter((line) => line !== '')),
    v.maxLength(most, 'too_many'),
    v.check((lines) => lines.every((line) => countCharacters(line) <= longest), 'text_too_long')
  );
}

/** An id as clients make them. */
export const id = v.pipe(v.string('id_malformed'), v.regex(uuidPattern, 'id_malformed'), v.toLowerCase());

/** An id that must be there; `missing` is the code when it is not. */
export function requiredId(missing: string) {
  return v.pipe(
    v.nullish(v.string('id_malformed'), ''),
    v.check((text) => text !== '', missing),
    v.regex(uuidPattern, 'id_malformed'),
    v.toLowerCase()
  );
}

/** An id that may be left out; an empty form field is no id. */
export const optionalId = v.pipe(
  v.nullish(v.string('id_malformed'), ''),
  v.check((text) => text === '' || uuidPattern.test(text), 'id_malformed'),
  v.transform((text) => (text === '' ? null : text.toLowerCase()))
);

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** A day as YYYY-MM-DD (ISO 8601) that must be there. */
export function requiredDay(missing: string) {
  return v.pipe(
    v.nullish(v.string('date_malformed'), ''),
    v.transform((text) => text.trim()),
    v.check((text) => text !== '', missing),
    v.check(isDay, 'date_malformed')
  );
}

/** A day as YYYY-MM-DD that may be left out. */
export const optionalDay = v.pipe(
  v.nullish(v.string('date_malformed'), ''),
  v.transform((text) => text.trim()),
  v.check((text) => text === '' || isDay(text), 'date_malformed'),
  v.transform((text) => (text === '' ? null : text))
);

/** The address name of a neighbourhood. */
export const slug = v.pipe(v.string('neighbourhood_unknown'), v.regex(slugPattern, 'neighbourhood_unknown'));

/** A language as two or three letters; a region behind it is left out. */
export const language = v.pipe(
  v.string('language_malformed'),
  v.transform((text) => text.toLowerCase().split('-')[0] ?? ''),
  v.regex(/^[a-z]{2,3}$/, 'language_malformed')
);

/** Whether a text has the form of an id; for addresses, where anything else is simply not there. */
export function isId(text: string | undefined): text is string {
  return text !== undefined && uuidPattern.test(text);
}

/** Whether a text can be the address name of a neighbourhood. */
export function isSlug(text: string | null | undefined): text is string {
  return typeof text === 'string' && slugPattern.test(text);
}
