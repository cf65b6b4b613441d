import { beforeAll, describe, expect, it } from 'vitest';
import type { DataClient } from '../../src/lib/server/backends/types.ts';
import { people, settleVillage, village, type Person } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { as, asVisitor, type FunctionName } from './acting.ts';
import { agree, askPlace, askedStory, day, gather, nextId, putPhoto, tellIdea } from './stories.ts';

/** Words and ids that stand in the database and that a stranger must find nowhere. */
const secrets = {
  'the id of an author': people.riet,
  'the id of a lead': people.fatma,
  'the id of a member': people.joop,
  'the id of another member': people.bep,
  'the id of a steward': people.bram,
  'the id of a facilitator': people.noor,
  'an e-mail address': 'riet.geheim@example.org',
  'a telephone number': '0612345678',
  'the title of a hidden idea': 'Verborgen wens',
  'what was said under a hidden idea': 'Verborgen woord',
  'what a hidden idea lacks': 'Verborgen gebrek',
  'what a hidden idea asks a place for': 'Verborgen doel',
  'news of a hidden idea': 'Verborgen nieuws',
  'a moment of a hidden idea': 'Verborgen moment',
  'what was photographed for a hidden idea': 'Verborgen foto',
  'the title of a relayed idea': 'Een beugel in de douche',
  'why an idea is hidden': 'Er stond een achternaam in',
  'a no that is not public yet': 'Nog niemand weet dit',
  'a hidden comment': 'Lelijk woord',
  'a hidden pearl': 'Lelijke parel',
  'a private message': 'Onder vier ogen',
  'what a volunteer offers': 'Ik kan sloten maken',
  'who has the key': 'Sleutel bij Geertje',
  'whom to call': '0318-999999',
  'for whom somebody acted': 'mevrouw Geheim',
  'a session': 'hash-van-een-sessie',
  'a code': 'hash-van-een-code',
  'a mail': 'uw code is 887766',
  'the canary': 'nobody hears this'
} as const;

