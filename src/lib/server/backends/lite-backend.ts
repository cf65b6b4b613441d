import { randomBytes } from 'node:crypto';
import { createClient } from '@supabase/supabase-js';
import { App, type Connection, type EmailDriver } from '@supabase/lite';
import type { Database } from '#lib/data/database.types.ts';
import { createClientCache } from './client-cache.ts';
import { logFailure, withQuietLogs } from './quiet-logs.ts';
import { deriveSecret } from './secret.ts';
import { createTokenMinter } from './tokens.ts';
import type { Backend, BackendKind, DataClient, SendMail } from './types.ts';

/** Never resolved: the client's fetch goes straight to the implementation in this process. */
const inProcessAddress = 'http://database.internal';

export interface LiteBackendOptions {
  kind: Exclude<BackendKind, 'supabase'>;
  connection: Connection;
  /** The installation's secret; the key of tokens is derived from it. */
  secret: string;
  sendMail: SendMail;
  /** Runs the work of one request apart from others, where the connection does not do so itself. */
  inRequest?: <Result>(work: () => Promise<Result>) => Promise<Result>;
  listen: Backend['listen'];
  check: Backend['check'];
  close: Backend['close'];
}

export interface LiteBackend extends Backend {
  /** Makes what Supabase has of itself: schema `auth` with its functions, and the migration history. */
  ensureSystemSchema(): Promise<void>;
  /**
   * Lets requests through. Before the first table with row-level security exists a single request switches that
   * security off for the life of the process, so this is called after the migrations and not sooner.
   */
  openForRequests(): void;
}

/** One line about an answer of 500 and above: status, code and path, never the query string or the message. */
async function logServerError(request: Request, response: Response): Promise<void> {
  let code = 'unknown';
  try {
    const body = (await response.clone().json()) as { code?: unknown };
    if (typeof body.code === 'string') code = body.code;
  } catch {
    // A body that is not JSON has no code; its text may hold values.
  }
  logFailure(`database: ${response.status} ${code} ${request.method} ${new URL(request.url).pathname}`);
}

/** The part that the embedded and the PostgreSQL backend share: supabase-js answered in this process. */
export function createLiteBackend(options: LiteBackendOptions): LiteBackend {
  const jwtSecret = deriveSecret(options.secret, 'jwt');
  // Keys of this process only: nothing outside it can reach the fetch they are for.
  const publishableKey = `sb_publishable_${randomBytes(16).toString('hex')}`;
  const secretKey = `sb_secret_${randomBytes(16).toString('hex')}`;
  const email: EmailDriver = { send: (mail) => options.sendMail(mail) };
  const app = new App({
    connection: options.connection,
    auth: {
      enabled: true,
      jwt_secret: jwtSecret,
      publishable_key: publishableKey,
      secret_key: secretKey,
      // As supabase/config.toml has it, and as the mail says: six digits, an hour. How often a code may be tried is limited
      // above this seam.
      email: { otp_length: 6, otp_expiry: 3600 }
    },
    options: { drivers: { email }, server: { admin: false, disableStudio: true } }
  });

  const inRequest = options.inRequest ?? (<Result>(work: () => Promise<Result>) => work());
  let isOpen = false;
  const answer: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    if (!isOpen) throw new Error('The database was asked something before it was ready.');
    const response = await withQuietLogs(() => inRequest(async () => app.fetch(request)));
    if (response.status >= 500) await logServerError(request, response);
    return response;
  };
  // There is no network in between whose failures would pass by themselves.
  const db = { schema: 'public', retry: false } as const;
  const withoutSession = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
  const client = createClientCache((token) =>
    createClient<Database>(inProcessAddress, publishableKey, {
      db,
      accessToken: async () => token,
      global: { fetch: answer }
    })
  );
  let systemClient: DataClient | undefined;

  return {
    kind: options.kind,
    client,
    system: () =>
      (systemClient ??= createClient<Database>(inProcessAddress, secretKey, {
        db,
        auth: withoutSession,
        global: { fetch: answer }
      })),
    auth: () =>
      createClient<Database>(inProcessAddress, publishableKey, {
        db,
        auth: withoutSession,
        global: { fetch: answer }
      }),
    mintToken: createTokenMinter({ algorithm: 'HS256', secret: jwtSecret }),
    listen: options.listen,
    check: options.check,
    close: options.close,
    ensureSystemSchema: () => withQuietLogs(() => app.ensureSystemSchema()),
    openForRequests: () => {
      isOpen = true;
    }
  };
}
