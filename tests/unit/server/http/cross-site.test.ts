import { afterEach, describe, expect, it } from 'vitest';
import { sendRaw, startAppServer, type RunningServer } from '../../../support/http-server.ts';

let server: RunningServer;
afterEach(() => server.stop(100));

async function post(host: string, more: string[], method = 'POST'): Promise<number> {
  server ??= await startAppServer((_, response) => response.end('ok'));
  const lines = [
    `${method} / HTTP/1.1`,
    `Host: ${host}`,
    'Connection: close',
    'Content-Length: 3',
    ...more,
    '',
    'a=b'
  ];
  return (await sendRaw(server.port, lines.join('\r\n'))).status;
}

const form = 'Content-Type: application/x-www-form-urlencoded';

describe('forms', () => {
  it.each(['localhost:3000', '127.0.0.1:3000', '[::1]:3000'])('work from %s', async (host) => {
    server = await startAppServer((_, response) => response.end('ok'));
    expect(await post(host, [form, `Origin: http://${host}`])).toBe(200);
  });

  it('work from the address of the world behind a proxy that ends https', async () => {
    server = await startAppServer((_, response) => response.end('ok'), {
      origin: new URL('https://samenspel.example')
    });
    expect(await post('samenspel.example', [form, 'Origin: https://samenspel.example'])).toBe(200);
    expect(await post('samenspel.example', [form, 'Origin: http://samenspel.example'])).toBe(403);
  });

  it.each([
    ['another website', ['Origin: https://evil.example']],
    ['another port of this machine', ['Origin: http://localhost:9999']],
    ['a page without an origin', ['Origin: null']],
    ['another website, said otherwise', ['Sec-Fetch-Site: cross-site']],
    ['a neighbour of this website', ['Sec-Fetch-Site: same-site']],
    ['nobody who says so', []]
  ])('are refused from %s', async (_, headers) => {
    server = await startAppServer((_request, response) => response.end('ok'));
    expect(await post('localhost:3000', [form, ...headers])).toBe(403);
    for (const method of ['PUT', 'PATCH', 'DELETE'])
      expect(await post('localhost:3000', [form, ...headers], method)).toBe(403);
  });

  it.each(['multipart/form-data; boundary=x', 'text/plain', 'TEXT/PLAIN; charset=utf-8'])(
    'are refused as %s as well',
    async (type) => {
      server = await startAppServer((_, response) => response.end('ok'));
      expect(await post('localhost:3000', [`Content-Type: ${type}`])).toBe(403);
    }
  );

  it('are refused without a type too', async () => {
    server = await startAppServer((_, response) => response.end('ok'));
    expect(await post('localhost:3000', [])).toBe(403);
  });
});

describe('programs', () => {
  it('send JSON without an origin, which no form can', async () => {
    server = await startAppServer((_, response) => response.end('ok'));
    expect(await post('localhost:3000', ['Content-Type: application/json'])).toBe(200);
    expect(
      await post('localhost:3000', ['Content-Type: application/json', 'Origin: https://evil.example'])
    ).toBe(403);
  });

  it('read from anywhere', async () => {
    server = await startAppServer((_, response) => response.end('ok'));
    expect(await post('localhost:3000', ['Origin: https://evil.example'], 'GET')).toBe(200);
  });
});
