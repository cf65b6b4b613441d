import postgres from 'postgres';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { people, settleVillage, village, type Person } from '../fixtures/village.ts';
import { describeOnEachBackend, openPostgresDatabase, type TestDatabase } from '../support/database.ts';
import { as, call, type FunctionName } from './acting.ts';
import { agree, askedStory, askPlace, claimRow, day, gather, nextId, putPhoto, tellIdea } from './stories.ts';

type Values = Record<string, unknown>;

const counted = async (database: TestDatabase, table: string, condition = 'true'): Promise<number> => {
  const [row] = await database.sql<{ rows: string }>(
    `select count(*)::text as rows from public.${table} where ${condition}`
  );
  return Number(row?.rows);
};

/** The same call ten times at once: the answers, which must all be there. */
const tenTimes = async (
  database: TestDatabase,
  person: Person,
  name: FunctionName,
  args: Values
): Promise<unknown[]> => {
  const { client } = await as(database, person);
  const answers = await Promise.all(Array.from({ length: 10 }, () => call(client, name, args)));
  return answers.map((answer) => {
    if (!answer.ok) throw new Error(`${name} was refused: ${JSON.stringify(answer.refused)}`);
    return answer.data;
  });
};

describeOnEachBackend('the same thing twice', (database) => {
  beforeAll(() => settleVillage(database()));

  describe('an idea', () => {
    it('with one key ten times at once is one row, and ten times one answer', async () => {
      const before = await counted(database(), 'ideas');
      const answers = await tenTimes(database(), 'riet', 'create_idea', {
        request: { wijk: 'linde', title: 'Een bank', needs: [{ kind: 'hands' }] },
        idempotency_key: 'tien-keer-tegelijk'
      });
      expect(await counted(database(), 'ideas')).toBe(before + 1);
      expect(answers).toEqual(Array(10).fill(answers[0]));
      const { id } = answers[0] as { id: string };
      for (const table of ['idea_authors', 'needs', 'follow_codes', 'events'])
        expect(await counted(database(), table, `idea_id = '${id}'`), table).toBe(1);
    });

    it('with one id and no key ten times at once is one row too', async () => {
      const id = nextId();
      const answers = await tenTimes(database(), 'riet', 'create_idea', {
        request: { id, wijk: 'linde', title: 'Een schommel' }
      });
      expect(answers).toEqual(Array(10).fill(answers[0]));
      expect(await counted(database(), 'ideas', `id = '${id}'`)).toBe(1);
    });

    it('with another body under a key is refused, and the first stays', async () => {
      const riet = await as(database(), 'riet');
      const first = await riet.does<{ id: string }>('create_idea', {
        request: { wijk: 'linde', title: 'Eerste' },
        idempotency_key: 'andere-inhoud'
      });
      expect(
        await riet.isRefused('create_idea', {
          request: { wijk: 'linde', title: 'Tweede' },
          idempotency_key: 'andere-inhoud'
        })
      ).toEqual({
        status: 422,
        code: 'idempotency_key_reused',
        field: 'Idempotency-Key'
      });
      expect(
        await riet.does('create_idea', {
          request: { title: 'Eerste', wijk: 'linde' },
          idempotency_key: 'andere-inhoud'
        })
      ).toEqual(first);
    });

    it('keeps the keys of two people apart', async () => {
      const args = {
        request: { wijk: 'linde', title: 'Van ons allebei' },
        idempotency_key: 'dezelfde-sleutel'
      };
      const first = await (await as(database(), 'riet')).does<{ id: string }>('create_idea', args);
      const second = await (await as(database(), 'stef')).does<{ id: string }>('create_idea', args);
      expect(second.id).not.toBe(first.id);
    });

    it('that was refused may be tried again with the same key', async () => {
      const riet = await as(database(), 'riet');
      const args = {
        request: { wijk: 'linde', title: 'Straks wel', theme: 'later' },
        idempotency_key: 'eerst-geweigerd'
      };
      expect(await riet.isRefused('create_idea', args)).toMatchObject({ code: 'theme_unknown' });
      await database().sql(
        `insert into public.themes (id, neighbourhood_id, key, names, icon) values ('${nextId()}', '${village.linde}', 'later', '{}', 'clock')`
      );
      await riet.does('create_idea', args);
    });

    it("with the id of somebody else's is refused", async () => {
      const id = await tellIdea(database(), 'riet');
      expect(
        await (
          await as(database(), 'stef')
        ).isRefused('create_idea', { request: { id, wijk: 'linde', title: 'Van mij' } })
      ).toEqual({
        status: 409,
        code: 'already_exists',
        field: 'id'
      });
    });

    it.each(['kort', 'x'.repeat(101)])('with the key %s is refused', async (key) => {
      expect(
        await (
          await as(database(), 'riet')
        ).isRefused('create_idea', { request: { wijk: 'linde', title: 'x' }, idempotency_key: key })
      ).toMatchObject({
        status: 422,
        code: 'idempotency_key_malformed'
      });
    });
  });

  it('a group, a member, a promise, news, an agreement, a photo: one row each', async () => {
    const idea = await tellIdea(database());
    const group = nextId();
    const started = await tenTimes(database(), 'fatma', 'start_coalition', { idea, request: { id: group } });
    expect(started).toEqual(Array(10).fill({ id: group, ideaId: idea }));
    const joined = await tenTimes(database(), 'joop', 'join_coalition', { coalition: group, request: {} });
    expect(joined).toEqual(Array(10).fill(joined[0]));
    expect(await counted(database(), 'coalition_members', `coalition_id = '${group}'`)).toBe(2);
    expect(
      await counted(database(), 'events', `entity_id = '${group}' and kind in ('started', 'joined')`)
    ).toBe(2);

    const promise = nextId();
    await tenTimes(database(), 'joop', 'change_coalition', {
      coalition: group,
      act: 'promise',
      request: { id: promise, what: 'de deur', due: day(3) }
    });
    const news = nextId();
    await tenTimes(database(), 'joop', 'change_coalition', {
      coalition: group,
      act: 'update',
      request: { id: news, body: 'Nieuws' }
    });
    expect(await counted(database(), 'commitments', `coalition_id = '${group}'`)).toBe(1);
    expect(await counted(database(), 'updates', `idea_id = '${idea}'`)).toBe(1);
    expect(await counted(database(), 'events', `entity_id = '${promise}'`)).toBe(1);

    await (await as(database(), 'bep')).does('join_coalition', { coalition: group, request: {} });
    const claim = nextId();
    const request = {
      id: claim,
      coalitionId: group,
      placeId: village.field,
      purpose: 'Een bank',
      size: 'lasting',
      startsOn: day(1)
    };
    const asked = await tenTimes(database(), 'fatma', 'request_claim', { request });
    expect(asked).toEqual(Array(10).fill(asked[0]));
    expect(await counted(database(), 'claims', `coalition_id = '${group}'`)).toBe(1);

    const bram = await as(database(), 'bram');
    const talks = await tenTimes(database(), 'bram', 'transition_claim', {
      claim,
      to_state: 'in_talks',
      request: {},
      idempotency_key: 'naar-het-gesprek'
    });
    expect(talks).toEqual(Array(10).fill(talks[0]));
    expect(await counted(database(), 'events', `entity_id = '${claim}' and kind = 'in_talks'`)).toBe(1);
    const agreement = nextId();
    await tenTimes(database(), 'bram', 'make_agreement', {
      claim,
      request: { agreementId: agreement, what: 'Een bank' }
    });
    expect(await counted(database(), 'agreements', `claim_id = '${claim}'`)).toBe(1);
    await tenTimes(database(), 'bram', 'confirm_agreement', { agreement });
    await tenTimes(database(), 'fatma', 'confirm_agreement', { agreement });
    expect(await counted(database(), 'events', `entity_id = '${agreement}' and kind = 'confirmed'`)).toBe(2);
    expect(await counted(database(), 'events', `entity_id = '${claim}' and kind = 'granted'`)).toBe(1);
    expect(await bram.isRefused('transition_claim', { claim, to_state: 'in_talks' })).toMatchObject({
      status: 409
    });
    const photo = await putPhoto(database(), idea, 'riet');
    expect(await counted(database(), 'upload_variants', `upload_id = '${photo}'`)).toBe(2);
  });

  it('an id of another group, claim or person is refused and changes nothing there', async () => {
    const one = await askedStory(database());
    const other = await tellIdea(database(), 'stef');
    const stef = await as(database(), 'stef');
    expect(
      await stef.isRefused('start_coalition', { idea: other, request: { id: one.coalition } })
    ).toMatchObject({ status: 409, code: 'already_exists' });
    const group = await gather(database(), other, ['riet', 'mo'], 'stef');
    expect(
      await stef.isRefused('request_claim', {
        request: {
          id: one.claim,
          coalitionId: group,
          placeId: village.field,
          purpose: 'x',
          size: 'lasting',
          startsOn: day(1)
        }
      })
    ).toMatchObject({ status: 409, code: 'already_exists' });
    const promise = nextId();
    await (
      await as(database(), 'joop')
    ).does('change_coalition', {
      coalition: one.coalition,
      act: 'promise',
      request: { id: promise, what: 'de deur', due: day(3) }
    });
    expect(
      await stef.isRefused('change_coalition', {
        coalition: group,
        act: 'promise',
        request: { id: promise, what: 'van mij', due: day(3) }
      })
    ).toMatchObject({ status: 409, code: 'already_exists' });
    expect(
      await stef.isRefused('change_coalition', {
        coalition: group,
        act: 'keep_promise',
        request: { commitmentId: promise }
      })
    ).toMatchObject({ status: 404, code: 'promise_unknown' });
    const theirs = await agree(database(), one.claim);
    const asked = await askPlace(database(), group, {}, 'stef');
    await (await as(database(), 'bram')).does('transition_claim', { claim: asked, to_state: 'in_talks' });
    expect(
      await stef.isRefused('make_agreement', { claim: asked, request: { agreementId: theirs, what: 'x' } })
    ).toMatchObject({ status: 409, code: 'already_exists' });
    // somebody of the group may not end another's promise either; its lead may
    expect(
      await (
        await as(database(), 'bep')
      ).isRefused('change_coalition', {
        coalition: one.coalition,
        act: 'drop_promise',
        request: { commitmentId: promise }
      })
    ).toMatchObject({ status: 403 });
    await (
      await as(database(), 'fatma')
    ).does('change_coalition', {
      coalition: one.coalition,
      act: 'drop_promise',
      request: { commitmentId: promise }
    });
    expect(
      await (
        await as(database(), 'joop')
      ).isRefused('change_coalition', {
        coalition: one.coalition,
        act: 'keep_promise',
        request: { commitmentId: promise }
      })
    ).toMatchObject({ status: 409, code: 'promise_closed' });
  });

  describe('a version', () => {
    it('that somebody else has changed meanwhile is refused instead of overwritten', async () => {
      const idea = await tellIdea(database());
      const riet = await as(database(), 'riet');
      const noor = await as(database(), 'noor');
      expect(
        await noor.does('change_idea', { idea, request: { version: 1, title: 'Van Noor' } })
      ).toMatchObject({ version: 2 });
      expect(
        await riet.isRefused('change_idea', { idea, request: { version: 1, title: 'Van Riet' } })
      ).toEqual({ status: 409, code: 'version_conflict', field: 'version' });
      expect(
        await riet.does('change_idea', { idea, request: { version: 2, canDo: 'schilderen' } })
      ).toMatchObject({ version: 3, title: 'Van Noor' });
    });

    it('is not moved by what others do with an idea', async () => {
      const { idea } = await askedStory(database());
      const stef = await as(database(), 'stef');
      await stef.client.from('supports').insert({ idea_id: idea, participant_id: people.stef });
      await stef.client.from('comments').insert({ id: nextId(), idea_id: idea, body: 'Mooi' });
      expect(
        await (
          await as(database(), 'riet')
        ).does('change_idea', { idea, request: { version: 1, title: 'Nog steeds van mij' } })
      ).toMatchObject({ version: 2 });
    });

    it('of a place or an organisation counts every change', async () => {
      const bram = await as(database(), 'bram');
      const version = async (table: string, id: string) =>
        (
          await database().sql<{ version: number }>(`select version from public.${table} where id = $1`, [id])
        )[0]?.version ?? 0;
      for (const [table, id, change] of [
        ['places', village.field, { description: 'Gras' }],
        ['organisations', village.housing, { words: 'Wij doen mee' }]
      ] as const) {
        const before = await version(table, id);
        const changed = await bram.client
          .from(table)
          .update(change as never)
          .eq('id', id)
          .eq('version', before)
          .select('version');
        expect(changed.data).toEqual([{ version: before + 1 }]);
        const stale = await bram.client
          .from(table)
          .update(change as never)
          .eq('id', id)
          .eq('version', before)
          .select('version');
        expect(stale.data).toEqual([]);
        await bram.client
          .from(table)
          .update({ version: 900 } as never)
          .eq('id', id);
        expect(await version(table, id)).toBe(before + 2);
      }
    });
  });

  it('agreements that are out of date are not confirmed', async () => {
    const { claim } = await askedStory(database());
    const bram = await as(database(), 'bram');
    await bram.does('transition_claim', { claim, to_state: 'in_talks' });
    const first = await bram.does<{ id: string }>('make_agreement', { claim, request: { what: 'Een' } });
    await (await as(database(), 'fatma')).does('make_agreement', { claim, request: { what: 'Twee' } });
    expect(await bram.isRefused('confirm_agreement', { agreement: first.id })).toMatchObject({
      status: 409,
      code: 'version_conflict'
    });
  });

  it('ten supporters at once are ten', async () => {
    const idea = await tellIdea(database());
    const crowd = ['stef', 'fatma', 'joop', 'bep', 'bram', 'ingrid', 'mo', 'anja', 'noor', 'ruben'] as const;
    const clients = await Promise.all(
      crowd.map(async (person) => ({ person, client: (await as(database(), person)).client }))
    );
    await Promise.all(
      clients.flatMap(({ person, client }) => [
        client.from('supports').insert({ idea_id: idea, participant_id: people[person], degree: 'help' }),
        client.from('comments').insert({ id: nextId(), idea_id: idea, body: 'Ik ook' })
      ])
    );
    expect(
      await database().sql(
        'select support_count, helper_count, comment_count from public.ideas where id = $1',
        [idea]
      )
    ).toEqual([{ support_count: 10, helper_count: 10, comment_count: 10 }]);
  });
});

