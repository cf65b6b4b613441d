import { randomBytes, randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readMigrations } from '../../src/lib/server/backends/migration-files.ts';
import { openPostgres } from '../../src/lib/server/backends/postgres.ts';
import type { Backend } from '../../src/lib/server/backends/types.ts';
import { createDatabase, dropDatabase, findPostgres, startPostgres } from '../support/postgres.ts';
import { testSecret } from '../support/template.ts';

// A connection that is cut at any moment must cost the requests that used it and nothing else. An error that nobody
// catches ends a server; here it fails the run.

const superuserUrl = inject('postgresSuperuserUrl');
const poolSize = 3;

const open = (databaseUrl: string) =>
  openPostgres({
    databaseUrl,
    secret: testSecret,
    poolSize,
    migrations: readMigrations('tests/fixtures/migrations/identities'),
    seeds: [],
    progress: () => undefined,
    sendMail: async () => undefined
  });

/** Twice as many requests as there are connections, at once: what is right, what was refused, and what is neither. */
async function ask(backend: Backend): Promise<{ right: number; away: number; wrong: unknown[] }> {
  const found = { right: 0, away: 0, wrong: [] as unknown[] };
  await Promise.all(
    Array.from({ length: 2 * poolSize }, async (_, number) => {
      const person = randomUUID();
      const client = backend.client(await backend.mintToken(person));
      if (number % 2 === 0) {
        const { data, error } = await client.rpc('who_am_i' as never);
        if ((data as unknown) === `${person} as authenticated`) found.right += 1;
        else if (error) found.away += 1;
        else found.wrong.push({ person, data });
        return;
      }
      const { data, error } = await client
        .from('belongings' as never)
        .insert({ number } as never)
        .select('owner');
      const rows = (data ?? []) as { owner: string }[];
      if (error) found.away += 1;
      else if (rows.length === 1 && rows[0]?.owner === person) found.right += 1;
      else found.wrong.push({ person, rows });
    })
  );
  return found;
}

const allRight = { right: 2 * poolSize, away: 0, wrong: [] };

describe.skipIf(superuserUrl === null)('a PostgreSQL whose connections are cut', () => {
  const name = `test_${randomBytes(6).toString('hex')}`;
  let backend: Backend;
  let administrator: postgres.Sql;
  beforeAll(async () => {
    backend = await open(await createDatabase(superuserUrl ?? '', name));
    administrator = postgres(superuserUrl ?? '', { max: 1, onnotice() {} });
  });
  afterAll(async () => {
    await backend.close();
    await administrator.end();
    await dropDatabase(superuserUrl ?? '', name);
  });

  const cutAll = async () => {
    const rows = await administrator`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = ${name} and application_name = 'samenspel'`;
    return rows.length;
  };

  it('costs the requests under way and no other', async () => {
    let cut = 0;
    let away = 0;
    for (let round = 0; round < 40; round++) {
      const asking = ask(backend);
      // A little later each round, so that the cut meets a request at every point.
      for (let turn = 0; turn < round; turn++) await new Promise((resolve) => setImmediate(resolve));
      cut += await cutAll();
      const during = await asking;
      expect(during.wrong).toEqual([]);
      away += during.away;
      // What was cut while nobody used it is found out by the next request at the latest.
      await expect.poll(() => ask(backend), { timeout: 10_000 }).toEqual(allRight);
    }
    // Otherwise nothing was tested.
    expect(cut).toBeGreaterThan(40);
    expect(away).toBeGreaterThan(10);
  });

  it('is listened to again, on one connection however often it was cut', async () => {
    let hints = 0;
    const stop = await backend.listen('asked', () => (hints += 1));
    for (let round = 0; round < 3; round++) {
      const before = hints;
      await cutAll();
      // The new connection itself is a hint; what is notified on it comes as another.
      await expect.poll(() => hints, { timeout: 10_000 }).toBeGreaterThan(before);
      const reconnected = hints;
      await backend.client(null).rpc('who_am_i' as never);
      await expect.poll(() => hints, { timeout: 10_000 }).toBeGreaterThan(reconnected);
    }
    const [listening] = await administrator<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = ${name} and application_name = 'samenspel' and query ilike 'listen %'`;
    expect(listening?.count).toBe(1);
    await stop();
  });

  it('never has more connections than it was given', async () => {
    for (let round = 0; round < 5; round++) {
      const asking = ask(backend);
      await cutAll();
      await asking;
      await expect.poll(() => ask(backend), { timeout: 10_000 }).toEqual(allRight);
    }
    const [open] = await administrator<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity
      where datname = ${name} and application_name = 'samenspel'`;
    expect(open?.count).toBeLessThanOrEqual(poolSize);
  });
});

describe.skipIf(superuserUrl === null)('a PostgreSQL that stops and starts', () => {
  it('is answered for with a refusal meanwhile, and by every connection afterwards', async () => {
    const server = await startPostgres(findPostgres() ?? '');
    const backend = await open(await server.createDatabase('away'));
    try {
      expect(await ask(backend)).toEqual(allRight);
      const underWay = ask(backend);
      await server.interrupt();
      expect((await underWay).wrong).toEqual([]);
      for (let round = 0; round < 3; round++)
        expect(await ask(backend)).toEqual({ right: 0, away: 2 * poolSize, wrong: [] });
      await expect(backend.check()).rejects.toThrow();
      await server.start();
      await expect.poll(() => ask(backend), { timeout: 20_000 }).toEqual(allRight);
      await expect(backend.check()).resolves.toBeUndefined();
    } finally {
      await backend.close();
      await server.stop();
    }
  });
});
