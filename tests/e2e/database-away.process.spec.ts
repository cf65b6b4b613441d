import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { expect, test } from '@playwright/test';
import postgres from 'postgres';
import { findPostgres, startPostgres, type TestPostgres } from '../support/postgres.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

// The built app on a PostgreSQL that is cut off, stops and comes back. A person reads a sentence meanwhile, a program
// gets problem+json, and nobody has to start anything again.

const binaries = findPostgres();
test.skip(binaries === null, 'There is no PostgreSQL with PostGIS here.');

let server: TestPostgres;
let app: RunningApp;
let administrator: postgres.Sql;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  server = await startPostgres(binaries ?? '');
  const databaseUrl = await server.createDatabase('samenspel');
  app = await startApp({ environment: { DATABASE_URL: databaseUrl, HOST: '127.0.0.1' } });
  administrator = connect();
  await administrator.unsafe(
    `insert into public.neighbourhoods (id, slug, name, border)
     values (gen_random_uuid(), 'proefdorp', 'Proefdorp',
       extensions.st_geomfromtext('MULTIPOLYGON(((5.7 52.1,5.8 52.1,5.8 52.2,5.7 52.2,5.7 52.1)))', 4326))`
  );
});
test.afterAll(async () => {
  await administrator.end();
  expect(await app.stop()).toBe(0);
  await server.stop();
});

const connect = () =>
  postgres(server.superuserUrl.replace(/\/postgres$/, '/samenspel'), {
    max: 1,
    onnotice() {},
    connection: { application_name: 'the test' }
  });
const cutAll = () =>
  administrator`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'samenspel'`;

/** A connection for each request: one that is kept would hide which answer belongs to which state. */
const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${app.address}${path}`, { ...init, headers: { connection: 'close', ...init.headers } });
const pin = (title: string, headers: Record<string, string> = {}) =>
  ask('/api/v1/ideas', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ wijk: 'proefdorp', title, location: null })
  });
const statusOf = async (path: string) => (await ask(path)).status;

/** Opens the live feed of the wijk and gathers what it says. */
async function listen(): Promise<{ heard: () => string; end: () => void }> {
  const asking = get(`${app.address}/api/v1/live?wijk=proefdorp`, { agent: false });
  const [stream] = (await once(asking, 'response')) as [IncomingMessage];
  let heard = '';
  stream.on('data', (chunk: Buffer) => (heard += chunk.toString()));
  return { heard: () => heard, end: () => asking.destroy() };
}

test('connections that are cut cost at most the requests under way', async () => {
  const feed = await listen();
  for (let round = 0; round < 5; round++) {
    const asking = Array.from({ length: 6 }, async (_, number) =>
      number % 2 === 0
        ? (await pin(`Ronde ${round}`)).status
        : statusOf(`/proefdorp?ronde=${round}-${number}`)
    );
    await cutAll();
    for (const status of await Promise.all(asking)) expect([200, 201, 503]).toContain(status);
    await expect.poll(() => statusOf('/healthz')).toBe(200);
  }
  const made = await pin('Na de storing');
  expect(made.status).toBe(201);
  const { id } = (await made.json()) as { id: string };
  await expect.poll(() => feed.heard()).toContain(id);
  feed.end();
});

test('a database that is away is said in a sentence, and is used again when it is back', async () => {
  const feed = await listen();
  const known = await pin('Voor de storing');
  const cookie = (known.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  await administrator.end();
  await server.interrupt();

  await expect.poll(() => statusOf('/healthz')).toBe(503);
  const unknownToEverybody: Record<string, string> = { cookie: `session=${'a'.repeat(43)}` };
  for (const headers of [{}, unknownToEverybody]) {
    const refused = await pin('Tijdens de storing', headers);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(refused.headers.get('retry-after')).toBe('5');
    expect(await refused.json()).toMatchObject({
      type: 'urn:samenspel:refusal:database_away',
      status: 503,
      detail: expect.stringContaining('Wij kunnen er even niet bij')
    });
  }
  const page = await ask('/proefdorp/mine', { headers: { cookie, accept: 'text/html' } });
  const unknown = await ask('/proefdorp/mine', {
    headers: { ...unknownToEverybody, accept: 'text/html' }
  });
  for (const answer of [page, unknown]) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(await answer.text()).toMatch(/kan even niet bij zijn gegevens|Wij kunnen er even niet bij/);
  }
  expect(app.process.output()).not.toMatch(/Tijdens de storing|postgres:\/\//);

  await server.start();
  administrator = connect();
  await expect.poll(() => statusOf('/healthz'), { timeout: 20_000 }).toBe(200);
  const after = await pin('Na de storing', { cookie });
  expect(after.status).toBe(201);
  const { id } = (await after.json()) as { id: string };
  // The stream that was open all the time goes on.
  await expect.poll(() => feed.heard(), { timeout: 20_000 }).toContain(id);
  feed.end();
  expect(app.process.child.exitCode).toBeNull();
});
