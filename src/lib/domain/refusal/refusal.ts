/** A no from the rules or the database, in a form every door can show: page, form or API. */
export interface Refusal {
  /** HTTP status: 401, 403, 404, 409, 413, 422, 429 or 503. */
  status: number;
  /** What the screens translate: the message `errors_<code>`. */
  code: string;
  /** The input it is about, when there is one. */
  field: string | null;
}

/** Thrown by the data layer; carries nothing but the refusal. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = 'RefusalError';
    this.refusal = refusal;
  }
}
