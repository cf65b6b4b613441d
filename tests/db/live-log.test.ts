import postgres from 'postgres';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { people, settleVillage, village } from '../fixtures/village.ts';
import { describeOnEachBackend, openPostgresDatabase } from '../support/database.ts';
import { as, asVisitor } from './acting.ts';
import { askedStory, nextId, tellIdea } from './stories.ts';

interface Change {
  position: number;
  kind: string;
  entity: string;
  entity_id: string;
}

describeOnEachBackend('the change log', (database) => {
  beforeAll(() => settleVillage(database()));

  const positions = async (): Promise<number[]> =>
    (
      await database().sql<{ position: string }>(
        `select c.position::text as position from public.changes c where c.neighbourhood_id = $1 order by c.position`,
        [village.linde]
      )
    ).map((row) => Number(row.position));
  /** What the log says of something that was done, as any visitor reads it. */
  const loggedBy = async (work: () => Promise<unknown>): Promise<string[]> => {
    const before = (await positions()).at(-1) ?? 0;
    await work();
    const { data } = await database()
      .asAnon()
      .from('changes')
      .select('*')
      .eq('neighbourhood_id', village.linde)
      .gt('position', before)
      .order('position');
    return ((data ?? []) as unknown as Change[]).map((change) => `${change.kind} ${change.entity_id}`);
  };

  it('counts without gaps from the first change on, and knows its last position', async () => {
    await askedStory(database());
    const found = await positions();
    expect(found).toEqual(found.map((_, index) => index + 1));
    const [counter] = await database().sql<{ position: string }>(
      'select position::text as position from public.change_counters where neighbourhood_id = $1',
      [village.linde]
    );
    expect(Number(counter?.position)).toBe(found.length);
    expect(await asVisitor(database()).does('map_snapshot', { neighbourhood_slug: 'linde' })).toMatchObject({
      position: found.length
    });
  });

  it('says one thing of an idea that comes with needs, whatever it took to write them', async () => {
    const id = nextId();
    const needs = [{ kind: 'hands' }, { kind: 'money' }, { kind: 'key' }];
    expect(await loggedBy(() => tellIdea(database(), 'riet', { id, needs }))).toEqual([`idea.created ${id}`]);
  });

  it('says nothing of what was refused, and leaves no gap for it', async () => {
    const riet = await as(database(), 'riet');
    expect(
      await loggedBy(() =>
        riet.isRefused('create_idea', { request: { wijk: 'linde', title: 'x', needs: [{ kind: 'gold' }] } })
      )
    ).toEqual([]);
    const found = await positions();
    expect(found.at(-1)).toBe(found.length);
  });

  it('says of a hidden idea that it is gone, then nothing until it is back', async () => {
    const { idea, coalition, claim } = await askedStory(database());
    const noor = await as(database(), 'noor');
    const facilitate = (act: string, request = {}) =>
      loggedBy(() => noor.does('facilitate_idea', { idea, act, request }));
    expect(await facilitate('hide', { reason: 'een telefoonnummer' })).toEqual([`idea.removed ${idea}`]);
    expect(await facilitate('plan', { what: 'bellen', who: 'Noor', due: '2030-01-01' })).toEqual([]);
    expect(
      await loggedBy(async () => {
        await noor.client.from('comments').insert({ id: nextId(), idea_id: idea, body: 'Ik bel even' });
        await noor.client.from('supports').insert({ idea_id: idea, participant_id: people.noor });
        await database().sql(`update public.claims set state = 'in_talks' where id = $1`, [claim]);
        await database().sql(`update public.coalitions set looked_after_by = 'Bep' where id = $1`, [
          coalition
        ]);
        await database().sql(
          `insert into public.needs (id, idea_id, kind) values (gen_random_uuid(), $1, 'hands')`,
          [idea]
        );
      })
    ).toEqual([]);
    expect(await facilitate('show')).toEqual([`idea.created ${idea}`]);
    expect(await facilitate('relay')).toEqual([`idea.removed ${idea}`]);
  });

  it('says nothing of an idea that was never public, nor when it goes', async () => {
    const id = nextId();
    expect(
      await loggedBy(async () => {
        for (const secret of ['hidden', 'relayed']) {
          await database().sql(
            `insert into public.ideas (id, neighbourhood_id, title, ${secret}) values ('${id}', '${village.linde}', 'Een beugel in de douche', true)`
          );
          await database().sql(`delete from public.ideas where id = '${id}'`);
        }
      })
    ).toEqual([]);
  });

  it('says what a group, its claim and its agreement change', async () => {
    const { idea, claim, coalition } = await askedStory(database());
    const bram = await as(database(), 'bram');
    expect(await loggedBy(() => bram.does('transition_claim', { claim, to_state: 'in_talks' }))).toEqual([
      `claim.changed ${claim}`,
      `idea.changed ${idea}`
    ]);
    expect(
      await loggedBy(() => bram.does('make_agreement', { claim, request: { what: 'Een bank' } }))
    ).toEqual([`idea.changed ${idea}`]);
    const joop = await as(database(), 'joop');
    expect(
      await loggedBy(() =>
        joop.does('change_coalition', { coalition, act: 'update', request: { body: 'Nieuws' } })
      )
    ).toEqual([`idea.changed ${idea}`]);
    expect(await loggedBy(() => joop.does('change_coalition', { coalition, act: 'leave' }))).toEqual([
      `idea.changed ${idea}`
    ]);
  });

  it('says what else a visitor sees change, and of an offer only that the neighbourhood did', async () => {
    const stef = await as(database(), 'stef');
    const pearl = nextId();
    const offer = nextId();
    expect(
      await loggedBy(async () =>
        stef.client.from('pearls').insert({ id: pearl, neighbourhood_id: village.linde, title: 'De lindes' })
      )
    ).toEqual([`pearl.created ${pearl}`]);
    expect(
      await loggedBy(async () =>
        stef.client.from('offers').insert({
          id: offer,
          neighbourhood_id: village.linde,
          participant_id: people.stef,
          what: 'timmeren'
        })
      )
    ).toEqual([`neighbourhood.changed ${village.linde}`]);
    const noor = await as(database(), 'noor');
    expect(
      await loggedBy(async () => noor.client.from('pearls').update({ hidden: true }).eq('id', pearl))
    ).toEqual([`pearl.removed ${pearl}`]);
    const sanne = await as(database(), 'sanne');
    expect(
      await loggedBy(async () =>
        sanne.client.from('neighbourhoods').update({ name: 'Linde' }).eq('id', village.linde)
      )
    ).toEqual([`neighbourhood.changed ${village.linde}`]);
    expect(
      await loggedBy(async () =>
        stef.client.from('messages').insert({
          id: nextId(),
          neighbourhood_id: village.linde,
          participant_id: people.stef,
          body: 'Privé'
        })
      )
    ).toEqual([]);
  });

  it('writes one row for an import of many', async () => {
    expect(
      await loggedBy(() =>
        database().sql(
          `do $$ begin
             perform set_config('samenspel.bulk', 'on', true);
             insert into public.ideas (id, neighbourhood_id, title)
               select gen_random_uuid(), '${village.linde}', 'Uit een lijst' from generate_series(1, 50);
             perform private.append_change('${village.linde}', 'neighbourhood.imported', 'neighbourhood', '${village.linde}');
           end $$`
        )
      )
    ).toEqual([`neighbourhood.imported ${village.linde}`]);
    // and only for that transaction
    expect(await loggedBy(() => tellIdea(database()))).toHaveLength(1);
  });

  it('notifies who listens', async () => {
    let heard = 0;
    let wake: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (wake = resolve));
    const stop = await database().backend.listen('changes', () => {
      heard += 1;
      wake();
    });
    await tellIdea(database());
    await first;
    await stop();
    expect(heard).toBeGreaterThan(0);
  });
});

