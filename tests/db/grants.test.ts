import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { describeOnEachBackend } from '../support/database.ts';

// The lite implementation grants every privilege on every table of a schema with protected tables, at its first
// request after every start. So no migration may rely on a grant that is missing.

describeOnEachBackend('table privileges', (database) => {
  it('are all granted to the roles of requests', async () => {
    await database().asAnon().from('canaries').select('*');
    const rows = await database().sql<{ privilege: string }>(
      `select distinct privilege_type as privilege from information_schema.role_table_grants
       where table_schema = 'public' and table_name = 'canaries' and grantee = 'anon' order by 1`
    );
    expect(rows.map((row) => row.privilege)).toEqual(
      expect.arrayContaining(['DELETE', 'INSERT', 'SELECT', 'TRUNCATE', 'UPDATE'])
    );
  });

  it('let a visitor read, write, change and remove nothing of a table without a policy', async () => {
    const anon = database().asAnon();
    expect((await anon.from('canaries').select('*')).data).toEqual([]);
    expect((await anon.from('canaries').insert({ id: 2, song: 'mine' })).error?.code).toBe('42501');
    expect((await anon.from('canaries').update({ song: 'mine' }).eq('id', 1).select()).data).toEqual([]);
    expect((await anon.from('canaries').delete().eq('id', 1).select()).data).toEqual([]);
    expect(await database().sql('select * from public.canaries')).toHaveLength(1);
  });

  it('let a stranger read, write, change and remove nothing of it either', async () => {
    const stranger = await database().asPerson(randomUUID());
    expect((await stranger.from('canaries').select('*')).data).toEqual([]);
    expect((await stranger.from('canaries').insert({ id: 2, song: 'mine' })).error?.code).toBe('42501');
    expect((await stranger.from('canaries').delete().eq('id', 1).select()).data).toEqual([]);
    expect(await database().sql('select * from public.canaries')).toHaveLength(1);
  });

  it('are never needed for safety: every table of the public schema has row-level security', async () => {
    const rows = await database().sql<{ name: string }>(
      `select c.relname as name from pg_catalog.pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relrowsecurity`
    );
    expect(rows).toEqual([]);
  });

  it('do not reach a view: every view of the public schema looks with the eyes of who asks', async () => {
    const rows = await database().sql<{ name: string }>(
      `select c.relname as name from pg_catalog.pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm')
         and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)`
    );
    expect(rows).toEqual([]);
  });

  it('are not granted in the private schema, because no table of it has row-level security', async () => {
    const rows = await database().sql<{ name: string }>(
      `select c.relname as name from pg_catalog.pg_class c
       where c.relnamespace = 'private'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity`
    );
    expect(rows).toEqual([]);
  });

  it('reach neither the accounts of the auth schema nor the private schema through the data API', async () => {
    for (const schema of ['auth', 'private', 'extensions', 'supabase_migrations']) {
      const { error } = await database()
        .system()
        .schema(schema as never)
        .from('users' as never)
        .select('*');
      expect(error?.code, schema).toBe('PGRST106');
    }
  });
});

describe('functions', () => {
  describeOnEachBackend('execution', (database) => {
    it('is granted by name: none of the private schema may be called by everybody unless a migration says so', async () => {
      const rows = await database().sql<{ name: string }>(
        `select p.proname as name from pg_catalog.pg_proc p
         where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace)
           and p.proacl is null
           and not exists (select 1 from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')`
      );
      // No list of grants means the default of PostgreSQL, which lets everybody call it.
      expect(rows).toEqual([]);
    });

    it('never depends on a search path that somebody else can set', async () => {
      const rows = await database().sql<{ name: string }>(
        `select p.proname as name from pg_catalog.pg_proc p
         where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prosecdef
           and not exists (select 1 from unnest(p.proconfig) setting where setting like 'search_path=%')
           and not exists (select 1 from pg_catalog.pg_depend d where d.objid = p.oid and d.deptype = 'e')`
      );
      expect(rows).toEqual([]);
    });
  });
});
