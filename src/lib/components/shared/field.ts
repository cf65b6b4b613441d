/** The value of `aria-describedby` from the ids that are really on the page; `undefined` when there is none. */
export function describedBy(...ids: (string | false | null | undefined | '')[]): string | undefined {
  const present = ids.filter(Boolean);
  return present.length > 0 ? present.join(' ') : undefined;
}

/** Letters as the server and PostgreSQL count them (code points), so that what fits here fits there. */
export function countLetters(text: string): number {
  return [...text].length;
}

/** One answer of a choice. */
export interface ChoiceOption {
  value: string;
  label: string;
  /** A second line that says what choosing it means. */
  help?: string;
  icon?: import('lucide').IconNode;
  disabled?: boolean;
}

/** A mistake in a form; `field` is the id of the control it belongs to. */
export interface FieldMistake {
  field?: string;
  message: string;
}
