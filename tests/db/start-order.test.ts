import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { App } from '@supabase/lite';
import { createPgliteConnection } from '@supabase/lite/pglite';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLiteBackend } from '../../src/lib/server/backends/lite-backend.ts';
import { bareFolder, openPlain } from '../support/plain-embedded.ts';

// No database here needs PostGIS, and loading it takes half of the time of every one of these many openings.
vi.mock('@electric-sql/pglite-postgis', () => ({ postgis: { name: 'postgis', setup: async () => ({}) } }));

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'samenspel-start-'));
  folders.push(folder);
  return folder;
}

async function newDataFolder(): Promise<string> {
  const folder = await bareFolder();
  folders.push(folder);
  return folder;
}

const openRaw = async () => createPgliteConnection({ url: join(await newDataFolder(), 'pg') });

describe('start order of the embedded database', () => {
  it('guards a real danger: a request before the first protected table switches protection off', async () => {
    const connection = await openRaw();
    await connection.driver.exec(
      'create role anon; create role authenticated; create role service_role bypassrls'
    );
    const key = 'sb_publishable_test';
    const app = new App({
      connection,
      auth: { enabled: true, jwt_secret: 'x'.repeat(40), publishable_key: key, secret_key: 'sb_secret_test' }
    });
    await app.ensureSystemSchema();
    const ask = () =>
      createClient('http://database.internal', key, {
        global: { fetch: (input, init) => app.fetch(new Request(input, init)) }
      });
    await connection.driver.exec(
      'create table public.early (id integer); grant select on public.early to anon'
    );
    await ask().from('early').select('*');
    await connection.driver.exec(
      readFileSync('tests/fixtures/migrations/minimal/20200101000000_make_canaries.sql', 'utf8')
    );
    await connection.clearSchemaCache();
    const { data } = await ask().from('canaries').select('*');
    // When this fails the implementation has mended it, and the guard below may go.
    expect(data).toHaveLength(1);
    await connection.close();
  });

  it('answers nothing before it was opened for requests', async () => {
    const connection = await openRaw();
    const backend = createLiteBackend({
      kind: 'embedded',
      connection,
      secret: 'x'.repeat(40),
      sendMail: async () => undefined,
      listen: async () => async () => undefined,
      check: async () => undefined,
      close: () => connection.close()
    });
    const { data, error } = await backend.client(null).from('canaries').select('*');
    expect(data).toBeNull();
    expect(error?.message).toContain('before it was ready');
    await backend.close();
  });

  it('serves a database whose canary nobody but the system can read', async () => {
    const { database, remove } = await openPlain();
    expect((await database.client(null).from('canaries').select('*')).data).toEqual([]);
    expect((await database.system().from('canaries').select('*')).data).toHaveLength(1);
    await remove();
  });

  it('refuses to serve a database whose canary a visitor can read', async () => {
    const opening = openPlain({
      migrations: 'tests/fixtures/migrations/unprotected',
      dataFolder: await newDataFolder()
    });
    await expect(opening).rejects.toThrow('a visitor can read a protected row');
  });

  it('refuses to serve a database without any protected table, and sends it no request', async () => {
    const opening = openPlain({
      migrations: 'tests/fixtures/migrations/open',
      dataFolder: await newDataFolder()
    });
    await expect(opening).rejects.toThrow('No table of the database is protected');
  });
});

