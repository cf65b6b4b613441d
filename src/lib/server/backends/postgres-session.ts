import postgres from 'postgres';

// postgres.js keeps a pool of its own and hands out connections by `reserve`. Measured with 3.4.9, when the database
// goes away: a statement on a reserved connection that was closed in between ends the process (it writes to a socket
// that is null), releasing such a connection puts it back among the open ones, and a reservation that was refused keeps
// a connection for ever once the database is back. So each session here is a client of its own with one connection, and
// is thrown away as soon as anything happens to it.

/** Options of postgres.js as it has read them. */
export type SessionOptions = postgres.ParsedOptions<Record<string, postgres.PostgresType>>;

export type Rows = postgres.RowList<postgres.Row[]>;

/** One connection. It connects at its first statement, and is not used again after it was lost. */
export interface Session {
  readonly isLost: boolean;
  /** @throws PostgresError; an error with code `CONNECTION_…`, `ECONN…` or 57P01 when the connection was lost */
  unsafe(statement: string, parameters?: unknown[]): Promise<Rows>;
  /** Ends it after at most two seconds. Safe to call twice. */
  end(): Promise<void>;
}

export interface SessionEvents {
  /** Called once, when the connection is gone for whatever reason. */
  onLost?: () => void;
  onNotify?: (payload: string) => void;
}

/** The connection went away; the words are those that postgres.js itself uses. */
class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';
  readonly code = 'CONNECTION_CLOSED';

  constructor() {
    super('CONNECTION_CLOSED: the connection to the database was lost');
  }
}

/** Whether a statement was refused by a server that goes on listening; anything else leaves the session in doubt. */
function isRefusal(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === 'ERROR';
}

function connectAlone(options: object): postgres.Sql {
  return postgres({ ...options, max: 1 } as postgres.Options<Record<string, postgres.PostgresType>>);
}

/** Teaches these options which types are arrays; call it once, before a session is opened with them. */
export async function readArrayTypes(options: SessionOptions): Promise<void> {
  // Its connection reads the types before anything else, into the parsers that the options share.
  const sql = connectAlone(options);
  try {
    await sql.unsafe('select 1');
  } finally {
    await sql.end({ timeout: 2 });
  }
}

export function openSession(options: SessionOptions, { onLost, onNotify }: SessionEvents = {}): Session {
  const waiting = new Set<(reason: unknown) => void>();
  let loss: unknown;

  const lose = (reason: unknown) => {
    if (loss) return;
    loss = reason;
    // postgres.js forgets a statement that is sent between the error of a socket and its end.
    for (const reject of waiting) reject(reason);
    waiting.clear();
    void sql.end({ timeout: 0 }).catch(() => undefined);
    onLost?.();
  };
  const sql = connectAlone({
    ...options,
    fetch_types: false,
    // Would end the connection in the middle of a transaction; the pool sees to the age of its sessions.
    max_lifetime: null,
    idle_timeout: null,
    onclose: () => lose(new ConnectionLostError()),
    onnotify: (_channel: string, payload: string) => onNotify?.(payload)
  });

  return {
    get isLost() {
      return loss !== undefined;
    },
    unsafe: (statement, parameters = []) =>
      new Promise<Rows>((resolve, reject) => {
        if (loss) return reject(loss);
        waiting.add(reject);
        sql
          .unsafe(statement, parameters as postgres.ParameterOrJSON<never>[])
          .then(resolve, (error: unknown) => {
            reject(error);
            if (!isRefusal(error)) lose(error);
          })
          .finally(() => waiting.delete(reject));
      }),
    end: () => sql.end({ timeout: 2 })
  };
}
