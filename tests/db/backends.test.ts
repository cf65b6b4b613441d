import { randomBytes, randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, inject, it, vi } from 'vitest';
import { readMigrations } from '../../src/lib/server/backends/migration-files.ts';
import { openPostgres } from '../../src/lib/server/backends/postgres.ts';
import { deriveSecret } from '../../src/lib/server/backends/secret.ts';
import type { AuthMail, Backend, DataClient } from '../../src/lib/server/backends/types.ts';
import { bareFolder, openPlain } from '../support/plain-embedded.ts';
import { createDatabase, dropDatabase, findPostgres, startPostgres } from '../support/postgres.ts';
import { startProcess } from '../support/processes.ts';
import { testSecret } from '../support/template.ts';

// The embedded databases here need no PostGIS, and loading it takes half of the time of every opening.
vi.mock('@electric-sql/pglite-postgis', () => ({ postgis: { name: 'postgis', setup: async () => ({}) } }));

const migrations = 'tests/fixtures/migrations/identities';
const superuserUrl = inject('postgresSuperuserUrl');
const mails: AuthMail[] = [];
const sendMail = async (mail: AuthMail) => void mails.push(mail);
const whoAmI = async (client: DataClient) => (await client.rpc('who_am_i' as never)).data as unknown;
const belongings = (client: DataClient) => client.from('belongings' as never);

const openOnPostgres = (databaseUrl: string) =>
  openPostgres({
    databaseUrl,
    secret: testSecret,
    poolSize: 4,
    migrations: readMigrations(migrations),
    seeds: [],
    progress: () => undefined,
    sendMail
  });

