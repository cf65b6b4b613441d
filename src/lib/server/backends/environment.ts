import { resolve } from 'node:path';
import { StartError } from './start-error.ts';
import { isLongEnough } from './secret.ts';
import type { BackendKind } from './types.ts';

type Variables = Record<string, string | undefined>;

interface Common {
  readonly kind: BackendKind;
  /** Demo wijk and one-click sign-in as each person of the demo story; embedded only. */
  readonly isDemo: boolean;
}

export interface EmbeddedEnvironment extends Common {
  readonly kind: 'embedded';
  /** Absolute path of the data folder. */
  readonly dataFolder: string;
  /** From SAMENSPEL_SECRET; null means that the data folder keeps one. */
  readonly secret: string | null;
}

export interface PostgresEnvironment extends Common {
  readonly kind: 'postgres';
  readonly databaseUrl: string;
  readonly secret: string;
  /** Connections of the pool, one more listens. */
  readonly poolSize: number;
}

export interface SupabaseEnvironment extends Common {
  readonly kind: 'supabase';
  readonly url: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  readonly secret: string;
  /** How tokens are signed: an imported ES256 key (JWK), or the legacy shared secret. */
  readonly signing: { readonly jwk: JsonWebKey & { kid?: string } } | { readonly sharedSecret: string };
}

export type Environment = EmbeddedEnvironment | PostgresEnvironment | SupabaseEnvironment;

const on = new Set(['1', 'true', 'yes', 'on']);
const off = new Set(['', '0', 'false', 'no', 'off']);

function flag(variables: Variables, name: string): boolean {
  const value = (variables[name] ?? '').trim().toLowerCase();
  if (on.has(value)) return true;
  if (off.has(value)) return false;
  throw new StartError(`${name} is "${variables[name]}": write 1 or 0.`);
}

function required(variables: Variables, name: string, why: string): string {
  const value = variables[name]?.trim();
  if (!value) throw new StartError(`${name} is not set: ${why}.`);
  return value;
}

function sharedSecret(variables: Variables): string {
  const secret = required(
    variables,
    'SAMENSPEL_SECRET',
    'every process of this installation needs the same secret of at least 32 characters'
  );
  if (!isLongEnough(secret))
    throw new StartError('SAMENSPEL_SECRET is too short: use at least 32 characters.');
  return secret;
}

function signing(variables: Variables): SupabaseEnvironment['signing'] {
  const text = variables.SUPABASE_JWT_SIGNING_KEY?.trim();
  if (text) {
    let jwk: JsonWebKey & { kid?: string };
    try {
      // The Supabase command line writes one key, or a list with the newest first.
      const parsed: unknown = JSON.parse(text);
      jwk = (Array.isArray(parsed) ? parsed[0] : parsed) as typeof jwk;
    } catch {
      throw new StartError('SUPABASE_JWT_SIGNING_KEY is not a JSON Web Key.');
    }
    if (jwk?.kty !== 'EC' || jwk.crv !== 'P-256' || !jwk.d)
      throw new StartError(
        'SUPABASE_JWT_SIGNING_KEY must be a private ES256 key (kty EC, crv P-256, with d).'
      );
    return { jwk };
  }
  const secret = required(
    variables,
    'SUPABASE_JWT_SECRET',
    'tokens for participants are signed with it or with SUPABASE_JWT_SIGNING_KEY'
  );
  return { sharedSecret: secret };
}

/**
 * Chooses the backend: SUPABASE_URL, else DATABASE_URL, else embedded.
 * @throws StartError naming the variable that is missing or wrong
 */
export function readEnvironment(variables: Variables): Environment {
  const isDemo = flag(variables, 'SAMENSPEL_DEMO');
  const databaseUrl = variables.DATABASE_URL?.trim();
  const supabaseUrl = variables.SUPABASE_URL?.trim();
  if (databaseUrl && supabaseUrl)
    throw new StartError('Both SUPABASE_URL and DATABASE_URL are set: choose one of them.');
  if (isDemo && (databaseUrl || supabaseUrl))
    throw new StartError(
      `SAMENSPEL_DEMO lets everybody sign in as anybody, so it is refused with ${supabaseUrl ? 'SUPABASE_URL' : 'DATABASE_URL'}: leave it out, or set it to 0.`
    );
  if (supabaseUrl) {
    if (!URL.canParse(supabaseUrl)) throw new StartError('SUPABASE_URL is not an address.');
    return {
      kind: 'supabase',
      isDemo,
      url: supabaseUrl.replace(/\/+$/, ''),
      publishableKey: required(variables, 'SUPABASE_PUBLISHABLE_KEY', 'requests of visitors carry it'),
      secretKey: required(variables, 'SUPABASE_SECRET_KEY', 'jobs, mail and the live feed use it'),
      secret: sharedSecret(variables),
      signing: signing(variables)
    };
  }
  if (databaseUrl) {
    if (!/^postgres(ql)?:\/\//.test(databaseUrl))
      throw new StartError('DATABASE_URL must begin with postgres:// or postgresql://.');
    const poolSize = Number(variables.DATABASE_POOL_SIZE ?? '10');
    if (!Number.isInteger(poolSize) || poolSize < 2)
      throw new StartError('DATABASE_POOL_SIZE must be a whole number of at least 2.');
    return { kind: 'postgres', isDemo, databaseUrl, secret: sharedSecret(variables), poolSize };
  }
  const secret = variables.SAMENSPEL_SECRET?.trim() ? sharedSecret(variables) : null;
  return {
    kind: 'embedded',
    isDemo,
    dataFolder: resolve(variables.SAMENSPEL_DATA?.trim() || './data'),
    secret
  };
}
