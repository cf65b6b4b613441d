import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { sendRaw, startAppServer, type RunningServer } from '../../../support/http-server.ts';

let server: RunningServer;
afterEach(() => server.stop(100));

/** Tells what the app is told about a request. */
const tell: Parameters<typeof startAppServer>[0] = ({ headers }, response) => {
  const {
    'x-samenspel-protocol': protocol,
    'x-samenspel-host': host,
    'x-samenspel-client': client
  } = headers;
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ protocol, host, client }));
};

async function ask(
  host: string,
  more: string[] = []
): Promise<{ status: number; told: unknown; body: string }> {
  const lines = ['GET / HTTP/1.1', `Host: ${host}`, 'Connection: close', ...more, '', ''];
  const { status, body } = await sendRaw(server.port, lines.join('\r\n'));
  return { status, told: status === 200 ? JSON.parse(body) : null, body };
}

describe('host of a request', () => {
  it.each(['localhost', '127.0.0.1', '[::1]'])('knows %s at any port', async (name) => {
    server = await startAppServer(tell);
    expect((await ask(`${name}:3000`)).told).toEqual({
      protocol: 'http',
      host: `${name}:3000`,
      client: '127.0.0.1'
    });
  });

  it('knows the addresses of this machine, as a phone on the same network uses them', async () => {
    server = await startAppServer(tell);
    const own = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family }) => family === 'IPv4');
    expect(own.length).toBeGreaterThan(0);
    for (const { address } of own) expect((await ask(`${address}:3000`)).status).toBe(200);
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost@evil.example', '10.255.255.1', 'a b', ''])(
    'refuses %j with a sentence',
    async (name) => {
      server = await startAppServer(tell);
      const { status, body } = await ask(name);
      expect(status).toBe(421);
      expect(JSON.parse(body)).toMatchObject({ status: 421, title: 'Dit adres hoort niet bij Samenspel' });
    }
  );

  it('refuses in the language of the reader, as a page for a browser, without believing the name', async () => {
    server = await startAppServer(tell);
    const { body } = await ask('<script>.example', ['Accept: text/html', 'Accept-Language: en']);
    expect(body).toContain('<html lang="en"');
    expect(body).toContain('This address is not one of Samenspel');
    expect(body).toContain('&lt;script&gt;.example');
    expect(body).not.toContain('<script>');
  });

  it('knows the address that the world has, and that it is reached by https there', async () => {
    server = await startAppServer(tell, { origin: new URL('https://samenspel.example') });
    expect((await ask('samenspel.example')).told).toMatchObject({
      protocol: 'https',
      host: 'samenspel.example'
    });
    expect((await ask('localhost:3000')).told).toMatchObject({ protocol: 'http', host: 'localhost:3000' });
    expect((await ask('evil.example')).status).toBe(421);
  });

  it('believes no forwarded header unless it is told to', async () => {
    server = await startAppServer(tell);
    const { told } = await ask('localhost', [
      'X-Forwarded-Host: evil.example',
      'X-Forwarded-Proto: https',
      'X-Forwarded-For: 203.0.113.7',
      'X-Samenspel-Client: 203.0.113.8',
      'X-Samenspel-Host: evil.example'
    ]);
    expect(told).toEqual({ protocol: 'http', host: 'localhost', client: '127.0.0.1' });
  });

  it('believes what the nearest proxy added, and not what the client wrote before it', async () => {
    server = await startAppServer(tell, { trustedProxies: 1 });
    const { told } = await ask('localhost', [
      'X-Forwarded-Host: samenspel.example',
      'X-Forwarded-Proto: https',
      'X-Forwarded-For: 203.0.113.66, 203.0.113.7'
    ]);
    expect(told).toEqual({ protocol: 'https', host: 'samenspel.example', client: '203.0.113.7' });
  });

  it('takes only its own address from a proxy when it has one', async () => {
    server = await startAppServer(tell, { trustedProxies: 1, origin: new URL('https://samenspel.example') });
    expect((await ask('localhost', ['X-Forwarded-Host: evil.example'])).status).toBe(421);
    expect((await ask('localhost', ['X-Forwarded-Host: samenspel.example'])).status).toBe(200);
  });
});