describe('migrations and seeds', () => {
  it('runs each migration once, and the new ones on the next start', async () => {
    const dataFolder = await newDataFolder();
    const migrations = join(newFolder(), 'migrations');
    cpSync('tests/fixtures/migrations/minimal', migrations, { recursive: true });
    rmSync(join(migrations, '20200102000000_make_notes.sql'));

    const first = await openPlain({ dataFolder, migrations });
    expect(first.said.filter((sentence) => sentence.startsWith('Database step'))).toHaveLength(1);
    await first.database.close();

    const second = await openPlain({ dataFolder, migrations: 'tests/fixtures/migrations/minimal' });
    expect(second.said.filter((sentence) => sentence.startsWith('Database step'))).toEqual([
      'Database step 1 of 1: make notes.'
    ]);
    const applied = await second.database.owner.query<{ version: string; name: string }>(
      'select version, name from supabase_migrations.schema_migrations order by version'
    );
    expect(applied).toEqual([
      { version: '20200101000000', name: 'make_canaries' },
      { version: '20200102000000', name: 'make_notes' }
    ]);
    await second.database.close();

    const older = openPlain({ dataFolder, migrations });
    await expect(older).rejects.toThrow('The data is from a newer version of Samenspel');
  });

  it('leaves nothing of a migration that fails, and names it', async () => {
    const dataFolder = await newDataFolder();
    const migrations = join(newFolder(), 'migrations');
    cpSync('tests/fixtures/migrations/minimal', migrations, { recursive: true });
    writeFileSync(
      join(migrations, '20200103000000_break.sql'),
      'create table public.half (id integer); select no_such_function();'
    );
    const opening = openPlain({ dataFolder, migrations });
    await expect(opening).rejects.toThrow(
      'The migration 20200103000000_break failed: function no_such_function()'
    );

    const { database } = await openPlain({ dataFolder });
    expect(await database.owner.query(`select to_regclass('public.half') as found`)).toEqual([
      { found: null }
    ]);
    await database.close();
  });

  it('warns of a migration that was changed after it ran', async () => {
    const dataFolder = await newDataFolder();
    const migrations = join(newFolder(), 'migrations');
    cpSync('tests/fixtures/migrations/minimal', migrations, { recursive: true });
    await (await openPlain({ dataFolder, migrations })).database.close();
    writeFileSync(join(migrations, '20200102000000_make_notes.sql'), 'select 1;');
    const { database, said } = await openPlain({ dataFolder, migrations });
    expect(said.join('\n')).toContain('Warning: migration 20200102000000_make_notes was changed');
    await database.close();
  });

  it('seeds a new database once', async () => {
    const dataFolder = await newDataFolder();
    const seeds = [{ path: './seed.sql', sql: `insert into public.notes values (1, 'seeded')` }];
    await (await openPlain({ dataFolder, seeds })).database.close();
    const { database } = await openPlain({ dataFolder, seeds });
    expect(
      (
        await database
          .client(null)
          .from('notes' as never)
          .select('*')
      ).data
    ).toHaveLength(1);
    await database.close();
  });

  it('seeds again when the first time did not come to its end', async () => {
    const dataFolder = await newDataFolder();
    const broken = [
      { path: './seed.sql', sql: `insert into public.notes values (1, 'half'); select no_such_function()` }
    ];
    await expect(openPlain({ dataFolder, seeds: broken })).rejects.toThrow('The seed ./seed.sql failed');
    const mended = [{ path: './seed.sql', sql: `insert into public.notes values (1, 'whole')` }];
    const { database } = await openPlain({ dataFolder, seeds: mended });
    expect(
      (
        await database
          .client(null)
          .from('notes' as never)
          .select('text')
      ).data
    ).toEqual([{ text: 'whole' }]);
    await database.close();
  });

  it('never seeds a database that was begun without', async () => {
    const dataFolder = await newDataFolder();
    await (await openPlain({ dataFolder })).database.close();
    const seeds = [{ path: './seed.sql', sql: `insert into public.notes values (1, 'seeded')` }];
    const { database } = await openPlain({ dataFolder, seeds });
    expect(
      (
        await database
          .client(null)
          .from('notes' as never)
          .select('*')
      ).data
    ).toEqual([]);
    await database.close();
  });
});

describe('data folder', () => {
  it('keeps a secret that only its owner can read', async () => {
    const dataFolder = await newDataFolder();
    const { database } = await openPlain({ dataFolder, secret: null });
    expect(statSync(join(dataFolder, 'secret')).mode & 0o777).toBe(0o600);
    const secret = readFileSync(join(dataFolder, 'secret'), 'utf8');
    expect(secret).toHaveLength(43);
    await database.close();
    const again = await openPlain({ dataFolder, secret: null });
    expect(again.database.secret).toBe(secret);
    await again.database.close();
  });

  it('refuses one that another opener has', async () => {
    const { dataFolder, remove } = await openPlain();
    await expect(openPlain({ dataFolder })).rejects.toThrow('Another process has the data folder');
    await remove();
  });

  it('refuses one that cannot be written', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    await expect(openPlain({ dataFolder: join(file, 'data') })).rejects.toThrow('cannot be written');
  });

  it('refuses one of a newer PostgreSQL', async () => {
    const dataFolder = newFolder();
    mkdirSync(join(dataFolder, 'pg'));
    writeFileSync(join(dataFolder, 'pg', 'PG_VERSION'), '99\n');
    await expect(openPlain({ dataFolder })).rejects.toThrow(
      'The data folder is from a newer version of Samenspel'
    );
  });

  it('lets the folder go when opening fails', async () => {
    const dataFolder = await newDataFolder();
    await expect(openPlain({ dataFolder, migrations: 'tests/fixtures/migrations/open' })).rejects.toThrow();
    const migrations = join(newFolder(), 'migrations');
    mkdirSync(migrations);
    cpSync('tests/fixtures/migrations/open', migrations, { recursive: true });
    writeFileSync(
      join(migrations, '20200102000000_protect.sql'),
      `alter table public.canaries enable row level security; insert into public.canaries values (1, 'now');
       grant usage on schema public to anon, authenticated, service_role;`
    );
    const { database } = await openPlain({ dataFolder, migrations });
    await database.close();
  });
});
