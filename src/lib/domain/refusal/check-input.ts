import * as v from 'valibot';
import { RefusalError, type Refusal } from './refusal.ts';

/** Input that did not pass: the first thing wrong is the refusal, `all` has one per field, for a form that shows them together. */
export class InputRefusalError extends RefusalError {
  readonly all: readonly Refusal[];

  constructor(first: Refusal, all: readonly Refusal[]) {
    super(first);
    this.name = 'InputRefusalError';
    this.all = all;
  }
}

/** Everything a refusal says: one per field for input, otherwise the refusal alone. */
export function refusalsOf(error: RefusalError): readonly Refusal[] {
  return error instanceof InputRefusalError ? error.all : [error.refusal];
}

// Schemas give codes as their messages; what valibot says of itself is a sentence.
const code = /^[a-z]\w*$/i;

function refusalOfIssue(issue: v.BaseIssue<unknown>): Refusal {
  const key = issue.path?.[0]?.key;
  return {
    status: 422,
    code: code.test(issue.message) ? issue.message : 'input_malformed',
    field: typeof key === 'string' ? key : null
  };
}

/**
 * Input as a schema wants it: trimmed, with defaults, without keys it does not know.
 * @throws InputRefusalError 422 naming every field that is wrong
 */
export function checkInput<Schema extends v.GenericSchema>(
  schema: Schema,
  input: unknown
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  if (result.success) return result.output;
  const perField = new Map<string | null, Refusal>();
  for (const issue of result.issues) {
    const refusal = refusalOfIssue(issue);
    if (!perField.has(refusal.field)) perField.set(refusal.field, refusal);
  }
  const all = [...perField.values()];
  throw new InputRefusalError(refusalOfIssue(result.issues[0]), all);
}
