import { AsyncLocalStorage } from 'node:async_hooks';
import type { PGlite, Transaction } from '@electric-sql/pglite';

// PGlite is one session, and the lite implementation sends "BEGIN", the role, the statement and "COMMIT" of a request
// to it one by one, without keeping others out (measured with 0.10.0: of two requests of visitors at the same moment,
// one ran in the transaction, and with the role, of the other; its failure failed both). PGlite has what it takes: a
// transaction of its own keeps everybody else waiting. So the statements of a request are told apart by the asynchronous
// context they come from, and its "BEGIN" opens a transaction of PGlite.

interface OpenTransaction {
  readonly statements: Transaction;
  /** Ends it the one way or the other; resolves when it has ended. */
  end(how: 'commit' | 'rollback'): Promise<void>;
}

interface RequestState {
  open: OpenTransaction | null;
}

/** What is thrown to make PGlite roll back; it never leaves this module. */
const rollBack = Symbol('roll back');

async function begin(database: PGlite): Promise<OpenTransaction> {
  let finish: (how: 'commit' | 'rollback') => void = () => undefined;
  const ending = new Promise<'commit' | 'rollback'>((resolve) => {
    finish = resolve;
  });
  return new Promise((resolve, reject) => {
    const whole = database
      .transaction(async (statements) => {
        resolve({
          statements,
          end: (how) => {
            finish(how);
            return whole;
          }
        });
        if ((await ending) === 'rollback') throw rollBack;
      })
      .catch((error: unknown) => {
        if (error !== rollBack) throw error;
      });
    // Before it began nobody has its end to wait for.
    whole.catch(reject);
  });
}

/**
 * Makes a PGlite keep the transactions of requests apart.
 * @param database statements that it gets outside a request wait for the transactions of requests as well
 * @returns runs the work of one request; the statements of that work belong together
 */
export function separateRequests(database: PGlite): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const requests = new AsyncLocalStorage<RequestState>();
  const query = database.query.bind(database);
  const exec = database.exec.bind(database);
  const nothing = { rows: [], fields: [], affectedRows: 0 };

  async function end(state: RequestState, how: 'commit' | 'rollback'): Promise<void> {
    const { open } = state;
    state.open = null;
    await open?.end(how);
  }

  const separatedQuery = async (...parameters: Parameters<typeof query>) => {
    const state = requests.getStore();
    if (!state) return query(...parameters);
    const statement = parameters[0].trim().toUpperCase();
    if (statement === 'BEGIN' || statement.startsWith('BEGIN ')) {
      if (state.open) throw new Error('A request opened a transaction inside its transaction.');
      state.open = await begin(database);
      return nothing;
    }
    if (statement === 'COMMIT' || statement === 'ROLLBACK') {
      await end(state, statement === 'COMMIT' ? 'commit' : 'rollback');
      return nothing;
    }
    return state.open ? state.open.statements.query(...parameters) : query(...parameters);
  };
  database.query = separatedQuery as typeof database.query;
  database.exec = (...parameters) => {
    const state = requests.getStore();
    return state?.open ? state.open.statements.exec(...parameters) : exec(...parameters);
  };

  return async (work) => {
    const state: RequestState = { open: null };
    try {
      return await requests.run(state, work);
    } finally {
      // A transaction that its request left open would keep everybody out for ever.
      if (state.open) await end(state, 'rollback').catch(() => undefined);
    }
  };
}
