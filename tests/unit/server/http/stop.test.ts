import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { describe, expect, it } from 'vitest';
import { startAppServer } from '../../../support/http-server.ts';

const open = async (url: string) =>
  (await once(get(url, { agent: false }), 'response'))[0] as IncomingMessage;

describe('stopping', () => {
  it('ends event streams at once, each with a whole last chunk', async () => {
    let isCancelled = false;
    const server = await startAppServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('id: 1\ndata: {}\n\n');
      response.on('close', () => (isCancelled = true));
    });
    const streams = await Promise.all(Array.from({ length: 20 }, () => open(server.url)));
    const ended = streams.map((stream) => {
      stream.resume();
      return once(stream, 'end');
    });
    // Far longer than the test may take: what ends here was not cut off.
    await server.stop(600_000);
    await Promise.all(ended);
    expect(streams.every((stream) => stream.complete)).toBe(true);
    expect(isCancelled).toBe(true);
  });

  it('lets a request that is being answered finish, and takes no new one', async () => {
    let finish: (() => void) | undefined;
    const server = await startAppServer((_, response) => {
      finish = () => response.end('whole');
      response.writeHead(200);
      response.flushHeaders();
    });
    const answer = await open(server.url);
    const stopped = server.stop(600_000);
    await expect(fetch(server.url)).rejects.toThrow();
    finish?.();
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toBe('whole');
    await stopped;
  });

  it('cuts off what does not finish in time', async () => {
    const server = await startAppServer((_, response) => {
      response.writeHead(200);
      response.flushHeaders();
    });
    const answer = await open(server.url);
    const cut = once(answer, 'error');
    await server.stop(50);
    await cut;
  });
});