describe.skipIf(inject('postgresSuperuserUrl') === null)(
  'races on PostgreSQL, each call on a connection of its own',
  () => {
    /** Runs calls at the same moment: all begin, and none goes on before every one has begun. */
    const atOnce = async (
      database: TestDatabase & { databaseUrl: string },
      calls: { person: Person; query: string }[]
    ): Promise<(string | null)[]> => {
      const connections = calls.map(() => postgres(database.databaseUrl, { max: 1, onnotice() {} }));
      let arrive: () => void = () => undefined;
      let waiting = calls.length;
      const everybody = new Promise<void>((resolve) => (arrive = resolve));
      const outcomes = await Promise.all(
        calls.map(({ person, query }, index) =>
          connections[index]!.begin(async (sql) => {
            await sql`select set_config('request.jwt.claim.sub', ${people[person]}, true), set_config('request.jwt.claims', ${JSON.stringify({ sub: people[person], role: 'authenticated' })}, true)`;
            await sql`set local role authenticated`;
            waiting -= 1;
            if (waiting === 0) arrive();
            await everybody;
            await sql.unsafe(query);
            return null;
          }).catch(
            (error: { hint?: string; code?: string; message?: string }) =>
              error.hint ?? error.code ?? error.message ?? 'failed'
          )
        )
      );
      await Promise.all(connections.map((connection) => connection.end()));
      return outcomes;
    };

    it('lets one of two stewards grant an exclusive place, whatever their timing', async () => {
      const database = await openPostgresDatabase();
      await settleVillage(database);
      for (let round = 0; round < 5; round += 1) {
        const starts = day(10 + round * 10);
        const claims = [];
        for (const lead of ['fatma', 'stef', 'riet'] as const) {
          const idea = await tellIdea(database, lead);
          const group = await gather(database, idea, ['joop', 'bep'], lead);
          claims.push(
            await askPlace(database, group, { placeId: village.room, size: 'small', startsOn: starts }, lead)
          );
        }
        const stewards = ['bram', 'ingrid', 'bram'] as const;
        const outcomes = await atOnce(
          database,
          claims.map((claim, index) => ({
            person: stewards[index] ?? 'bram',
            query: `select public.transition_claim('${claim}', 'granted')`
          }))
        );
        expect([...outcomes].sort()).toEqual([null, 'place_held', 'place_held'].sort());
        const states = await Promise.all(
          claims.map(async (claim) => (await claimRow(database, claim)).state)
        );
        expect([...states].sort()).toEqual(['granted', 'requested', 'requested']);
      }
      await database.close();
    });

    it('counts every supporter, gives one lead, one group, and no deadlock', async () => {
      const database = await openPostgresDatabase();
      await settleVillage(database);
      const crowd = [
        'stef',
        'fatma',
        'joop',
        'bep',
        'bram',
        'ingrid',
        'mo',
        'anja',
        'noor',
        'ruben',
        'sanne',
        'elsje'
      ] as const;
      const idea = await tellIdea(database);
      const supported = await atOnce(
        database,
        crowd.map((person) => ({
          person,
          query: `insert into public.supports (idea_id, participant_id) values ('${idea}', '${people[person]}')`
        }))
      );
      expect(supported).toEqual(crowd.map(() => null));
      expect(await database.sql('select support_count from public.ideas where id = $1', [idea])).toEqual([
        { support_count: 12 }
      ]);

      const started = await atOnce(
        database,
        (['fatma', 'joop', 'bep', 'mo', 'anja'] as const).map((person) => ({
          person,
          query: `select public.start_coalition('${idea}')`
        }))
      );
      expect([...started].sort()).toEqual(
        ['coalition_exists', 'coalition_exists', 'coalition_exists', 'coalition_exists', null].sort()
      );
      const [group] = await database.sql<{ id: string; lead: string }>(
        `select c.id, p.participant_id as lead from public.coalitions c join public.coalition_members m on m.coalition_id = c.id
       join public.coalition_people p on p.member_id = m.id where c.idea_id = $1`,
        [idea]
      );
      if (!group) throw new Error('There is no group.');
      await atOnce(
        database,
        crowd.map((person) => ({ person, query: `select public.join_coalition('${group.id}')` }))
      );
      expect(await counted(database, 'coalition_members', `coalition_id = '${group.id}'`)).toBe(
        group.lead === people.riet ? 13 : 12
      );
      const lead =
        (Object.keys(people) as Person[]).find((person) => people[person] === group.lead) ?? 'fatma';
      await (await as(database, lead)).does('change_coalition', { coalition: group.id, act: 'leave' });
      const led = await atOnce(
        database,
        (['stef', 'joop', 'bep', 'mo', 'anja', 'fatma'] as const)
          .filter((person) => person !== lead)
          .map((person) => ({ person, query: `select public.change_coalition('${group.id}', 'take_lead')` }))
      );
      expect(led.filter((outcome) => outcome === null)).toHaveLength(1);
      expect(led.filter((outcome) => outcome !== null && outcome !== 'lead_taken')).toEqual([]);

      // everything at once on one idea, group and claim: some are refused by a rule, none by a deadlock
      const [newLead] = await database.sql<{ lead: string }>(
        `select p.participant_id as lead from public.coalition_members m join public.coalition_people p on p.member_id = m.id
       where m.coalition_id = $1 and m.role = 'lead' and m.left_at is null`,
        [group.id]
      );
      const leader =
        (Object.keys(people) as Person[]).find((person) => people[person] === newLead?.lead) ?? 'fatma';
      for (let round = 0; round < 3; round += 1) {
        const claim = await askPlace(
          database,
          group.id,
          {
            placeId: round === 0 ? village.field : round === 1 ? village.room : village.corner,
            startsOn: day(3)
          },
          leader
        );
        const outcomes = await atOnce(database, [
          {
            person: leader,
            query: `select public.change_coalition('${group.id}', 'update', '{"body": "Nieuws"}')`
          },
          { person: leader, query: `select public.transition_claim('${claim}', 'withdrawn')` },
          { person: 'bram', query: `select public.transition_claim('${claim}', 'in_talks')` },
          {
            person: 'ingrid',
            query: `select public.transition_claim('${claim}', 'refused', '{"reason": "nee"}')`
          },
          {
            person: 'noor',
            query: `select public.transition_claim('${claim}', 'in_talks', '{"onBehalfOf": "iemand"}')`
          },
          {
            person: 'riet',
            query: `select public.change_idea('${idea}', '{"title": "Nieuwe naam ${round}"}')`
          },
          {
            person: 'noor',
            query: `select public.facilitate_idea('${idea}', 'plan', '{"what": "bellen", "who": "Noor", "due": "2030-01-01"}')`
          },
          {
            person: 'stef',
            query: `insert into public.comments (id, idea_id, body) values (gen_random_uuid(), '${idea}', 'Mooi')`
          },
          { person: 'otto', query: `select public.join_coalition('${group.id}')` }
        ]);
        expect(outcomes.filter((outcome) => outcome === '40P01' || outcome === '40001')).toEqual([]);
        expect(outcomes.filter((outcome) => outcome === null).length).toBeGreaterThanOrEqual(5);
      }
      await database.close();
    });
  }
);
