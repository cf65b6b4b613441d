import { beforeAll, describe, expect, it } from 'vitest';
import type { DataClient } from '../../src/lib/server/backends/types.ts';
import { people, settleVillage } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { attempts, furnishWorld, world, type Attempt } from './role-attempts.ts';
import {
  functionTable,
  playedBy,
  roles,
  roleTable,
  signs,
  tableOf,
  verbs,
  type Role,
  type Verb
} from './role-table.ts';

type Row = Record<string, unknown>;
type Filter = Record<string, string>;

/** Tables that nobody rewrites, the system neither. */
const appendOnly = new Set(['events', 'event_actors']);
/** Bytes cannot be sent as JSON on every backend, so there the door itself refuses them (SUP); see the last test. */
const holdsBytes = new Set(['upload_variants']);

describeOnEachBackend('the role table', (database) => {
  beforeAll(async () => {
    await settleVillage(database());
    await furnishWorld(database());
  });

  const clientOf = async (role: Role): Promise<DataClient> => {
    const person = playedBy[role];
    return person ? database().asPerson(people[person]) : database().asAnon();
  };
  /** The table by a name that the types do not know of: every entry of the role table is tried by the same code. */
  const tableFor = (client: DataClient, table: string) => client.from(table as 'ideas');
  const look = async (table: string, filter: Filter): Promise<Row[]> => {
    const columns = Object.keys(filter);
    const conditions = columns.map((column, index) => `t.${column}::text = $${index + 1}`).join(' and ');
    const rows = await database().sql<{ row: Row }>(
      `select to_jsonb(t) as row from public.${table} t where ${conditions}`,
      Object.values(filter)
    );
    return rows.map(({ row }) => row);
  };
  const ready = async (attempt: Attempt): Promise<void> => {
    for (const statement of attempt.make) await database().sql(statement);
  };
  const erase = async (table: string, filter: Filter): Promise<void> => {
    if (appendOnly.has(table)) return;
    const conditions = Object.keys(filter)
      .map((column, index) => `${column}::text = $${index + 1}`)
      .join(' and ');
    await database().sql(`delete from public.${table} where ${conditions}`, Object.values(filter));
  };
  const restore = async (table: string, filter: Filter, before: Row, change: Row): Promise<void> => {
    const columns = Object.keys(change);
    const conditions = Object.keys(filter)
      .map((column, index) => `t.${column}::text = $${index + 2}`)
      .join(' and ');
    await database().sql(
      `update public.${table} t set ${columns.map((column) => `${column} = r.${column}`).join(', ')}
       from jsonb_populate_record(null::public.${table}, $1::text::jsonb) r where ${conditions}`,
      [JSON.stringify(before), ...Object.values(filter)]
    );
  };

  /** Tries one cell; true when it went through. Afterwards everything is as it was. */
  const tries: Record<
    Verb,
    (client: DataClient, table: string, attempt: Attempt, person: string) => Promise<boolean>
  > = {
    select: async (client, table, attempt) => {
      const { data, error } = await tableFor(client, table)
        .select(Object.keys(attempt.row)[0] as '*')
        .match(attempt.row);
      if (error) expect(error.code).toBe('42501');
      return (data ?? []).length > 0;
    },
    insert: async (client, table, attempt, person) => {
      const filter = attempt.added(person);
      await erase(table, filter);
      const { error } = await tableFor(client, table).insert(attempt.add(person) as never);
      const isThere = (await look(table, filter)).length > 0;
      expect(isThere, 'an insert is either answered with a refusal or done').toBe(!error);
      if (error) expect(holdsBytes.has(table) ? ['42501', 'SUP'] : ['42501']).toContain(error.code);
      await erase(table, filter);
      return isThere;
    },
    update: async (client, table, attempt) => {
      const [before] = await look(table, attempt.row);
      if (!before) throw new Error('There is no row to change.');
      const { error } = await tableFor(client, table)
        .update(attempt.change as never)
        .match(attempt.row);
      const changed = {
        ...attempt.row,
        ...(attempt.change.participant_id ? { participant_id: String(attempt.change.participant_id) } : {})
      };
      const [after] = [...(await look(table, attempt.row)), ...(await look(table, changed))];
      const isChanged = JSON.stringify(after) !== JSON.stringify(before);
      if (isChanged) {
        expect(error).toBeNull();
        expect(after).toMatchObject(attempt.change);
        await restore(table, changed, before, attempt.change);
      }
      return isChanged;
    },
    delete: async (client, table, attempt) => {
      await tableFor(client, table).delete().match(attempt.row);
      const isGone = (await look(table, attempt.row)).length === 0;
      if (isGone) {
        await ready(attempt);
        expect(await look(table, attempt.row), 'the row is made again').toHaveLength(1);
      }
      return isGone;
    }
  };

  it('has an entry for every table of the public schema, and every entry is of one', async () => {
    const rows = await database().sql<{ name: string }>(
      `select c.relname as name from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')`
    );
    const tables = rows.map((row) => row.name).sort();
    expect([...new Set(Object.keys(roleTable).map(tableOf))].sort()).toEqual(tables);
    expect(Object.keys(attempts).sort()).toEqual(Object.keys(roleTable).sort());
  });

  it('has a row for every function of the public schema', async () => {
    const rows = await database().sql<{ name: string }>(
      `select distinct p.proname as name from pg_catalog.pg_proc p where p.pronamespace = 'public'::regnamespace`
    );
    expect(Object.keys(functionTable).sort()).toEqual(rows.map((row) => row.name).sort());
  });

  describe.each(Object.keys(roleTable))('%s', (entry) => {
    const table = tableOf(entry);
    const attempt = attempts[entry];
    const cells = roleTable[entry];
    if (!attempt || !cells) throw new Error(`${entry} has no attempt.`);
    beforeAll(() => ready(attempt));

    it.each(verbs)('%s', async (verb) => {
      const expected = Object.fromEntries(
        roles.map((role, index) => [role, signs(cells[verb], roles.length)[index]])
      );
      const found: Record<string, string> = {};
      for (const role of roles) {
        const person = people[playedBy[role] ?? 'stef'];
        found[role] = (await tries[verb](await clientOf(role), table, attempt, person)) ? '+' : '-';
      }
      expect(found).toEqual(expected);
    });

    it('is refused for who asks and not for what is asked: the system may', async () => {
      for (const verb of ['insert', 'update', 'delete'] as const) {
        if (appendOnly.has(table) && verb !== 'insert') continue;
        if (holdsBytes.has(table) && verb === 'insert') continue;
        if (verb === 'delete' && attempt.make.length === 0) continue;
        if (appendOnly.has(table) && (await look(table, attempt.added(people.stef))).length > 0) continue;
        expect(await tries[verb](database().system(), table, attempt, people.stef), verb).toBe(true);
      }
    });
  });

  it.each(['anon', 'authenticated'])(
    'refuses bytes of a photo that %s writes past the function',
    async (role) => {
      await database().sql(
        `do $$ begin
         set local role ${role};
         insert into public.upload_variants (upload_id, variant, media_type, bytes)
           values ('${world.upload}', 'large', 'image/jpeg', decode('ffd8ffe000104a46494600010100', 'hex'));
         raise exception 'they were written';
       exception when insufficient_privilege then null; end $$`
      );
      expect(await look('upload_variants', { upload_id: world.upload, variant: 'large' })).toEqual([]);
    }
  );

  describe('functions', () => {
    const columns = [...roles, 'system'] as const;
    it.each(Object.keys(functionTable))('%s', async (name) => {
      const [found] = await database().sql<{ arguments: string[] | null; types: string[] }>(
        `select p.proargnames[1:p.pronargs] as arguments, (select array_agg(t.typname::text order by o) from unnest(p.proargtypes) with ordinality u (type, o)
           join pg_catalog.pg_type t on t.oid = u.type) as types
         from pg_catalog.pg_proc p where p.pronamespace = 'public'::regnamespace and p.proname = $1`,
        [name]
      );
      const nothing: Record<string, unknown> = {
        uuid: '00000000-0000-4000-8000-00000000dead',
        text: 'nothing',
        jsonb: {},
        int4: 1,
        float8: 5.7,
        _uuid: []
      };
      const args = Object.fromEntries(
        (found?.arguments ?? []).map((argument, index) => [argument, nothing[found?.types[index] ?? '']])
      );
      const expected = signs(functionTable[name] ?? '', columns.length);
      for (const [index, column] of columns.entries()) {
        const client = column === 'system' ? database().system() : await clientOf(column);
        const { error } = await client.rpc(name as 'run_clock', args as never);
        // Called without reason it may well refuse, but with a refusal of its own.
        const isCalled = !(error?.code === '42501' && /permission denied for function/.test(error.message));
        expect(isCalled ? '+' : '-', column).toBe(expected[index]);
      }
    });
  });
});
