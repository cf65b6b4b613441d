import { randomBytes } from 'node:crypto';
import pino, { type DestinationStream } from 'pino';

/** What may be written down of a request: never its query, its body or who sent it. */
export interface ReportedRequest {
  method: string;
  /** The route's pattern (`/[wijk]/ideas/[id]`), not the address that was asked. */
  route: string | null;
  status: number;
}

const referenceLetters = '23456789BCDFGHJKMNPQRSTVWXYZ';

/** Six letters and digits that cannot be taken for one another when they are read out over the telephone. */
function newReference(): string {
  return [...randomBytes(6)].map((byte) => referenceLetters[byte % referenceLetters.length]).join('');
}

/** Where an error came from. Its message is left out: it may quote what somebody wrote. */
function placesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12);
}

/** The message of our own errors, which are written to hold codes only. */
const ownErrors = new Set(['DatabaseError', 'MailError', 'StartError']);

/**
 * Writes an unexpected error to the log, without anything personal.
 * @returns the reference under which it stands there
 */
export type ReportError = (error: unknown, request: ReportedRequest) => string;

/** A reporter that writes JSON lines. */
export function createReporter(destination: DestinationStream): ReportError {
  const logger = pino(
    { name: 'samenspel', base: undefined, timestamp: pino.stdTimeFunctions.isoTime },
    destination
  );
  return (error, request) => {
    const reference = newReference();
    const name = error instanceof Error ? error.name : typeof error;
    const code = (error as { code?: unknown } | null)?.code;
    logger.error({
      reference,
      ...request,
      error: name,
      code: typeof code === 'string' || typeof code === 'number' ? code : undefined,
      reason: error instanceof Error && ownErrors.has(name) ? error.message : undefined,
      places: placesOf(error)
    });
    return reference;
  };
}

// At once: what is written just before a crash must be there too.
export const reportError = createReporter(pino.destination({ dest: 2, sync: true }));
