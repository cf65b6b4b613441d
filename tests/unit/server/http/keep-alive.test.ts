import { afterEach, expect, it } from 'vitest';
import { startAppServer, type RunningServer } from '../../../support/http-server.ts';

let server: RunningServer;
afterEach(() => server.stop(100));

/** nginx keeps an idle connection to us for 60 seconds unless told otherwise, and so do the balancers of the clouds. */
const secondsOfProxies = 60;

it('keeps an idle connection longer than a proxy does, so that the proxy is the first to close it', async () => {
  server = await startAppServer((_, response) => response.end('ok'));
  const answer = await fetch(server.url);
  const [, seconds] = /timeout=(\d+)/.exec(answer.headers.get('keep-alive') ?? '') ?? [];
  expect(Number(seconds)).toBeGreaterThan(secondsOfProxies);
  // Counted from the same moment: a shorter one would close the connection while it may still be used.
  expect(server.server.headersTimeout).toBeGreaterThan(server.server.keepAliveTimeout);
});
