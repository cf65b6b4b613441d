import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startProcess, type RunningProcess } from '../support/processes.ts';
import { appEnvironment, startApp, type RunningApp } from '../support/start-app.ts';
import { copyTemplate } from '../support/template.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Starts the app where it cannot start. */
function startInVain(environment: Record<string, string | undefined>): RunningProcess {
  return startProcess('node_modules/.bin/node', ['scripts/serve.ts'], {
    env: appEnvironment({ SAMENSPEL_DEMO: '1', ...environment })
  });
}

async function expectOneSentence(process: RunningProcess, sentence: RegExp): Promise<void> {
  expect(await process.ended).toBe(1);
  const lines = process.errors().trim().split('\n');
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(sentence);
  expect(lines[0]).toMatch(/\.$/);
}

test.describe('a start', () => {
  let app: RunningApp;
  let folder: string;

  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'samenspel-process-'));
    app = await startApp();
  });
  test.afterAll(async () => {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('says where it is, and answers there', async () => {
    const answer = await fetch(`${app.address}/healthz`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ status: 'ok', backend: 'embedded', version });
    expect(app.process.output()).toMatch(/^Opening the database in /m);
  });

  test('says in one sentence that the port is taken', async () => {
    const { port } = new URL(app.address);
    await expectOneSentence(
      startInVain({ PORT: port, SAMENSPEL_DATA: folder }),
      /^Port \d+ is already in use/
    );
  });

  test('says in one sentence that another process has the data folder', async () => {
    const data = app.dataFolder ?? '';
    await expectOneSentence(startInVain({ SAMENSPEL_DATA: data }), /^Another process has the data folder/);
    expect((await fetch(`${app.address}/healthz`)).status).toBe(200);
  });

  test('says in one sentence that the data folder cannot be written', async () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    await expectOneSentence(
      startInVain({ SAMENSPEL_DATA: join(file, 'data') }),
      /^The data folder .* cannot be written/
    );
  });

  test('says in one sentence that the data folder is from a newer version', async () => {
    const newer = join(folder, 'newer');
    mkdirSync(join(newer, 'pg'), { recursive: true });
    writeFileSync(join(newer, 'pg', 'PG_VERSION'), '99\n');
    await expectOneSentence(
      startInVain({ SAMENSPEL_DATA: newer }),
      /^The data folder is from a newer version/
    );
  });

  test('refuses a demo on another database, and a wrong variable, each in one sentence', async () => {
    const databaseUrl = 'postgres://samenspel@127.0.0.1:1/samenspel';
    const environment = { DATABASE_URL: databaseUrl, SAMENSPEL_SECRET: 'x'.repeat(32) };
    await expectOneSentence(startInVain(environment), /^SAMENSPEL_DEMO lets everybody sign in as anybody/);
    await expectOneSentence(
      startInVain({ ...environment, SAMENSPEL_DEMO: '0' }),
      /^The database at 127\.0\.0\.1:1\/samenspel cannot be used/
    );
    await expectOneSentence(startInVain({ PORT: 'many', SAMENSPEL_DATA: folder }), /^PORT is "many"/);
  });

  test('answers only to its own names, to forms of its own, and to bodies of a size', async () => {
    const { port } = new URL(app.address);
    const asking = get({ port, host: '127.0.0.1', headers: { host: 'evil.example' }, agent: false });
    const [refused] = (await once(asking, 'response')) as [IncomingMessage];
    refused.resume();
    expect(refused.statusCode).toBe(421);

    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const foreign = await fetch(`${app.address}/sign-in`, {
      method: 'POST',
      headers: { ...form, origin: 'https://evil.example' },
      body: 'a=b'
    });
    expect(foreign.status).toBe(403);
    for (const host of ['localhost', '127.0.0.1']) {
      const own = await fetch(`http://${host}:${port}/sign-in`, {
        method: 'POST',
        headers: { ...form, origin: `http://${host}:${port}` },
        body: 'a=b',
        redirect: 'manual'
      });
      expect(own.status, host).not.toBe(403);
    }
    const large = await fetch(`${app.address}/api/v1/ideas`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.address },
      body: Buffer.alloc(13 * 1024 * 1024, 32)
    });
    expect(large.status).toBe(413);
    expect(large.headers.get('content-type')).toBe('application/problem+json');
  });
});

test('an open event stream does not hold up the end', async () => {
  const app = await startApp();
  const asking = get(`${app.address}/api/v1/live?wijk=otterlo`, { agent: false });
  const [stream] = (await once(asking, 'response')) as [IncomingMessage];
  expect(stream.headers['content-type']).toBe('text/event-stream');
  stream.resume();
  const ended = once(stream, 'end');
  // 0 is a clean end; when five seconds are nearly over the process gives up with 1.
  expect(await app.stop()).toBe(0);
  await ended;
});

test('a second signal ends it at once', async () => {
  const app = await startApp();
  // A request that never comes to its end keeps the first signal waiting.
  const socket = connect(Number(new URL(app.address).port), '127.0.0.1');
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    'POST /api/v1/ideas HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 10\r\n\r\n{'
  );
  app.process.child.kill('SIGTERM');
  await app.process.waitFor(/Stopping/);
  const again = setInterval(() => app.process.child.kill('SIGTERM'), 100);
  expect(await app.process.ended).toBe(1);
  clearInterval(again);
  rmSync(app.dataFolder ?? '', { recursive: true, force: true });
});

test('after kill -9 it starts again with everything it had answered', async () => {
  const dataFolder = await copyTemplate('demo');
  const first = await startApp({ dataFolder });
  const id = '018f0000-0000-4000-8000-00000000c0de';
  const answer = await fetch(`${first.address}/api/v1/ideas`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: first.address, 'idempotency-key': id },
    body: JSON.stringify({ id, wijk: 'otterlo', title: 'Een bankje bij de vijver', location: null })
  });
  expect(answer.status, await answer.text()).toBe(201);
  await first.kill();

  const second = await startApp({ dataFolder });
  const idea = await fetch(`${second.address}/otterlo/ideas/${id}`);
  expect(idea.status).toBe(200);
  expect(await idea.text()).toContain('Een bankje bij de vijver');
  expect(await second.stop()).toBe(0);
  rmSync(dataFolder, { recursive: true, force: true });
});

test('a demo that is opened to others says what that means', async () => {
  const app = await startApp({ environment: { HOST: '0.0.0.0' } });
  expect(app.process.output()).toContain(
    'everybody who can reach this machine can sign in as any of its people'
  );
  await app.stop();
});
