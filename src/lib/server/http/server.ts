import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { drain, limitFor, withinLimit, type BodyLimit } from './body-limit.ts';
import { compress } from './compression.ts';
import type { HttpConfig } from './config.ts';
import { isCrossSite } from './cross-site.ts';
import { refuse, type Refusal } from './refusal.ts';
import { crossSite, tooLarge, unknownHost } from './refusals.ts';
import { addressOf } from './request-address.ts';
import { beforeHead } from './response-hooks.ts';
import { setSecurityHeaders } from './security-headers.ts';

/** The handler of adapter-node, or anything shaped like it. */
export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

export interface ServerOptions {
  handler: Handler;
  config: Pick<HttpConfig, 'origin' | 'trustedProxies'>;
  bodyLimits?: readonly BodyLimit[];
}

export interface AppServer {
  readonly server: Server;
  /**
   * Takes no more requests, ends event streams, lets the others finish and cuts off what is left after the time.
   * @param milliseconds at most this long
   */
  stop(milliseconds: number): Promise<void>;
}

/**
 * How long a connection waits for its next request. Proxies keep theirs for 60 seconds (nginx, most balancers): whoever
 * is the first to close one may cut off a request that was just sent on it, so that must not be us.
 */
const keepAliveMilliseconds = 72_000;

/** Our names for what we found out about a request; the adapter is told to believe these, and clients cannot set them. */
export const addressHeaders = {
  protocol: 'x-samenspel-protocol',
  host: 'x-samenspel-host',
  client: 'x-samenspel-client'
} as const;

/** The server round the app: who may ask, how much they may send, and how the answer travels. */
export function createAppServer({ handler, config, bodyLimits = [] }: ServerOptions): AppServer {
  const eventStreams = new Set<ServerResponse>();
  let isStopping = false;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (isStopping) response.setHeader('connection', 'close');
    // A connection that is kept alive would hold up the stop until its time is over.
    response.on('close', () => isStopping && server.closeIdleConnections());
    const address = addressOf(request, config);
    setSecurityHeaders(response, address?.protocol === 'https');
    const no = (refusal: Refusal) => {
      // Before the answer: a connection that is closed while its sender still talks takes the answer with it.
      drain(request);
      refuse(request, response, refusal);
    };
    if (!address) return no(unknownHost(request.headers.host ?? ''));
    if (isCrossSite(request, address, config.origin)) return no(crossSite);
    const limit = limitFor(request, bodyLimits);
    const verdict = await withinLimit(request, limit);
    if (verdict.isTooLarge) return no(tooLarge(limit));
    const checked = verdict.request;
    checked.headers[addressHeaders.protocol] = address.protocol;
    checked.headers[addressHeaders.host] = address.host;
    checked.headers[addressHeaders.client] = address.client;
    beforeHead(response, () => {
      if (!/^text\/event-stream/i.test(String(response.getHeader('content-type') ?? ''))) return;
      eventStreams.add(response);
      response.on('close', () => eventStreams.delete(response));
      if (isStopping) response.end();
    });
    compress(request, response);
    await handler(checked, response, () => response.writeHead(404).end());
  }

  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    answer(request, response).catch(() => {
      // The sender went away, or the app failed outside its own error page: nothing useful can be said any more.
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    });
  };
  const server = createServer(
    // The time for the head of a request counts from the end of the one before.
    { keepAliveTimeout: keepAliveMilliseconds, headersTimeout: keepAliveMilliseconds + 8_000 },
    onRequest
  );
  // A program that asks first whether it may send (curl with a large file) hears the refusal instead of sending.
  server.on('checkContinue', (request: IncomingMessage, response: ServerResponse) => {
    const isWelcome = Number(request.headers['content-length'] ?? '0') <= limitFor(request, bodyLimits);
    if (isWelcome) response.writeContinue();
    // Its body will not come, and nothing else can be told apart from it on this connection.
    else response.setHeader('connection', 'close');
    onRequest(request, response);
  });

  return {
    server,
    stop: (milliseconds) =>
      new Promise((resolve) => {
        isStopping = true;
        const cutOff = setTimeout(() => server.closeAllConnections(), milliseconds);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        for (const stream of eventStreams) stream.end();
        server.closeIdleConnections();
      })
  };
}
