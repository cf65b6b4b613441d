import { createClient } from '@supabase/supabase-js';
import type { Database } from '#lib/data/database.types.ts';
import { createClientCache } from './client-cache.ts';
import type { SupabaseEnvironment } from './environment.ts';
import { testProtection } from './self-test.ts';
import { isStartError, reasonOf, StartError } from './start-error.ts';
import { createTokenMinter } from './tokens.ts';
import type { Backend, DataClient, Progress } from './types.ts';

export type SupabaseOptions = Pick<
  SupabaseEnvironment,
  'url' | 'publishableKey' | 'secretKey' | 'signing'
> & {
  progress: Progress;
};

/** Why a reachable Supabase answered the health question with a refusal. */
async function checkAnswer(system: DataClient): Promise<void> {
  const { error } = await system
    .from('canaries')
    .select('id', { head: true, count: 'exact' })
    .retry(false)
    .abortSignal(AbortSignal.timeout(3_000));
  if (error) throw new Error(error.message || error.code || 'Supabase did not answer');
}

/**
 * Connects to a hosted or self-hosted Supabase. Its migrations are run with Supabase's own command line
 * (`supabase db push`), not from here; the self-test is the same.
 * @throws StartError with one sentence when it cannot be reached or must not be served
 */
export async function openSupabase(options: SupabaseOptions): Promise<Backend> {
  const { url, publishableKey, secretKey, signing, progress } = options;
  const withoutSession = { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false };
  const system = createClient<Database>(url, secretKey, { auth: withoutSession });
  const hints = new Set<() => void>();
  let subscription: Promise<void> | undefined;

  /** One Realtime subscription per process, however many listen: every change is a row in `changes`. */
  const subscribe = () =>
    (subscription ??= new Promise<void>((resolve, reject) => {
      const everybody = () => hints.forEach((hint) => hint());
      system
        .channel('samenspel-changes')
        .on('postgres_changes', { event: 'INSERT', schema: 'public', table: 'changes' }, everybody)
        .subscribe((status, error) => {
          if (status === 'SUBSCRIBED') {
            resolve();
            everybody();
          } else {
            // Only the first try can fail the caller; later ones are retried by the client itself.
            reject(error ?? new Error(`Realtime answered ${status}.`));
          }
        });
    }).catch((error: unknown) => {
      subscription = undefined;
      throw error;
    }));

  const backend: Backend = {
    kind: 'supabase',
    client: createClientCache((token) =>
      createClient<Database>(url, publishableKey, { accessToken: async () => token })
    ),
    system: () => system,
    auth: () => createClient<Database>(url, publishableKey, { auth: withoutSession }),
    mintToken: createTokenMinter(
      'jwk' in signing
        ? { algorithm: 'ES256', jwk: signing.jwk }
        : { algorithm: 'HS256', secret: signing.sharedSecret },
      `${url}/auth/v1`
    ),
    listen: async (_channel, onHint) => {
      hints.add(onHint);
      await subscribe();
      return async () => {
        hints.delete(onHint);
      };
    },
    check: () => checkAnswer(system),
    close: async () => {
      hints.clear();
      await system.removeAllChannels();
      await system.realtime.disconnect();
    }
  };

  progress(`Connecting to Supabase at ${new URL(url).host}.`);
  try {
    await testProtection(backend);
    return backend;
  } catch (error) {
    await backend.close();
    if (isStartError(error))
      throw new StartError(`${error.message} Have its migrations run (supabase db push)?`);
    throw new StartError(
      `Supabase at ${new URL(url).host} cannot be used (${reasonOf(error)}): look at SUPABASE_URL and its keys.`
    );
  }
}