async function open(
  kind: 'embedded' | 'postgres'
): Promise<{ backend: Backend; remove: () => Promise<void> }> {
  if (kind === 'embedded') {
    const { database, remove } = await openPlain({ migrations, sendMail });
    return { backend: database, remove };
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  const backend = await openOnPostgres(await createDatabase(superuserUrl ?? '', name));
  return {
    backend,
    remove: async () => {
      await backend.close();
      await dropDatabase(superuserUrl ?? '', name);
    }
  };
}

/** Reproducible disorder: a small linear congruential generator (Numerical Recipes), 0 up to `below`. */
function disorder(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

for (const kind of ['embedded', 'postgres'] as const) {
  describe.skipIf(kind === 'postgres' && superuserUrl === null)(`backend ${kind}`, () => {
    let backend: Backend;
    let remove: () => Promise<void>;
    beforeAll(async () => {
      ({ backend, remove } = await open(kind));
    });
    afterAll(() => remove());

    it('acts as the owner of a token, and as anon without one', async () => {
      const person = randomUUID();
      expect(await whoAmI(backend.client(await backend.mintToken(person)))).toBe(
        `${person} as authenticated`
      );
      expect(await whoAmI(backend.client(null))).toBe('nobody as anon');
    });

    it('refuses a token that has run out, and one that somebody else signed', async () => {
      const now = Math.floor(Date.now() / 1000);
      const statusOf = async (key: string, end: number) => {
        const token = await new SignJWT({ role: 'authenticated' })
          .setProtectedHeader({ alg: 'HS256' })
          .setSubject(randomUUID())
          .setExpirationTime(end)
          .sign(new TextEncoder().encode(key));
        return (await backend.client(token).rpc('who_am_i' as never)).status;
      };
      const ourKey = deriveSecret(testSecret, 'jwt');
      expect(await statusOf(ourKey, now + 300)).toBe(200);
      expect(await statusOf(ourKey, now - 1)).toBe(401);
      expect(await statusOf('another secret of more than 32 characters', now + 300)).toBe(401);

      const [head, body, signature] = (await backend.mintToken(randomUUID())).split('.');
      const claims = JSON.parse(Buffer.from(body ?? '', 'base64url').toString()) as Record<string, unknown>;
      const changed = Buffer.from(JSON.stringify({ ...claims, role: 'service_role' })).toString('base64url');
      expect((await backend.client(`${head}.${changed}.${signature}`).rpc('who_am_i' as never)).status).toBe(
        401
      );
      expect(claims).toMatchObject({ role: 'authenticated', aud: 'authenticated' });
      expect(Number(claims.exp) - Number(claims.iat)).toBe(300);
    });

    it('mints tokens for uuids only', async () => {
      await expect(backend.mintToken('service_role')).rejects.toThrow(RangeError);
      await expect(backend.mintToken('')).rejects.toThrow(RangeError);
    });

    it('keeps the identities of many requests at the same moment apart, whatever fails among them', async () => {
      const choose = disorder(20261122);
      const people = [...Array.from({ length: 15 }, () => randomUUID()), null, null, null, null, null];
      const wrong: unknown[] = [];
      await Promise.all(
        people.map(async (person) => {
          const client = backend.client(person && (await backend.mintToken(person)));
          const expected = person ? `${person} as authenticated` : 'nobody as anon';
          for (let round = 0; round < 12; round++) {
            // A few turns of the event loop, so that requests meet at every point of one another.
            for (let turn = choose(4); turn > 0; turn--)
              await new Promise((resolve) => setImmediate(resolve));
            const act = choose(4);
            if (act === 0) {
              const { data, error } = await client.rpc('who_am_i' as never);
              if ((data as unknown) !== expected) wrong.push({ expected, data, error });
            } else if (act === 1) {
              const { data, error } = await belongings(client).select('*');
              const rows = (data ?? []) as { owner: string }[];
              if (error || rows.some((row) => row.owner !== person)) wrong.push({ expected, rows, error });
            } else if (act === 2) {
              const { error } = await belongings(client).insert({ number: 'none' } as never);
              if (error?.code !== '22P02') wrong.push({ expected, error });
            } else {
              const { error } = await belongings(client).insert({ number: round } as never);
              if (person ? error : error?.code !== '42501' && error?.code !== '23502')
                wrong.push({ expected, error });
            }
          }
        })
      );
      expect(wrong).toEqual([]);
    });

    it('passes on a refusal of the database with its status, detail and hint', async () => {
      const { status, error } = await backend.client(null).rpc('refuse' as never);
      expect(status).toBe(409);
      expect(error).toMatchObject({
        code: 'PT409',
        message: 'this place is held',
        details: 'until Sunday',
        hint: 'place_held'
      });
    });

    it('calls back when something is notified, until it is told to stop', async () => {
      let hints = 0;
      let heard: (() => void) | undefined;
      const nextHint = () => new Promise<void>((resolve) => (heard = resolve));
      const first = nextHint();
      const stop = await backend.listen('asked', () => {
        hints++;
        heard?.();
      });
      await whoAmI(backend.client(null));
      await first;
      await stop();
      const before = hints;
      await whoAmI(backend.client(null));
      await backend.check();
      expect(hints).toBe(before);
    });

    it('signs in by a code that goes out by mail, and keeps sessions of two people apart', async () => {
      mails.length = 0;
      const client = backend.auth();
      expect((await client.auth.signInWithOtp({ email: 'noor@example.org' })).error).toBeNull();
      const code = /\d{6}/.exec(mails[0]?.text ?? '')?.[0] ?? '';
      const { data, error } = await client.auth.verifyOtp({
        email: 'noor@example.org',
        token: code,
        type: 'magiclink'
      });
      expect(error).toBeNull();
      expect(data.user?.email).toBe('noor@example.org');
      expect((await client.auth.getSession()).data.session).not.toBeNull();
      expect((await backend.auth().auth.getSession()).data.session).toBeNull();
      const again = await backend
        .auth()
        .auth.verifyOtp({ email: 'noor@example.org', token: code, type: 'magiclink' });
      expect(again.error).not.toBeNull();
    });

    it('answers the question whether the database is there', async () => {
      await expect(backend.check()).resolves.toBeUndefined();
    });
  });
}

describe('backend embedded', () => {
  it('loses no acknowledged write to kill -9', async () => {
    const dataFolder = await bareFolder();
    for (let round = 1; round <= 2; round++) {
      const writer = startProcess('node_modules/.bin/node', ['tests/support/keep-writing.ts', dataFolder]);
      await writer.waitFor(/^\d\d$/m);
      writer.child.kill('SIGKILL');
      await writer.ended;
      const acknowledged = writer.output().trim().split('\n').length;
      const { database } = await openPlain({ dataFolder, migrations });
      const { data } = await database
        .system()
        .from('belongings' as never)
        .select('owner');
      const rows = (data ?? []) as { owner: string }[];
      const last = rows.filter((row) => row.owner === rows.at(-1)?.owner);
      // The one that was being written may be there as well.
      expect(last.length - acknowledged).toBeGreaterThanOrEqual(0);
      expect(last.length - acknowledged).toBeLessThanOrEqual(1);
      await database.close();
    }
    rmSync(dataFolder, { recursive: true, force: true });
  });

  it('says why when it is asked after it was closed', async () => {
    const { database, remove } = await openPlain({ migrations });
    await remove();
    await expect(database.check()).rejects.toThrow();
    await expect(database.close()).resolves.toBeUndefined();
  });
});

describe.skipIf(superuserUrl === null)('backend postgres', () => {
  it('lets several processes start at once on a new database, of which one migrates', async () => {
    const name = `test_${randomBytes(6).toString('hex')}`;
    const databaseUrl = await createDatabase(superuserUrl ?? '', name);
    const backends = await Promise.all([1, 2, 3].map(() => openOnPostgres(databaseUrl)));
    for (const backend of backends) expect(await whoAmI(backend.client(null))).toBe('nobody as anon');
    for (const backend of backends) await backend.close();
    await dropDatabase(superuserUrl ?? '', name);
  });

  it('names the statement for a superuser when the login may not do what is needed', async () => {
    const postgres = await startPostgres(findPostgres() ?? '');
    const databaseUrl = await postgres.createDatabase('bare');
    const { default: connect } = await import('postgres');
    const administrator = connect(postgres.superuserUrl, { max: 1, onnotice() {} });
    await administrator.unsafe('revoke service_role from samenspel');
    await expect(openOnPostgres(databaseUrl)).rejects.toThrow(
      'grant anon, authenticated, service_role to samenspel'
    );
    await administrator.unsafe('grant service_role to samenspel');
    await administrator.unsafe('create database plain owner samenspel');
    await expect(openOnPostgres(databaseUrl.replace(/bare$/, 'plain'))).rejects.toThrow(
      'The database lacks postgis'
    );
    await expect(openOnPostgres(databaseUrl.replace(/bare$/, 'missing'))).rejects.toThrow(
      /^The database at 127\.0\.0\.1:\d+\/missing cannot be used \(database "missing" does not exist\): look at DATABASE_URL\.$/
    );
    await administrator.end();
    await postgres.stop();
  });

  it('says that the database is away, and hears and answers again when it is back', async () => {
    const postgres = await startPostgres(findPostgres() ?? '');
    const backend = await openOnPostgres(await postgres.createDatabase('away'));
    let hints = 0;
    let heard: (() => void) | undefined;
    await backend.listen('asked', () => {
      hints++;
      heard?.();
    });
    expect(hints).toBe(1);
    const reconnected = new Promise<void>((resolve) => (heard = resolve));
    await postgres.interrupt();
    await expect(backend.check()).rejects.toThrow();
    await postgres.start();
    await reconnected;
    await expect
      .poll(
        () =>
          backend.check().then(
            () => 'there',
            () => 'away'
          ),
        { timeout: 20_000 }
      )
      .toBe('there');
    const notified = new Promise<void>((resolve) => (heard = resolve));
    await expect.poll(() => whoAmI(backend.client(null)), { timeout: 20_000 }).toBe('nobody as anon');
    await notified;
    await backend.close();
    await postgres.stop();
  });
});
