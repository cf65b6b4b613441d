import * as v from 'valibot';

const emailSchema = v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(200), v.email());

/** An e-mail address as it is stored: lower case, without spaces around it. null when it is not one. */
export function readEmail(input: unknown): string | null {
  const result = v.safeParse(emailSchema, input);
  return result.success ? result.output : null;
}