describeOnEachBackend('what is private', (database) => {
  let idea: string;
  let hidden: string;
  let relayed: string;
  let coalition: string;
  let claim: string;
  let agreement: string;
  let upload: string;
  let hiddenUpload: string;
  let code: string;
  let hiddenClaim: string;
  let hiddenNeed: string;
  let hiddenCoalition: string;

  beforeAll(async () => {
    const db = database();
    await settleVillage(db);
    const riet = await as(db, 'riet');
    const noor = await as(db, 'noor');
    idea = await tellIdea(db, 'riet', { title: 'Een openbaar idee' });
    await riet.does('create_idea', {
      request: { wijk: 'linde', title: 'Nog een idee' },
      idempotency_key: 'een-sleutel-van-riet'
    });
    coalition = await gather(db, idea);
    claim = await askPlace(db, coalition);
    await noor.does('transition_claim', {
      claim,
      to_state: 'in_talks',
      request: { onBehalfOf: secrets['for whom somebody acted'] }
    });
    const made = await (
      await as(db, 'bram')
    ).does<{ id: string }>('make_agreement', {
      claim,
      request: { what: 'Een bank', keyHolder: secrets['who has the key'], whoToCall: secrets['whom to call'] }
    });
    agreement = made.id;
    upload = await putPhoto(db, idea, 'riet');
    await (
      await as(db, 'joop')
    ).does('change_coalition', {
      coalition,
      act: 'promise',
      request: { what: 'de deur openen', due: day(3) }
    });
    await riet.client.from('supports').insert({ idea_id: idea, participant_id: people.riet });
    await riet.client.from('comments').insert({ id: nextId(), idea_id: idea, body: 'Wat fijn' });
    await riet.client
      .from('pearls')
      .insert({ id: nextId(), neighbourhood_id: village.linde, title: 'De lindes' });
    await riet.client.from('contacts').insert({
      participant_id: people.riet,
      neighbourhood_id: village.linde,
      channel: 'call',
      value: secrets['a telephone number']
    });
    await riet.client.from('contacts').insert({
      participant_id: people.riet,
      neighbourhood_id: village.linde,
      channel: 'mail',
      value: secrets['an e-mail address']
    });
    await riet.client.from('follows').insert({ idea_id: idea, participant_id: people.riet, channel: 'call' });
    await riet.client.from('messages').insert({
      id: nextId(),
      neighbourhood_id: village.linde,
      participant_id: people.riet,
      body: secrets['a private message']
    });
    await riet.client.from('offers').insert({
      id: nextId(),
      neighbourhood_id: village.linde,
      participant_id: people.riet,
      what: secrets['what a volunteer offers']
    });

    // an idea that went all the way to a claim, and is then hidden
    const story = await askedStory(db, {
      purpose: secrets['what a hidden idea asks a place for'],
      placeId: village.corner
    });
    hidden = story.idea;
    hiddenClaim = story.claim;
    hiddenCoalition = story.coalition;
    hiddenUpload = await putPhoto(db, hidden, 'riet');
    await (
      await as(db, 'joop')
    ).does('change_coalition', {
      coalition: story.coalition,
      act: 'update',
      request: { body: secrets['news of a hidden idea'] }
    });
    await riet.client
      .from('comments')
      .insert({ id: nextId(), idea_id: hidden, body: secrets['what was said under a hidden idea'] });
    await riet.does('change_idea', {
      idea: hidden,
      request: { title: secrets['the title of a hidden idea'] }
    });
    hiddenNeed = nextId();
    await db.sql(
      `insert into public.needs (id, idea_id, kind, words) values ('${hiddenNeed}', '${hidden}', 'hands', '${secrets['what a hidden idea lacks']}')`
    );
    await db.sql(
      `update public.uploads set description = '${secrets['what was photographed for a hidden idea']}' where id = '${hiddenUpload}'`
    );
    await db.sql(
      `insert into public.gatherings (id, neighbourhood_id, idea_id, place_id, title, starts_at)
       values ('${nextId()}', '${village.linde}', '${hidden}', '${village.corner}', '${secrets['a moment of a hidden idea']}', now() + interval '1 day')`
    );
    await noor.does('facilitate_idea', {
      idea: hidden,
      act: 'hide',
      request: { reason: secrets['why an idea is hidden'] }
    });
    relayed = await tellIdea(db, 'riet', { title: secrets['the title of a relayed idea'] });
    await noor.does('facilitate_idea', { idea: relayed, act: 'relay' });

    const declined = await tellIdea(db, 'riet', { title: 'Een hek' });
    await noor.does('facilitate_idea', {
      idea: declined,
      act: 'decline',
      request: { organisationId: village.housing, reason: secrets['a no that is not public yet'] }
    });
    const comment = nextId();
    const pearl = nextId();
    await riet.client
      .from('comments')
      .insert({ id: comment, idea_id: idea, body: secrets['a hidden comment'] });
    await riet.client
      .from('pearls')
      .insert({ id: pearl, neighbourhood_id: village.linde, title: secrets['a hidden pearl'] });
    await noor.client.from('comments').update({ hidden: true }).eq('id', comment);
    await noor.client.from('pearls').update({ hidden: true }).eq('id', pearl);
    await db.sql(
      `insert into public.accounts (participant_id, email) values ('${people.riet}', '${secrets['an e-mail address']}')`
    );
    await db.sql(
      `insert into public.sessions (token_hash, participant_id) values ('${secrets['a session']}', '${people.riet}')`
    );
    await db.sql(
      `insert into public.one_time_codes (code_hash, purpose, participant_id, expires_at) values ('${secrets['a code']}', 'transfer', '${people.riet}', now() + interval '1 day')`
    );
    await db.sql(
      `insert into public.outbox_mails (recipient, subject, body) values ('${secrets['an e-mail address']}', 'x', '${secrets['a mail']}')`
    );
    const [row] = await db.sql<{ code: string }>(`select code from public.follow_codes where idea_id = $1`, [
      idea
    ]);
    code = row?.code ?? '';
  });

  /**
   * What somebody gets of everything that can be asked: at least every table of the catalogue, every function that
   * anybody may call, and with `alongKeys` every table together with every other that a key joins it to, both ways,
   * which takes long.
   */
  const gossip = async (client: DataClient, alongKeys: boolean): Promise<[string, string][]> => {
    const heard: [string, string][] = [];
    const ask = async (
      question: string,
      answer: PromiseLike<{ data: unknown; error: unknown; status: number }>
    ) => {
      const { data, error } = await answer;
      heard.push([question, JSON.stringify(data ?? null) + JSON.stringify(error ?? null)]);
    };
    const tables = (
      await database().sql<{ name: string }>(
        `select c.relname as name from pg_catalog.pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')`
      )
    ).map((row) => row.name);
    const from = (table: string) => client.from(table as 'ideas');
    for (const table of tables) await ask(table, from(table).select('*'));
    const keys = await database().sql<{ child: string; parent: string; name: string }>(
      `select c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent, c.conname as name
       from pg_catalog.pg_constraint c where c.contype = 'f' and c.connamespace = 'public'::regnamespace`
    );
    // A catalogue that was read wrongly would leave nothing to ask.
    expect(tables.length).toBeGreaterThan(30);
    expect(keys.length).toBeGreaterThan(tables.length);
    const bare = (name: string) => name.replace(/^public\./, '');
    for (const key of alongKeys ? keys : []) {
      await ask(
        `${key.parent} with ${key.child}`,
        from(bare(key.parent)).select(`*, ${bare(key.child)}!${key.name}(*)` as '*')
      );
      await ask(
        `${key.child} with ${key.parent}`,
        from(bare(key.child)).select(`*, ${bare(key.parent)}!${key.name}(*)` as '*')
      );
    }
    await ask(
      'a long way round',
      client
        .from('ideas')
        .select(
          '*, coalitions(*, coalition_members(*, coalition_people(*)), claims(*, agreements(*, agreement_details(*))))' as '*'
        )
    );
    for (const [table, column, value] of [
      ['idea_authors', 'participant_id', people.riet],
      ['comment_authors', 'participant_id', people.riet],
      ['event_actors', 'participant_id', people.noor],
      ['participants', 'id', people.riet]
    ] as const)
      await ask(`${table} by ${column}`, from(table).select('*').filter(column, 'eq', value));
    await ask(
      'ideas by their author',
      client
        .from('ideas')
        .select('id, idea_authors!inner(participant_id)')
        .eq('idea_authors.participant_id', people.riet)
    );
    await ask(
      'ideas in the order of their authors',
      client.from('ideas').select('id').order('idea_authors(participant_id)')
    );

    const everyIdea = { idea, hidden, relayed };
    const questions: [FunctionName, Record<string, unknown>][] = [
      ['map_snapshot', { neighbourhood_slug: 'linde' }],
      ['idea_facts', { ideas: Object.values(everyIdea) }],
      ...Object.values(everyIdea).map((one): [FunctionName, Record<string, unknown>] => [
        'idea_page',
        { idea: one }
      ]),
      ['coalition_idea', { coalition: hiddenCoalition }],
      ['claim_page', { claim }],
      ['claim_page', { claim: hiddenClaim }],
      ...[village.field, village.corner, village.room].map(
        (place): [FunctionName, Record<string, unknown>] => ['place_page', { place }]
      ),
      ...['Verborgen', 'beugel', 'Een', 'openbaar', 'riet'].map(
        (words): [FunctionName, Record<string, unknown>] => [
          'search_neighbourhood',
          { neighbourhood_slug: 'linde', words }
        ]
      ),
      ...['Verborgen wens', 'Een beugel in de douche'].map(
        (words): [FunctionName, Record<string, unknown>] => [
          'similar_ideas',
          { neighbourhood_slug: 'linde', longitude: null, latitude: null, words }
        ]
      ),
      ['upload_bytes', { upload: hiddenUpload, wanted: 'small' }],
      ['follow_status', { neighbourhood_slug: 'linde', code }],
      ['my_part', { idea }],
      ['my_part', { idea: hidden }],
      ['my_overview', { neighbourhood_slug: 'linde' }],
      ['withdraw_idea', { idea: hidden }],
      ['change_idea', { idea: hidden, request: { title: 'x' } }],
      ['change_idea', { idea, request: { title: 'x' } }],
      ['take_over_idea', { idea: hidden }],
      ['start_coalition', { idea: hidden }],
      ['start_coalition', { idea: relayed }],
      ['join_coalition', { coalition: hiddenCoalition }],
      ['change_coalition', { coalition: hiddenCoalition, act: 'update', request: { body: 'x' } }],
      ['transition_claim', { claim: hiddenClaim, to_state: 'withdrawn' }],
      ['make_agreement', { claim: hiddenClaim, request: { what: 'x' } }],
      ['confirm_agreement', { agreement }],
      ['facilitate_idea', { idea: hidden, act: 'read' }],
      ['describe_spot', { neighbourhood_slug: 'linde', longitude: 5.776, latitude: 52.101 }],
      ['map_object', { neighbourhood_slug: 'linde', object_id: hidden }],
      ['offer_for_need', { need: hiddenNeed }],
      ['request_claim', { request: { coalitionId: hiddenCoalition, placeId: village.field, purpose: 'x' } }],
      ['create_upload', { request: { id: hiddenUpload, ideaId: hidden } }],
      ['create_idea', { request: { id: hidden, wijk: 'linde', title: 'x' } }]
    ];
    const functions = await database().sql<{ name: FunctionName }>(
      `select distinct p.proname as name from pg_catalog.pg_proc p
       where p.pronamespace = 'public'::regnamespace and p.prorettype <> 'pg_catalog.trigger'::regtype
         and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute'))`
    );
    const asked = new Set(questions.map(([name]) => name));
    expect(functions.map(({ name }) => name).filter((name) => !asked.has(name))).toEqual([]);
    for (const [name, args] of questions)
      await ask(`${name} ${JSON.stringify(args)}`, client.rpc(name, args as never));
    return heard;
  };

  describe.each([
    ['a visitor', null, true],
    ['a stranger', 'stef', true],
    ['a facilitator elsewhere', 'elsje', false],
    ['an administrator elsewhere', 'adam', false],
    ['a steward elsewhere', 'otto', false],
    ['the planner', 'ruben', false]
  ] as const)('for %s', (_, person: Person | null, alongKeys) => {
    it('is nowhere to be had', async () => {
      const client = person ? await database().asPerson(people[person]) : database().asAnon();
      const heard = await gossip(client, alongKeys);
      for (const [name, secret] of Object.entries({ ...secrets, 'a follow code': code })) {
        // a code that was asked by is answered with what it is about, and the question itself holds it
        const telling = heard.filter(
          ([question, answer]) => answer.includes(secret) && !question.startsWith('follow_status')
        );
        expect(
          telling.map(([question]) => question),
          name
        ).toEqual([]);
      }
      // and what is public is not kept from them
      const answers = Object.fromEntries(heard);
      expect(answers['ideas']).toContain('Een openbaar idee');
      expect(answers[`idea_page ${JSON.stringify({ idea })}`]).toContain('Een openbaar idee');
      expect(answers[`follow_status ${JSON.stringify({ neighbourhood_slug: 'linde', code })}`]).toContain(
        'Een openbaar idee'
      );
      expect(answers['uploads']).toContain(upload);
    });
  });

  it('is there to be had by who may: the facilitator finds it with the same questions', async () => {
    const heard = (await gossip(await database().asPerson(people.noor), false))
      .map(([, answer]) => answer)
      .join('\n');
    const neverAsked = ['a session', 'a code', 'a mail', 'the canary'];
    for (const [name, secret] of Object.entries(secrets))
      if (!neverAsked.includes(name)) expect(heard.includes(secret), name).toBe(true);
  });

  it('does not tell whether a hidden idea exists', async () => {
    const stef = await as(database(), 'stef');
    const nothing = nextId();
    for (const name of ['withdraw_idea', 'take_over_idea', 'start_coalition'] as const)
      expect(await stef.isRefused(name, { idea: hidden }), name).toEqual(
        await stef.isRefused(name, { idea: nothing })
      );
    for (const act of ['read', 'hide', 'decline'])
      expect(await stef.isRefused('facilitate_idea', { idea: hidden, act }), act).toEqual(
        await stef.isRefused('facilitate_idea', { idea: nothing, act })
      );
    expect(await stef.isRefused('join_coalition', { coalition: hiddenCoalition })).toEqual(
      await stef.isRefused('join_coalition', { coalition: nothing })
    );
    expect(await stef.isRefused('transition_claim', { claim: hiddenClaim, to_state: 'withdrawn' })).toEqual(
      await stef.isRefused('transition_claim', { claim: nothing, to_state: 'withdrawn' })
    );
  });

  it('keeps strangers out of the group of a one-to-one wish', async () => {
    const wish = await tellIdea(database(), 'riet', { title: 'Mee naar de bus' });
    const group = await gather(database(), wish, ['joop']);
    await (await as(database(), 'noor')).does('facilitate_idea', { idea: wish, act: 'relay' });
    const stef = await as(database(), 'stef');
    expect(await stef.isRefused('join_coalition', { coalition: group })).toMatchObject({ status: 404 });
    expect(await stef.isRefused('start_coalition', { idea: wish })).toMatchObject({ status: 404 });
    // who was in it before goes on
    await (
      await as(database(), 'joop')
    ).does('change_coalition', { coalition: group, act: 'update', request: { body: 'Tot dinsdag' } });
  });

  it('shows both parties and the facilitator the key and the number, and nobody who joins afterwards', async () => {
    const read = async (person: Person) =>
      (
        await (
          await database().asPerson(people[person])
        )
          .from('agreement_details')
          .select('*')
          .eq('agreement_id', agreement)
      ).data?.length;
    for (const person of ['fatma', 'joop', 'bep', 'bram', 'ingrid', 'noor'] as const)
      expect(await read(person), person).toBe(1);
    for (const person of ['stef', 'riet', 'mo', 'anja', 'ruben', 'sanne', 'elsje'] as const)
      expect(await read(person), person).toBe(0);
    const stef = await as(database(), 'stef');
    await stef.does('join_coalition', { coalition, request: {} });
    expect(await read('stef')).toBe(0);
    const seen = await stef.does<{
      claimDetails: { id: string; agreement: { keyHolder: string | null; whoToCall: string | null } }[];
    }>('idea_page', { idea });
    expect(seen.claimDetails.find((one) => one.id === claim)?.agreement).toMatchObject({
      keyHolder: null,
      whoToCall: null
    });
    await stef.does('change_coalition', { coalition, act: 'leave' });
  });

  it('writes down who acts, whatever the arguments say', async () => {
    const stef = await as(database(), 'stef');
    const someoneElse = {
      participantId: people.riet,
      participant_id: people.riet,
      author: people.riet,
      authorId: people.riet,
      actor: 'facilitator',
      actorRole: 'facilitator',
      role: 'lead',
      sub: people.riet,
      onBehalfOf: secrets['for whom somebody acted'],
      hidden: true,
      relayed: true,
      state: 'realised',
      supportCount: 900,
      readAt: '2020-01-01'
    };
    const made = await stef.does<{ id: string; state: string; supportCount: number }>('create_idea', {
      request: { wijk: 'linde', title: 'Van Stef', ...someoneElse }
    });
    expect(made).toMatchObject({ state: 'open', supportCount: 0 });
    const actorsOf = async (entity: string) =>
      await database().sql(
        `select distinct a.participant_id, a.on_behalf_of, e.actor_role from public.event_actors a join public.events e on e.id = a.event_id where e.entity_id = $1`,
        [entity]
      );
    expect(
      await database().sql('select participant_id, entered_by from public.idea_authors where idea_id = $1', [
        made.id
      ])
    ).toEqual([{ participant_id: people.stef, entered_by: null }]);
    expect(await actorsOf(made.id)).toEqual([
      { participant_id: people.stef, on_behalf_of: null, actor_role: 'author' }
    ]);
    expect(
      await database().sql('select hidden, relayed, read_at from public.ideas where id = $1', [made.id])
    ).toEqual([{ hidden: false, relayed: false, read_at: null }]);

    const group = await stef.does<{ id: string }>('start_coalition', {
      idea: made.id,
      request: { ...someoneElse, role: 'partner' }
    });
    expect(
      await database().sql(
        `select p.participant_id, p.professional, m.role from public.coalition_people p join public.coalition_members m on m.id = p.member_id where m.coalition_id = $1`,
        [group.id]
      )
    ).toEqual([{ participant_id: people.stef, professional: false, role: 'lead' }]);
    expect(
      await stef.isRefused('join_coalition', { coalition: group.id, request: { role: 'lead' } })
    ).toEqual({ status: 422, code: 'role_unknown', field: 'role' });
    expect(
      await stef.isRefused('join_coalition', {
        coalition: group.id,
        request: { organisationId: village.housing }
      })
    ).toEqual({
      status: 403,
      code: 'not_your_organisation',
      field: 'organisationId'
    });
    await gather(database(), await tellIdea(database(), 'stef'), ['riet', 'mo'], 'stef').then(
      async (coalitionOfStef) => {
        const asked = await askPlace(database(), coalitionOfStef, someoneElse, 'stef');
        expect(await actorsOf(asked)).toEqual([
          { participant_id: people.stef, on_behalf_of: null, actor_role: 'lead' }
        ]);
        await stef.does('transition_claim', { claim: asked, to_state: 'withdrawn', request: someoneElse });
        expect(await actorsOf(asked)).toEqual([
          { participant_id: people.stef, on_behalf_of: null, actor_role: 'lead' }
        ]);
      }
    );
  });

  it('forgets a name in the history when it is taken back', async () => {
    const named = await tellIdea(database(), 'riet', { title: 'Met naam', name: 'Riet de Wit' });
    const page = () => asVisitor(database()).does('idea_page', { idea: named });
    expect(JSON.stringify(await page())).toContain('Riet de Wit');
    await (await as(database(), 'riet')).does('change_idea', { idea: named, request: { name: null } });
    expect(JSON.stringify(await page())).not.toContain('Riet de Wit');
    expect(
      JSON.stringify(await database().sql('select * from public.events where idea_id = $1', [named]))
    ).not.toContain('Riet de Wit');
  });

  it('shows the same map to everybody, whatever more they may read', async () => {
    const map = async (person: Person | null) =>
      (person ? await as(database(), person) : asVisitor(database())).does('map_snapshot', {
        neighbourhood_slug: 'linde'
      });
    const seen = await map(null);
    for (const person of ['riet', 'noor', 'sanne', 'bram'] as const)
      expect(await map(person), person).toEqual(seen);
  });

  it('shows an author what is theirs, hidden or not, and why', async () => {
    const riet = await as(database(), 'riet');
    expect(await riet.does('idea_page', { idea: hidden })).toMatchObject({
      title: secrets['the title of a hidden idea'],
      hidden: true,
      moderation: secrets['why an idea is hidden']
    });
    expect(await riet.does('my_part', { idea })).toMatchObject({ author: true, followCode: code });
    expect(await (await as(database(), 'stef')).does('my_part', { idea })).toMatchObject({
      author: false,
      followCode: null,
      facilitator: false,
      hats: { [claim]: [] }
    });
  });

  it('is not in the answers to an agreement that was confirmed', async () => {
    const { idea: other, claim: asked } = await askedStory(database());
    await agree(database(), asked);
    expect(JSON.stringify(await asVisitor(database()).does('idea_page', { idea: other }))).not.toMatch(
      /Bram heeft de sleutel|0318-000000/
    );
  });
});
