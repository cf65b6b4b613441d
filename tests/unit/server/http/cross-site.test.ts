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
    ['another website behind our own proxy', ['Origin: https://evil.example', 'Sec-Fetch-Site: none']]
  ])('are refused from %s, and so is everything else that changes something', async (_, headers) => {
    server = await startAppServer((_request, response) => response.end('ok'));
    expect(await post('localhost:3000', [form, ...headers])).toBe(403);
    expect(await post('localhost:3000', headers)).toBe(403);
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(await post('localhost:3000', ['Content-Type: application/json', ...headers], method)).toBe(403);
  });

  it.each(['Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: none'])(
    'work from an older browser that says %s',
    async (site) => {
      server = await startAppServer((_, response) => response.end('ok'));
      expect(await post('localhost:3000', [form, site])).toBe(200);
    }
  );

  it('are refused from nobody who says so', async () => {
    server = await startAppServer((_, response) => response.end('ok'));
    expect(await post('localhost:3000', [form])).toBe(403);
  });

  it('are not ours because the other website calls us by its own name', async () => {
    server = await startAppServer((_, response) => response.end('ok'));
    const evil = ['Origin: http://evil.example', 'Sec-Fetch-Site: same-origin'];
    // DNS rebinding: to the browser it is one website. The name is not ours, whatever is sent.
    expect(await post('evil.example', [form, ...evil])).toBe(421);
    expect(await post('evil.example', [], 'DELETE')).toBe(421);
    expect(await post('localhost:3000', [form, 'Origin: http://127.0.0.1:3000'])).toBe(403);
    expect(
      await post('localhost:3000', [form, 'X-Forwarded-Host: evil.example', 'Origin: http://evil.example'])
    ).toBe(403);
  });

  it.each(['multipart/form-data; boundary=x', 'text/plain', 'TEXT/PLAIN; charset=utf-8'])(
    'are refused as %s as well',
    async (type) => {
      server = await startAppServer((_, response) => response.end('ok'));
      expect(await post('localhost:3000', [`Content-Type: ${type}`])).toBe(403);
    }
  );
});

describe('programs', () => {
  it('send JSON without an origin, which no form can', async () => {
    server = await startAppServer((_, response) => response.end('ok'));
    expect(await post('localhost:3000', ['Content-Type: application/json'])).toBe(200);
    expect(
      await post('localhost:3000', ['Content-Type: application/json', 'Origin: https://evil.example'])
    ).toBe(403);
  });

  it('change and delete without an origin and without a type, which no form can', async () => {
    server = await startAppServer((_, response) => response.end('ok'));
    for (const method of ['PUT', 'PATCH', 'DELETE']) {
      expect(await post('localhost:3000', [], method)).toBe(200);
      expect(await post('localhost:3000', ['Content-Type: text/plain'], method)).toBe(200);
    }
    expect(await post('localhost:3000', [])).toBe(200);
  });

  it('are allowed nothing by a preflight', async () => {
    server = await startAppServer((_, response) => response.writeHead(405).end());
    const preflight = await fetch(server.url, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'DELETE' }
    });
    expect([...preflight.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
  });

  it('read from anywhere', async () => {
    server = await startAppServer((_, response) => response.end('ok'));
    expect(await post('localhost:3000', ['Origin: https://evil.example'], 'GET')).toBe(200);
  });
});
