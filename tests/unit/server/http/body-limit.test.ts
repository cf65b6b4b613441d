import { afterEach, describe, expect, it } from 'vitest';
import { usualBodyLimit } from '../../../../src/lib/server/http/body-limit.ts';
import { sendRaw, startAppServer, type RunningServer } from '../../../support/http-server.ts';

let server: RunningServer;
let reached: number;
afterEach(() => server.stop(100));

/** Reads the body and tells its size and its declared length. */
const measure: Parameters<typeof startAppServer>[0] = (request, response) => {
  reached++;
  let size = 0;
  request.on('data', (chunk: Buffer) => (size += chunk.length));
  request.on('end', () => response.end(`${size} of ${request.headers['content-length']}`));
};

async function start(bodyLimits: { method: string; path: RegExp; bytes: number }[] = []): Promise<void> {
  reached = 0;
  server = await startAppServer(measure, { bodyLimits });
}

const send = (body: BodyInit, path = '/', headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/octet-stream', origin: server.url, ...headers },
    ...(body instanceof ReadableStream ? { duplex: 'half' } : {})
  } as RequestInit);

/** A body that does not say how long it is. */
const streamOf = (bytes: number) => {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      const size = Math.min(left, 64 * 1024);
      left -= size;
      if (size > 0) controller.enqueue(new Uint8Array(size));
      else controller.close();
    }
  });
};

describe('body of a request', () => {
  it('may be as large as the limit, whether it says its length or not', async () => {
    await start();
    expect(await (await send(new Uint8Array(usualBodyLimit))).text()).toBe(
      `${usualBodyLimit} of ${usualBodyLimit}`
    );
    expect(await (await send(streamOf(usualBodyLimit))).text()).toBe(
      `${usualBodyLimit} of ${usualBodyLimit}`
    );
    expect(await (await send(streamOf(0))).text()).toBe('0 of 0');
  });

  it('is refused with 413 and a sentence when it is larger, before the app sees it', async () => {
    await start();
    for (const body of [new Uint8Array(usualBodyLimit + 1), streamOf(usualBodyLimit + 1)]) {
      const answer = await send(body);
      expect(answer.status).toBe(413);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toEqual({
        status: 413,
        title: 'Dit is te groot',
        detail: expect.stringContaining('hooguit 12 MB') as string
      });
    }
    expect(reached).toBe(0);
  });

  it('is read to its end by a refusal, so that any client gets to read the answer', async () => {
    await start();
    const megabytes = 30;
    const head = `POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nContent-Length: ${megabytes * 1024 * 1024}\r\n\r\n`;
    // As browsers do: everything is sent before anything is read; and then the connection serves another request.
    const part = Buffer.alloc(1024 * 1024);
    const after = 'GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n';
    const answers = await sendRaw(server.port, [head, ...Array<Buffer>(megabytes).fill(part), after]);
    expect(answers.status).toBe(413);
    expect(answers.headers.get('connection')).toBe('keep-alive');
    expect(answers.body).toContain('hooguit 12 MB');
    expect(answers.body).toContain('HTTP/1.1 200 OK');
    for (let round = 0; round < 10; round++) {
      const answer = await send(Buffer.alloc(megabytes * 1024 * 1024));
      expect(answer.status).toBe(413);
      expect(await answer.json()).toMatchObject({ detail: expect.stringContaining('12 MB') as string });
    }
    expect(reached).toBe(1);
  });

  it('is refused as a page for a browser, and as a result for a form that is sent by script', async () => {
    await start();
    const large = new Uint8Array(usualBodyLimit + 1);
    const page = await send(large, '/otterlo', { accept: 'text/html', 'accept-language': 'en-GB,en;q=0.9' });
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await page.text()).toContain('at most 12 MB');
    const result = await send(large, '/otterlo', {
      accept: 'application/json',
      'x-sveltekit-action': 'true'
    });
    expect(await result.json()).toMatchObject({ type: 'error', status: 413 });
  });

  it('has a limit of its own where one was given', async () => {
    await start([{ method: 'POST', path: /^\/[a-z-]+\/admin\/import$/, bytes: 1024 }]);
    expect((await send(new Uint8Array(1025), '/otterlo/admin/import?dry')).status).toBe(413);
    expect((await send(new Uint8Array(1024), '/otterlo/admin/import')).status).toBe(200);
    expect((await send(new Uint8Array(1025), '/otterlo/admin')).status).toBe(200);
  });

  it('is not asked for when its sender asks first and it is too large', async () => {
    await start();
    const head = (length: number) =>
      `POST / HTTP/1.1\r\nHost: localhost\r\nOrigin: http://localhost\r\nConnection: close\r\nExpect: 100-continue\r\nContent-Length: ${length}\r\n\r\n`;
    const refused = await sendRaw(server.port, head(usualBodyLimit + 1));
    expect(refused.status).toBe(413);
    const accepted = await sendRaw(server.port, [head(3), 'abc']);
    expect(accepted.status).toBe(100);
    expect(accepted.body).toContain('HTTP/1.1 200 OK');
  });
});
