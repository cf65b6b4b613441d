/** What a page gets back from one of its forms: what was typed and what is wrong with it, or what was done. */
export interface FormAnswer {
  /** Which form of the page it was. */
  action: string;
  done: string | null;
  values: Record<string, string | string[]>;
  errors: readonly { field: string | null; code: string; message: string }[];
  /** The session ended meanwhile: signing in elsewhere and sending again helps. */
  signIn: boolean;
}

export type MaybeAnswer = FormAnswer | null | undefined;

/** The properties of a field of a form: spread them on `TextField`, `TextArea`, `Select` or `Choice`. */
export interface FieldProperties {
  id: string;
  name: string;
  value: string;
  error: string | null;
}

/** The answer when it is of this form. */
export function answerTo(answer: MaybeAnswer, action: string): FormAnswer | null {
  return answer?.action === action ? answer : null;
}

/** What was typed in a field that may be there more than once. */
export function typedList(answer: MaybeAnswer, name: string): string[] {
  const value = answer?.values[name];
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** What was typed in a field. */
export function typedText(answer: MaybeAnswer, name: string, otherwise = ''): string {
  return typedList(answer, name)[0] ?? otherwise;
}

/** What stands in the fields that somebody can fill in, files left out: hidden fields are the server's. */
export function typedNow(element: HTMLFormElement): FormAnswer['values'] {
  const form = new FormData(element);
  for (const hidden of element.querySelectorAll<HTMLInputElement>('input[type="hidden"]'))
    form.delete(hidden.name);
  const values: FormAnswer['values'] = {};
  for (const name of new Set(form.keys())) {
    const texts = form.getAll(name).filter((value) => typeof value === 'string');
    const [first, ...more] = texts;
    if (first !== undefined) values[name] = more.length > 0 ? texts : first;
  }
  return values;
}

/** The sentence beside a field. */
export function mistakeIn(answer: MaybeAnswer, name: string): string | null {
  return answer?.errors.find((error) => error.field === name)?.message ?? null;
}
