import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import type { HttpConfig } from './config.ts';

/** How a request reached us, after everything that a client could have made up is left out. */
export interface RequestAddress {
  readonly protocol: 'http' | 'https';
  /** Host and port as the visitor's address bar has them. */
  readonly host: string;
  /** The visitor's own address. */
  readonly client: string;
}

type AddressConfig = Pick<HttpConfig, 'origin' | 'trustedProxies'>;

const alwaysKnown = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The name or number in a Host header, without its port; null when it is not one. */
function hostNameOf(host: string): string | null {
  if (!/^[a-z0-9.\-_[\]:]+$/i.test(host)) return null;
  const address = `http://${host}`;
  return URL.canParse(address) ? new URL(address).hostname : null;
}

/** Asked again for every unknown name, because a laptop joins another network while the server runs. */
function isOwnNumber(hostName: string): boolean {
  return Object.values(networkInterfaces()).some((addresses) =>
    addresses?.some(({ address, family }) =>
      family === 'IPv6' ? hostName === `[${address.replace(/%.*$/, '')}]` : hostName === address
    )
  );
}

/** The value that the outermost trusted proxy added: counted from the right, as clients can only add at the left. */
function forwarded(headers: IncomingHttpHeaders, name: string, trustedProxies: number): string | undefined {
  const values = [headers[name]].flat().join(',').split(',');
  return values.at(-Math.min(trustedProxies, values.length))?.trim() || undefined;
}

/**
 * Protocol, host and client of a request. Forwarded headers count only when proxies are trusted; a host that is not
 * ours (DNS rebinding, a poisoned link in a mail) gives null.
 */
export function addressOf(
  request: IncomingMessage,
  { origin, trustedProxies }: AddressConfig
): RequestAddress | null {
  const { headers, socket } = request;
  const forwardedHost =
    trustedProxies > 0 ? forwarded(headers, 'x-forwarded-host', trustedProxies) : undefined;
  const host = (forwardedHost ?? headers.host ?? '').toLowerCase();
  const hostName = hostNameOf(host);
  if (hostName === null) return null;
  const isOrigin =
    origin !== null && (host === origin.host || (hostName === origin.hostname && trustedProxies > 0));
  // Without ORIGIN a trusted proxy decides which names reach us; with it, only that name and this machine's own do.
  const isProxys = forwardedHost !== undefined && origin === null;
  if (
    !isOrigin &&
    !isProxys &&
    hostName !== origin?.hostname &&
    !alwaysKnown.has(hostName) &&
    !isOwnNumber(hostName)
  )
    return null;

  const forwardedProtocol =
    trustedProxies > 0 ? forwarded(headers, 'x-forwarded-proto', trustedProxies) : undefined;
  const ownProtocol = isOrigin ? origin.protocol.slice(0, -1) : 'http';
  const forwardedClient =
    trustedProxies > 0 ? forwarded(headers, 'x-forwarded-for', trustedProxies) : undefined;
  return {
    protocol: (forwardedProtocol ?? ownProtocol) === 'https' ? 'https' : 'http',
    host: isOrigin ? origin.host : host,
    client: (forwardedClient ?? socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  };
}
