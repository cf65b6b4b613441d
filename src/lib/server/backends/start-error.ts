/** A reason not to start that a person can do something about. Its message is one English sentence for the terminal. */
export class StartError extends Error {
  // The built app and the server round it each carry a copy of this class: they recognise it by name.
  override readonly name = 'StartError';
}

/** Whether an error of any copy of this module is a StartError. */
export function isStartError(error: unknown): error is StartError {
  return error instanceof Error && error.name === 'StartError';
}

/** The message of anything thrown, for a sentence. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
