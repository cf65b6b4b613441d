import { StartError } from '#lib/server/backends/start-error.ts';

export interface HttpConfig {
  readonly host: string;
  /** 0 asks the system for a free one. */
  readonly port: number;
  /** The address the world knows this installation by, when it was told. */
  readonly origin: URL | null;
  /** How many proxies in front may be believed; 0 believes no forwarded header. */
  readonly trustedProxies: number;
  /** Sentences for the person at the terminal. */
  readonly warnings: readonly string[];
}

type Variables = Record<string, string | undefined>;

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function readPort(text: string | undefined): number {
  const port = Number(text?.trim() || '3000');
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new StartError(`PORT is "${text}": it must be a whole number from 0 to 65535.`);
  return port;
}

function readOrigin(text: string | undefined): URL | null {
  if (!text?.trim()) return null;
  const origin = URL.canParse(text.trim()) ? new URL(text.trim()) : null;
  if (!origin || !/^https?:$/.test(origin.protocol) || (origin.pathname !== '/' && origin.pathname !== ''))
    throw new StartError(`ORIGIN is "${text}": it must look like https://samenspel.example.org.`);
  return origin;
}

function readTrustedProxies(text: string | undefined): number {
  const word = text?.trim().toLowerCase() ?? '';
  if (['', '0', 'false', 'no', 'off'].includes(word)) return 0;
  if (['true', 'yes', 'on'].includes(word)) return 1;
  const count = Number(word);
  if (!Number.isInteger(count) || count < 0 || count > 10)
    throw new StartError(`TRUST_PROXY is "${text}": write how many proxies stand in front, usually 1.`);
  return count;
}

/**
 * How the server listens, from the environment.
 * @param isDemo in a demo everybody may sign in as anybody, so it listens to this machine only unless told otherwise
 * @throws StartError naming the variable that is wrong
 */
export function readHttpConfig(variables: Variables, isDemo: boolean): HttpConfig {
  const wantedHost = variables.HOST?.trim();
  const host = wantedHost || (isDemo ? '127.0.0.1' : '0.0.0.0');
  const warnings: string[] = [];
  if (isDemo && !isLoopback(host))
    warnings.push(
      `Warning: this is a demo and HOST is ${host}: everybody who can reach this machine can sign in as any of its people.`
    );
  if (variables.SAMENSPEL_RATE_LIMITS?.trim().toLowerCase() === 'off' && !isLoopback(host))
    throw new StartError(
      `SAMENSPEL_RATE_LIMITS=off is for load tests on this machine only, and HOST is ${host}: set HOST to 127.0.0.1 or leave the limits on.`
    );
  return {
    host,
    port: readPort(variables.PORT),
    origin: readOrigin(variables.ORIGIN),
    trustedProxies: readTrustedProxies(variables.TRUST_PROXY),
    warnings
  };
}
