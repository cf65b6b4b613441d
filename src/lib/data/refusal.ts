import { RefusalError, type Refusal } from '#lib/domain/refusal/refusal.ts';

/** The error part of an answer of the data API (PostgREST). */
export interface DatabaseError {
  message: string;
  code: string;
  details: string | null;
  hint: string | null;
}

const code = /^[a-z]\w*$/i;

/** Triggers refuse without knowing what the input was called. */
const fieldOfCode: Partial<Record<string, string>> = {
  location_outside: 'location',
  location_malformed: 'location',
  theme_unknown: 'theme',
  neighbourhood_unknown: 'wijk'
};

/** Our functions say the field in `detail`, as JSON; PostgreSQL's own details are sentences. */
function fieldOf(details: string | null): string | null {
  if (!details?.startsWith('{')) return null;
  try {
    const { field } = JSON.parse(details) as { field?: unknown };
    return typeof field === 'string' ? field : null;
  } catch {
    return null;
  }
}

function refusalError(refusal: Refusal, cause: unknown): RefusalError {
  const error = new RefusalError(refusal);
  error.cause = cause;
  return error;
}

// Connection trouble in PostgreSQL (class 08, 57P0x, 53300), in PostgREST (PGRST000 to 003) and in drivers. PGRST202
// is a function that cannot be found: ours are all there, unless the database that was asked about them is not.
const awayCode =
  /^(08\w{3}|57P0[1-5]|57014|53\w{3}|PGRST00[0-3]|PGRST20[25]|ECONN\w+|ETIMEDOUT|ENOTFOUND|CONNECT\w*|CONNECTION_\w+)$/;
/** Drivers say it in words only, as the message of whatever they could not finish. */
const awayWords =
  /\b(E(CONNRESET|CONNREFUSED|PIPE|TIMEDOUT|HOSTUNREACH)|CONNECT(ION)?_[A-Z]+|terminating connection|the database system is)\b/;
const sessionCode = /^PGRST30[0-3]$/;
/** A value of the wrong form for its type: text that cannot be text, a date that is none, a number too large. */
const malformedCode = /^22\w{3}$/;

function refusalFor({ message, code: sqlState, details, hint }: DatabaseError, status: number): Refusal {
  const raised = /^PT(\d{3})$/.exec(sqlState);
  if (raised) {
    // Functions name what is missing by its field (`asksWhom_missing`); keys of messages have no capitals.
    const named =
      hint && code.test(hint) ? hint.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) : 'unexpected';
    return { status: Number(raised[1]), code: named, field: fieldOf(details) ?? fieldOfCode[named] ?? null };
  }
  if (sqlState === '42501')
    return status === 401
      ? { status: 401, code: 'not_signed_in', field: null }
      : { status: 403, code: 'not_allowed', field: null };
  // The embedded backend answers constraints with a code of its own; PostgreSQL's sentence says which kind it was.
  if (sqlState === '23505' || /violates unique constraint/.test(message))
    return { status: 409, code: 'already_exists', field: null };
  if (sqlState === '23P01' || /violates exclusion constraint/.test(message))
    return { status: 409, code: 'place_held', field: null };
  if (sqlState === '23514' || sqlState === '23502' || /violates (check|not-null) constraint/.test(message))
    return { status: 422, code: 'input_malformed', field: null };
  if (sqlState === '23503' || /violates foreign key constraint/.test(message))
    return { status: 404, code: 'not_found', field: null };
  if (malformedCode.test(sqlState)) return { status: 422, code: 'input_malformed', field: null };
  if (sessionCode.test(sqlState)) return { status: 401, code: 'session_over', field: null };
  if (sqlState === '40001' || sqlState === '40P01') return { status: 409, code: 'busy', field: null };
  if (
    awayCode.test(sqlState) ||
    awayWords.test(message) ||
    status === 0 ||
    status === 502 ||
    status === 503 ||
    status === 504
  )
    return { status: 503, code: 'database_away', field: null };
  return { status: 500, code: 'unexpected', field: null };
}

/**
 * An error of the data API as a refusal: `PTxyz` raised by our functions is status xyz with the hint as its code;
 * constraints, permissions and connections have codes of their own.
 * @param status the HTTP status of the answer; 0 when there was none
 */
export function answerRefusal(error: DatabaseError, status: number): RefusalError {
  return refusalError(refusalFor(error, status), error);
}

/** The refusal for a question that got no answer at all. */
export function awayRefusal(cause: unknown): RefusalError {
  return refusalError({ status: 503, code: 'database_away', field: null }, cause);
}
