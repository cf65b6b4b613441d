import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { brotliDecompressSync, createBrotliDecompress, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseEncoding } from '../../../../src/lib/server/http/compression.ts';
import { startAppServer, type RunningServer } from '../../../support/http-server.ts';

let server: RunningServer | undefined;
afterEach(() => server?.stop(100));

const text = 'Een bankje bij de vijver. '.repeat(200);

/** An answer as it is on the wire; fetch would unpack it. */
function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET'
): Promise<{ answer: IncomingMessage; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asking = httpRequest(`${server?.url}${path}`, { method, headers, agent: false }, async (answer) => {
      const chunks: Buffer[] = [];
      for await (const chunk of answer) chunks.push(chunk as Buffer);
      resolve({ answer, body: Buffer.concat(chunks) });
    });
    asking.on('error', reject);
    asking.end();
  });
}

const answers: Record<string, Parameters<typeof startAppServer>[0]> = {
  '/page': (_, response) => {
    response.setHeader('content-type', 'text/html');
    response.setHeader('etag', '"one"');
    response.writeHead(200);
    response.write(text);
    response.end();
  },
  '/with-length': (_, response) =>
    response
      .writeHead(200, { 'content-type': 'application/geo+json', 'content-length': text.length })
      .end(text),
  '/short': (_, response) => {
    response.setHeader('content-type', 'text/plain');
    response.end('ja');
  },
  '/picture': (_, response) => response.writeHead(200, { 'content-type': 'image/webp' }).end(text),
  '/packed': (_, response) =>
    response.writeHead(200, { 'content-type': 'text/css', 'content-encoding': 'gzip' }).end(text),
  '/part': (_, response) =>
    response
      .writeHead(206, { 'content-type': 'application/json', 'content-range': 'bytes 0-9/10' })
      .end(text),
  '/unchanged': (_, response) => response.writeHead(304, { etag: '"one"' }).end(),
  '/large': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/plain' });
    // More than every buffer in between: whoever writes has to wait for "drain".
    let left = 200;
    const next = () => {
      while (left-- > 0)
        if (!response.write('0123456789abcdef'.repeat(4096))) return void response.once('drain', next);
      response.end();
    };
    next();
  }
};

async function start(): Promise<void> {
  server = await startAppServer((request, response, next) => {
    const answer = answers[request.url ?? ''];
    return answer ? answer(request, response, next) : next();
  });
}

describe('compression', () => {
  it('chooses the best that the client takes', () => {
    expect(chooseEncoding('gzip, deflate, br, zstd')).toBe('br');
    expect(chooseEncoding('gzip;q=1.0, br;q=0')).toBe('gzip');
    expect(chooseEncoding('GZIP')).toBe('gzip');
    expect(chooseEncoding('br;q=0.000, gzip;q=0')).toBeNull();
    expect(chooseEncoding('identity')).toBeNull();
    expect(chooseEncoding(undefined)).toBeNull();
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync]
  ] as const)('packs a page as %s', async (encoding, unpack) => {
    await start();
    const { answer, body } = await get('/page', { 'accept-encoding': encoding });
    expect(answer.headers['content-encoding']).toBe(encoding);
    expect(answer.headers['content-length']).toBeUndefined();
    expect(answer.headers.vary).toBe('accept-encoding');
    expect(answer.headers.etag).toBe('W/"one"');
    expect(body.length).toBeLessThan(text.length / 10);
    expect(unpack(body).toString()).toBe(text);
  });

  it('packs JSON of every kind', async () => {
    await start();
    const { answer, body } = await get('/with-length', { 'accept-encoding': 'br' });
    expect(answer.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(body).toString()).toBe(text);
  });

  it('leaves an answer as it is for a client that takes no packing, and says that it depends', async () => {
    await start();
    const { answer, body } = await get('/page');
    expect(answer.headers['content-encoding']).toBeUndefined();
    expect(answer.headers.vary).toBe('accept-encoding');
    expect(answer.headers.etag).toBe('"one"');
    expect(body.toString()).toBe(text);
  });

  it.each(['/short', '/picture', '/part'])('leaves %s alone', async (path) => {
    await start();
    const { answer } = await get(path, { 'accept-encoding': 'br, gzip' });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('does not pack what is packed, nor an empty answer', async () => {
    await start();
    expect((await get('/packed', { 'accept-encoding': 'br' })).body.toString()).toBe(text);
    const unchanged = await get('/unchanged', { 'accept-encoding': 'br' });
    expect(unchanged.answer.headers['content-encoding']).toBeUndefined();
    expect(unchanged.answer.headers.etag).toBe('"one"');
    expect(
      (await get('/page', { 'accept-encoding': 'br' }, 'HEAD')).answer.headers['content-encoding']
    ).toBeUndefined();
  });

  it('waits for a slow reader instead of keeping everything in memory, and loses nothing', async () => {
    await start();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { body } = await get('/large', { 'accept-encoding': encoding });
      const unpacked =
        encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body;
      expect(unpacked.length).toBe(200 * 65_536);
    }
  });

  it('sends each part of a page when it is written', async () => {
    let finish: (() => void) | undefined;
    server = await startAppServer((_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' });
      response.write('<p>first</p>');
      finish = () => response.end('<p>second</p>');
    });
    const asking = httpRequest(server.url, { headers: { 'accept-encoding': 'br' }, agent: false });
    asking.end();
    const [answer] = (await once(asking, 'response')) as [IncomingMessage];
    const unpacked = answer.pipe(createBrotliDecompress());
    const [first] = (await once(unpacked, 'data')) as [Buffer];
    expect(first.toString()).toBe('<p>first</p>');
    finish?.();
    const [second] = (await once(unpacked, 'data')) as [Buffer];
    expect(second.toString()).toBe('<p>second</p>');
  });
});

describe('every answer', () => {
  it('carries the security headers, and the promise of https only where https is', async () => {
    await start();
    const { answer } = await get('/page');
    expect(answer.headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin'
    });
    expect(answer.headers['strict-transport-security']).toBeUndefined();
    await server?.stop(100);
    server = await startAppServer((_, response) => response.end(), { origin: new URL(`https://127.0.0.1`) });
    const secure = await get('/', { host: '127.0.0.1' });
    expect(secure.answer.headers['strict-transport-security']).toBe('max-age=31536000');
  });

  it('is 404 where the app has none', async () => {
    await start();
    expect((await get('/nowhere')).answer.statusCode).toBe(404);
  });

  it('is 500, without a word of what happened, where the app fails outside its own error page', async () => {
    server = await startAppServer(() => Promise.reject(new Error('Geertruida')));
    const { answer, body } = await get('/');
    expect(answer.statusCode).toBe(500);
    expect(body.toString()).toBe('');
  });
});