describe.skipIf(inject('postgresSuperuserUrl') === null)('the change log under many writers', () => {
  it('is in commit order and without gaps: whoever reads on from the last position misses nothing', async () => {
    const database = await openPostgresDatabase();
    await settleVillage(database);
    const writers = postgres(database.databaseUrl, { max: 20, onnotice() {} });
    const reader = postgres(database.databaseUrl, { max: 1, onnotice() {} });
    const [start] = await reader<
      { position: string }[]
    >`select position::text from public.change_counters where neighbourhood_id = ${village.linde}`;
    let last = Number(start?.position);
    const seen = new Set<string>();
    let isWriting = true;
    const reading = (async () => {
      for (let rest = 2; rest > 0; rest -= isWriting ? 0 : 1) {
        const rows = await reader<Change[]>`
          select position, entity_id, kind from public.changes
          where neighbourhood_id = ${village.linde} and position > ${last} order by position`;
        for (const row of rows) {
          expect(Number(row.position)).toBe(last + 1);
          last += 1;
          if (row.kind === 'idea.created') seen.add(row.entity_id);
        }
      }
    })();
    const wrote = new Set<string>();
    await Promise.all(
      [...Array(20).keys()].map(async (writer) => {
        for (let turn = 0; turn < 15; turn += 1) {
          const id = `e0000000-0000-4000-8000-${(writer * 100 + turn).toString().padStart(12, '0')}`;
          const isGivenUp = turn % 5 === 4;
          const work = writers.begin(async (sql) => {
            await sql`select set_config('request.jwt.claim.sub', ${people.riet}, true)`;
            await sql`set local role authenticated`;
            await sql`select public.create_idea(${sql.json({ id, wijk: 'linde', title: `Idee ${writer}-${turn}` })})`;
            if (isGivenUp) throw new Error('given up');
          });
          if (isGivenUp) await expect(work).rejects.toThrow('given up');
          else {
            await work;
            wrote.add(id);
          }
        }
      })
    );
    isWriting = false;
    await reading;
    expect(wrote.size).toBe(240);
    expect([...seen].sort()).toEqual([...wrote].sort());
    await Promise.all([writers.end(), reader.end()]);
    await database.close();
  });
});
