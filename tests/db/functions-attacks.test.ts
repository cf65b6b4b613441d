import { beforeAll, describe, expect, it } from 'vitest';
import { people, settleVillage, spots, village } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { as, asClock, asVisitor } from './acting.ts';
import { askedStory, askPlace, day, gather, nextId, point, putPhoto, tellIdea } from './stories.ts';

// Somebody with a key to the data API and bad intentions. Each test is about one way in.

describeOnEachBackend('an attacker', (database) => {
  beforeAll(() => settleVillage(database()));

  describe('cannot call', () => {
    it.each([
      ['set_config', { setting_name: 'samenspel.bulk', new_value: 'on', is_local: false }],
      ['current_setting', { setting_name: 'request.jwt.claims' }],
      ['pg_sleep', { seconds: 60 }],
      ['pg_read_file', { filename: 'PG_VERSION' }],
      ['pg_notify', { channel: 'changes', payload: 'x' }],
      [
        'query_to_xml',
        { query: 'select * from public.accounts', nulls: true, tableforest: true, targetns: '' }
      ],
      [
        'append_change',
        {
          in_neighbourhood: village.linde,
          change_kind: 'idea.removed',
          of_entity: 'idea',
          of_entity_id: village.linde
        }
      ],
      ['record_event', {}],
      ['write_agreement', {}],
      ['idea_json', { of_idea: village.linde }],
      ['my_ideas', {}]
    ])('%s through the data API', async (name, args) => {
      for (const client of [database().asAnon(), await database().asPerson(people.stef)]) {
        const { data, error } = await client.rpc(name as never, args as never);
        expect(data).toBeNull();
        expect(error?.code).toBe('PGRST202');
        for (const schema of ['private', 'pg_catalog', 'auth', 'extensions']) {
          const elsewhere = await client.schema(schema as never).rpc(name as never, args as never);
          expect(elsewhere.data).toBeNull();
          expect(elsewhere.error?.code, schema).toBe('PGRST106');
        }
      }
    });

    it('a function with the rights of the owner that is not on this list', async () => {
      const rows = await database().sql<{ name: string }>(
        `select distinct p.pronamespace::regnamespace::text || '.' || p.proname as name from pg_catalog.pg_proc p
         where p.pronamespace in ('public'::regnamespace, 'private'::regnamespace) and p.prosecdef
           and (has_function_privilege('anon', p.oid, 'execute') or has_function_privilege('authenticated', p.oid, 'execute'))`
      );
      expect(rows.map((row) => row.name).sort()).toEqual(
        [
          // tell who the caller is, and nothing of anybody else
          'claim_actors',
          'has_role',
          'is_professional',
          'administered_organisations',
          'my_agreements',
          'my_coalitions',
          'my_comments',
          'my_ideas',
          'my_neighbourhoods',
          'my_organisations',
          'my_pearls',
          'my_uploads',
          // give a number, an id or what everybody may read
          'coalition_composition',
          'count_offers',
          'follow_status',
          'idea_neighbourhood',
          'locate',
          // check who asks before they do anything: functions-acts.test.ts
          'change_coalition',
          'change_idea',
          'confirm_agreement',
          'create_idea',
          'create_upload',
          'facilitate_idea',
          'join_coalition',
          'make_agreement',
          'offer_for_need',
          'request_claim',
          'start_coalition',
          'take_over_idea',
          'transition_claim',
          'withdraw_idea'
        ]
          .map((name) => `private.${name}`)
          .sort()
      );
    });
  });

  describe('finds no policy', () => {
    it('for everybody at once, for a change without a check, or on a table without protection', async () => {
      const policies = await database().sql<{ policy: string; roles: string; cmd: string; checked: boolean }>(
        `select tablename || ': ' || policyname as policy, roles::text as roles, cmd, with_check is not null as checked from pg_catalog.pg_policies where schemaname = 'public'`
      );
      expect(policies.length).toBeGreaterThan(100);
      expect(
        policies.filter((row) => !/^\{(anon|authenticated|anon,authenticated)\}$/.test(row.roles))
      ).toEqual([]);
      expect(policies.filter((row) => row.cmd === 'ALL')).toEqual([]);
      expect(policies.filter((row) => ['UPDATE', 'INSERT'].includes(row.cmd) && !row.checked)).toEqual([]);
      expect(policies.filter((row) => row.cmd !== 'SELECT' && row.roles.includes('anon'))).toEqual([]);
    });
  });

  describe('in an organisation', () => {
    it('does not take the word "example" off it, nor off a place, nor moves it elsewhere', async () => {
      for (const person of ['mo', 'bram', 'sanne'] as const) {
        const { client } = await as(database(), person);
        expect(
          (await client.from('organisations').update({ example: false }).eq('id', village.housing)).error,
          person
        ).toMatchObject({ code: 'PT403' });
        expect(
          (
            await client
              .from('organisations')
              .update({ neighbourhood_id: village.beek })
              .eq('id', village.housing)
          ).error,
          person
        ).not.toBeNull();
      }
      const bram = await as(database(), 'bram');
      expect(
        (await bram.client.from('places').update({ example: false }).eq('id', village.field)).error
      ).toMatchObject({ code: 'PT403' });
      expect(
        await database().sql('select example, neighbourhood_id from public.organisations where id = $1', [
          village.housing
        ])
      ).toEqual([{ example: true, neighbourhood_id: village.linde }]);
    });

    it("does not give a place away, nor take one that is another's or nobody's", async () => {
      const bram = await as(database(), 'bram');
      expect(
        (
          await bram.client
            .from('places')
            .update({ steward_organisation_id: village.club })
            .eq('id', village.field)
        ).error?.code
      ).toBe('42501');
      for (const place of [village.corner, village.barn])
        expect(
          (
            await bram.client
              .from('places')
              .update({ steward_organisation_id: village.housing })
              .eq('id', place)
              .select('id')
          ).data
        ).toEqual([]);
    });

    it('does not make themselves its steward by an invitation from elsewhere', async () => {
      const adam = await as(database(), 'adam');
      const invite = { neighbourhood_id: village.beek, email: 'adam@example.org', mandate: 'steward' };
      expect(
        (await adam.client.from('invitations').insert({ ...invite, organisation_id: village.housing })).error
      ).toMatchObject({ hint: 'organisation_unknown' });
      expect(
        (
          await adam.client
            .from('invitations')
            .insert({ ...invite, neighbourhood_id: village.linde, organisation_id: village.housing })
        ).error?.code
      ).toBe('42501');
      // his own may
      expect(
        (
          await adam.client
            .from('invitations')
            .insert({ ...invite, organisation_id: village.organisationElsewhere })
        ).error
      ).toBeNull();
      const adamAccount = await asClock(database()).does<{ participantId: string }>('sign_in_account', {
        email: 'Adam@example.org',
        auth_user: null,
        token_hash: 'x'
      });
      expect(
        await database().sql('select mandate from public.organisation_members where participant_id = $1', [
          adamAccount.participantId
        ])
      ).toEqual([{ mandate: 'steward' }]);
    });

    it('says no only to what is asked of its own place', async () => {
      const elsewhere = await tellIdea(database(), 'riet', { location: point(spots.road) });
      const bram = await as(database(), 'bram');
      const decline = (idea: string) => ({
        idea,
        act: 'decline',
        request: { organisationId: village.housing, reason: 'Geen zin in' }
      });
      expect(await bram.isRefused('facilitate_idea', decline(elsewhere))).toMatchObject({
        status: 403,
        code: 'role_missing'
      });
      await bram.does(
        'facilitate_idea',
        decline(await tellIdea(database(), 'riet', { placeId: village.field }))
      );
      expect(
        await bram.isRefused('facilitate_idea', {
          idea: await tellIdea(database(), 'riet', { placeId: village.field }),
          act: 'decline',
          request: { organisationId: village.club, reason: 'Namens de club' }
        })
      ).toMatchObject({ status: 403 });
    });

    it('joins a group only for an organisation of their own', async () => {
      const coalition = await gather(database(), await tellIdea(database()));
      expect(
        await (
          await as(database(), 'anja')
        ).isRefused('join_coalition', { coalition, request: { organisationId: village.housing } })
      ).toMatchObject({ status: 403 });
    });
  });

  describe('who facilitates another neighbourhood', () => {
    it('does nothing here, whatever ids they send', async () => {
      const { idea, coalition, claim } = await askedStory(database());
      const photo = await putPhoto(database(), idea, 'riet');
      const comment = nextId();
      await (
        await as(database(), 'riet')
      ).client
        .from('comments')
        .insert({ id: comment, idea_id: idea, body: 'Mooi' });
      const elsje = await as(database(), 'elsje');
      for (const act of ['read', 'hide', 'show', 'relay', 'plan', 'pass_on', 'decline'])
        expect(
          await elsje.isRefused('facilitate_idea', {
            idea,
            act,
            request: {
              reason: 'xxx',
              organisationId: village.organisationElsewhere,
              what: 'x',
              who: 'x',
              due: day(1)
            }
          }),
          act
        ).toMatchObject({ status: 403 });
      for (const act of [
        'update',
        'add_need',
        'hand_over',
        'realise',
        'complete',
        'rest',
        'dissolve',
        'wake'
      ])
        expect(
          await elsje.isRefused('change_coalition', { coalition, act, request: { body: 'x' } }),
          act
        ).toMatchObject({ status: 403 });
      expect(
        await elsje.isRefused('transition_claim', {
          claim,
          to_state: 'in_talks',
          request: { onBehalfOf: 'iemand' }
        })
      ).toMatchObject({ status: 403 });
      expect(await elsje.isRefused('change_idea', { idea, request: { title: 'x' } })).toMatchObject({
        status: 403
      });
      expect(
        await elsje.isRefused('create_upload', {
          request: { ideaId: idea, width: 1, height: 1, variants: { small: {} } }
        })
      ).toMatchObject({ status: 403 });
      expect(
        (await elsje.client.from('comments').update({ hidden: true }).eq('id', comment).select('id')).data
      ).toEqual([]);
      expect(
        (await elsje.client.from('uploads').update({ hidden: true }).eq('id', photo).select('id')).data
      ).toEqual([]);
      const gathering = { id: nextId(), title: 'Borrel', starts_at: '2030-01-01T10:00:00Z' };
      expect(
        (await elsje.client.from('gatherings').insert({ ...gathering, neighbourhood_id: village.linde }))
          .error?.code
      ).toBe('42501');
      expect(
        (
          await elsje.client
            .from('gatherings')
            .insert({ ...gathering, neighbourhood_id: village.beek, idea_id: idea })
        ).error
      ).toMatchObject({ hint: 'idea_unknown' });
      expect(
        (
          await elsje.client
            .from('gatherings')
            .insert({ ...gathering, neighbourhood_id: village.beek, place_id: village.field })
        ).error
      ).toMatchObject({ hint: 'place_unknown' });
      expect(
        (await elsje.client.from('gatherings').insert({ ...gathering, neighbourhood_id: village.beek })).error
      ).toBeNull();
      expect(
        (
          await elsje.client
            .from('gatherings')
            .update({ neighbourhood_id: village.linde })
            .eq('id', gathering.id)
        ).error
      ).not.toBeNull();
    });

    it('carries no theme, membership or invitation over the border', async () => {
      const adam = await as(database(), 'adam');
      expect(
        (
          await adam.client
            .from('themes')
            .update({ neighbourhood_id: village.linde })
            .eq('id', village.themeElsewhere)
        ).error
      ).not.toBeNull();
      expect(
        (
          await adam.client
            .from('memberships')
            .insert({ neighbourhood_id: village.linde, participant_id: people.adam, role: 'administrator' })
        ).error?.code
      ).toBe('42501');
      expect(
        (await adam.client.from('memberships').delete().eq('neighbourhood_id', village.linde).select('role'))
          .data
      ).toEqual([]);
      expect(
        (
          await adam.client
            .from('neighbourhoods')
            .update({ name: 'Van mij' })
            .eq('id', village.linde)
            .select('id')
        ).data
      ).toEqual([]);
    });
  });

  it('who administers a neighbourhood does not call its demo real, nor give it another id', async () => {
    const sanne = await as(database(), 'sanne');
    for (const change of [{ demo: true }, { id: nextId() }, { created_at: '2020-01-01T00:00:00Z' }])
      expect(
        (
          await sanne.client
            .from('neighbourhoods')
            .update(change as never)
            .eq('id', village.linde)
        ).error
      ).toMatchObject({ code: 'PT403' });
    expect(
      (
        await sanne.client
          .from('neighbourhoods')
          .update({ settings: { answer_days: 'nooit' } })
          .eq('id', village.linde)
      ).error
    ).toMatchObject({ code: 'PT422' });
  });

  it('who facilitates hides what others made, and does not rewrite it', async () => {
    const { idea, coalition } = await askedStory(database());
    const photo = await putPhoto(database(), idea, 'riet');
    const riet = await as(database(), 'riet');
    const noor = await as(database(), 'noor');
    const [comment, pearl, news] = [nextId(), nextId(), nextId()];
    await riet.client.from('comments').insert({ id: comment, idea_id: idea, body: 'Mooi' });
    await riet.client
      .from('pearls')
      .insert({ id: pearl, neighbourhood_id: village.linde, title: 'De lindes' });
    await (
      await as(database(), 'joop')
    ).does('change_coalition', { coalition, act: 'update', request: { id: news, body: 'Nieuws' } });
    const other = await tellIdea(database());
    for (const [table, id, change] of [
      ['comments', comment, { body: 'Lelijk' }],
      ['comments', comment, { author_name: 'Riet' }],
      ['comments', comment, { idea_id: other }],
      ['pearls', pearl, { title: 'Weg ermee' }],
      ['pearls', pearl, { location: `SRID=4326;POINT(${spots.green.join(' ')})` }],
      ['pearls', pearl, { example: true }],
      ['updates', news, { body: 'Ander nieuws' }],
      ['updates', news, { idea_id: other }],
      ['updates', news, { organisation_id: village.housing }],
      ['uploads', photo, { description: 'Iets anders' }],
      ['uploads', photo, { idea_id: other }],
      ['uploads', photo, { people_agreed: true }]
    ] as const)
      expect(
        (
          await noor.client
            .from(table)
            .update(change as never)
            .eq('id', id)
        ).error,
        `${table} ${JSON.stringify(change)}`
      ).toMatchObject({ code: 'PT403', hint: 'field_derived' });
    for (const [table, id] of [
      ['comments', comment],
      ['pearls', pearl],
      ['updates', news],
      ['uploads', photo]
    ] as const)
      expect(
        (
          await noor.client
            .from(table)
            .update({ hidden: true } as never)
            .eq('id', id)
        ).error
      ).toBeNull();
    const page = await asVisitor(database()).does<{ comments: []; updates: []; photos: []; photo: null }>(
      'idea_page',
      { idea }
    );
    expect(page).toMatchObject({ comments: [], updates: [], photos: [], photo: null });
  });

  describe('in a group', () => {
    it('does not borrow the household of another group', async () => {
      const one = await gather(database(), await tellIdea(database()), ['joop']);
      const [member] = await database().sql<{ id: string }>(
        `select id from public.coalition_members where coalition_id = $1 and role = 'member'`,
        [one]
      );
      const idea = await tellIdea(database(), 'stef');
      const other = await gather(database(), idea, [], 'stef');
      await (
        await as(database(), 'riet')
      ).does('join_coalition', { coalition: other, request: { livesWithMemberId: member?.id } });
      expect(await asVisitor(database()).does('idea_page', { idea })).toMatchObject({
        composition: { people: 2, residents: 2, households: 2 }
      });
      const [stef] = await database().sql<{ id: string }>(
        `select id from public.coalition_members where coalition_id = $1 and role = 'lead'`,
        [other]
      );
      await (
        await as(database(), 'bep')
      ).does('join_coalition', { coalition: other, request: { livesWithMemberId: stef?.id } });
      expect(await asVisitor(database()).does('idea_page', { idea })).toMatchObject({
        composition: { people: 3, residents: 3, households: 2 }
      });
      const shared = await database().sql<{ homes: number }>(
        `select count(distinct p.household)::int as homes from public.coalition_people p where p.member_id in ('${member?.id}', '${stef?.id}')`
      );
      expect(shared).toEqual([{ homes: 2 }]);
    });

    it('does not fill a group with professionals until it may ask', async () => {
      const coalition = await gather(
        database(),
        await tellIdea(database()),
        ['noor', 'ruben', 'bram'] as never,
        'fatma'
      );
      expect(
        await (
          await as(database(), 'fatma')
        ).isRefused('request_claim', {
          request: {
            coalitionId: coalition,
            placeId: village.field,
            purpose: 'x',
            size: 'lasting',
            startsOn: day(1)
          }
        })
      ).toMatchObject({ status: 409, code: 'not_ready_to_ask' });
      expect(
        await (
          await as(database(), 'fatma')
        ).isRefused('request_claim', {
          request: {
            coalitionId: coalition,
            placeId: village.field,
            purpose: 'x',
            size: 'small',
            startsOn: day(1)
          }
        })
      ).toMatchObject({ status: 409, code: 'not_ready_to_ask' });
    });

    it('does not count anybody twice, nor come back as somebody new', async () => {
      const idea = await tellIdea(database());
      const coalition = await gather(database(), idea, ['joop', 'joop', 'joop']);
      expect(await asVisitor(database()).does('idea_page', { idea })).toMatchObject({
        composition: { people: 2 }
      });
      const joop = await as(database(), 'joop');
      await joop.does('change_coalition', { coalition, act: 'leave' });
      await joop.does('join_coalition', { coalition });
      expect(await asVisitor(database()).does('idea_page', { idea })).toMatchObject({
        composition: { people: 2 }
      });
    });

    it('does not ask a place of another neighbourhood, nor for something small that lasts', async () => {
      const coalition = await gather(database(), await tellIdea(database()));
      const fatma = await as(database(), 'fatma');
      const request = {
        coalitionId: coalition,
        placeId: village.field,
        purpose: 'x',
        size: 'small',
        startsOn: day(1)
      };
      expect(
        await fatma.isRefused('request_claim', { request: { ...request, placeId: village.barn } })
      ).toMatchObject({ status: 422, code: 'place_unknown' });
      expect(await fatma.isRefused('request_claim', { request: { ...request, stays: true } })).toMatchObject({
        status: 422,
        code: 'small_stays'
      });
      expect(
        await fatma.isRefused('request_claim', { request: { ...request, endsOn: day(2) } })
      ).toMatchObject({ status: 422, code: 'small_is_one_day' });
      await askPlace(database(), coalition);
      expect(await fatma.isRefused('request_claim', { request: { ...request, id: nextId() } })).toMatchObject(
        { status: 409, code: 'already_asked' }
      );
    });

    it('keeps only what a slot needs of what was sent', async () => {
      const coalition = await gather(database(), await tellIdea(database()));
      const claim = await askPlace(database(), coalition, {
        weekly: [{ day: 1, from: '10:00', to: '12:00', note: '<script>', href: 'javascript:x' }]
      });
      expect(await database().sql('select weekly from public.claims where id = $1', [claim])).toEqual([
        { weekly: [{ day: 1, from: '10:00', to: '12:00' }] }
      ]);
    });

    it('writes nothing but short words into the history', async () => {
      const { claim } = await askedStory(database());
      const bram = await as(database(), 'bram');
      const move = (request: Record<string, unknown>) =>
        bram.isRefused('transition_claim', { claim, to_state: 'in_talks', request });
      for (const field of ['meetAt', 'joinsWith', 'asksWhom'])
        for (const value of [{ html: '<script>' }, ['x'], 'x'.repeat(400)])
          expect((await move({ [field]: value })).status, field).toBe(422);
      expect(await move({ joinsWith: 'Wij helpen', joinsBefore: day(-3) })).toMatchObject({
        status: 422,
        code: 'date_past',
        field: 'joinsBefore'
      });
      await bram.does('transition_claim', {
        claim,
        to_state: 'in_talks',
        request: { meetAt: 'dinsdag om tien uur', unknown: '<script>' }
      });
      expect(
        JSON.stringify(await database().sql('select detail from public.events where entity_id = $1', [claim]))
      ).not.toContain('script');
    });

    it('does not steward itself: the clock and the owner keep their own moves', async () => {
      const { claim } = await askedStory(database());
      const fatma = await as(database(), 'fatma');
      for (const to_state of ['in_talks', 'granted', 'refused'])
        expect(
          await fatma.isRefused('transition_claim', { claim, to_state, request: { reason: 'x' } })
        ).toMatchObject({ status: 403 });
      for (const to_state of ['in_progress', 'realised', 'in_stewardship', 'resting', 'released', 'nonsense'])
        expect(await fatma.isRefused('transition_claim', { claim, to_state })).toMatchObject({
          status: 409,
          code: 'transition_refused'
        });
    });
  });

  it('does not support in the name of another, twice, or by rewriting', async () => {
    const idea = await tellIdea(database());
    const stef = await as(database(), 'stef');
    const own = { idea_id: idea, participant_id: people.stef };
    expect((await stef.client.from('supports').insert(own)).error).toBeNull();
    expect((await stef.client.from('supports').insert(own)).error?.code).toBe('23505');
    expect(
      (await stef.client.from('supports').upsert({ ...own, participant_id: people.joop })).error?.code
    ).toBe('42501');
    expect(
      (await stef.client.from('supports').update({ participant_id: people.joop }).eq('idea_id', idea)).error
    ).not.toBeNull();
    expect(
      (
        await stef.client
          .from('supports')
          .update({ idea_id: await tellIdea(database()) })
          .eq('idea_id', idea)
      ).error
    ).not.toBeNull();
    expect((await stef.client.from('supports').upsert({ ...own, degree: 'help' })).error).toBeNull();
    expect(
      await database().sql('select support_count, helper_count from public.ideas where id = $1', [idea])
    ).toEqual([{ support_count: 1, helper_count: 1 }]);
    // an author's own degree is no support
    await (
      await as(database(), 'riet')
    ).client
      .from('supports')
      .insert({ idea_id: idea, participant_id: people.riet });
    expect(await database().sql('select support_count from public.ideas where id = $1', [idea])).toEqual([
      { support_count: 1 }
    ]);
    await stef.client.from('supports').delete().eq('idea_id', idea);
    expect(
      await database().sql('select support_count, helper_count from public.ideas where id = $1', [idea])
    ).toEqual([{ support_count: 0, helper_count: 0 }]);
  });

  it('does not leave a contact, an offer or a message in the name of another', async () => {
    const { client } = await as(database(), 'stef');
    expect(
      (
        await client.from('contacts').insert({
          participant_id: people.riet,
          neighbourhood_id: village.linde,
          channel: 'mail',
          value: 'x@example.org'
        })
      ).error?.code
    ).toBe('42501');
    expect(
      (
        await client.from('offers').insert({
          id: nextId(),
          neighbourhood_id: village.linde,
          participant_id: people.riet,
          what: 'alles'
        })
      ).error?.code
    ).toBe('42501');
    expect(
      (
        await client
          .from('messages')
          .insert({ id: nextId(), neighbourhood_id: village.linde, participant_id: people.riet, body: 'x' })
      ).error?.code
    ).toBe('42501');
    const message = nextId();
    await client.from('messages').insert({
      id: message,
      neighbourhood_id: village.linde,
      participant_id: people.stef,
      body: 'x',
      read_at: '2020-01-01T00:00:00Z',
      created_at: '2020-01-01T00:00:00Z'
    });
    expect(
      await database().sql(
        `select read_at, created_at > now() - interval '1 hour' as recent from public.messages where id = $1`,
        [message]
      )
    ).toEqual([{ read_at: null, recent: true }]);
  });

  it('does not put up what is no photo, or somewhere it does not belong', async () => {
    const idea = await tellIdea(database());
    const riet = await as(database(), 'riet');
    const jpeg = {
      mediaType: 'image/jpeg',
      base64: Buffer.from('ffd8ffe000104a46494600010100', 'hex').toString('base64')
    };
    const request = { ideaId: idea, width: 8, height: 8, variants: { small: jpeg } };
    for (const variants of [
      {},
      null,
      [],
      { huge: jpeg },
      { small: jpeg, original: jpeg },
      { small: { ...jpeg, mediaType: 'text/html' } },
      { small: { mediaType: 'image/jpeg', base64: Buffer.from('<html><script>').toString('base64') } },
      { small: { mediaType: 'image/jpeg', base64: 'geen base64 !!' } },
      { small: { mediaType: 'image/jpeg' } },
      {
        small: {
          mediaType: 'image/jpeg',
          base64: Buffer.concat([Buffer.from('ffd8ff', 'hex'), Buffer.alloc(320_000)]).toString('base64')
        }
      }
    ])
      expect(await riet.isRefused('create_upload', { request: { ...request, variants } })).toMatchObject({
        status: 422,
        code: 'photo_malformed'
      });
    expect(await database().sql('select id from public.uploads where idea_id = $1', [idea])).toEqual([]);
    expect(await (await as(database(), 'stef')).isRefused('create_upload', { request })).toMatchObject({
      status: 403,
      code: 'not_in_group'
    });
    expect(
      await asVisitor(database()).does('upload_bytes', {
        upload: (await riet.does<{ id: string }>('create_upload', { request })).id,
        wanted: 'small'
      })
    ).toEqual(jpeg);
  });

  it('gives a follow code only what is public', async () => {
    const idea = await tellIdea(database());
    const [row] = await database().sql<{ code: string }>(
      'select code from public.follow_codes where idea_id = $1',
      [idea]
    );
    const ask = () =>
      asVisitor(database()).does('follow_status', {
        neighbourhood_slug: 'linde',
        code: ` ${row?.code.toLowerCase()} `
      });
    expect(await ask()).toEqual({ wijk: 'linde', ideaId: idea, title: 'Een bank in de zon', state: 'open' });
    await (
      await as(database(), 'noor')
    ).does('facilitate_idea', { idea, act: 'hide', request: { reason: 'een naam' } });
    expect(await ask()).toBeNull();
    expect(
      await asVisitor(database()).does('follow_status', { neighbourhood_slug: 'beek', code: row?.code })
    ).toBeNull();
  });

  it('gets an identity from nobody but our own server', async () => {
    const clock = asClock(database());
    const id = nextId();
    expect(await clock.does('start_participant', { participant: id, token_hash: 'een-hash' })).toEqual({
      participantId: id
    });
    expect(await clock.does('session_person', { token_hash: 'een-hash' })).toMatchObject({
      participantId: id,
      account: false
    });
    await clock.does('make_one_time_code', {
      code_hash: 'een-code',
      purpose: 'transfer',
      participant: id,
      email: null,
      minutes: 10
    });
    expect(await clock.does('use_one_time_code', { code_hash: 'een-code', purpose: 'sign_in' })).toBeNull();
    expect(
      await clock.does('use_one_time_code', { code_hash: 'een-code', purpose: 'transfer' })
    ).toMatchObject({ participantId: id });
    expect(await clock.does('use_one_time_code', { code_hash: 'een-code', purpose: 'transfer' })).toBeNull();
    await clock.does('make_one_time_code', {
      code_hash: 'te-laat',
      purpose: 'transfer',
      participant: id,
      email: null,
      minutes: -1
    });
    expect(await clock.does('use_one_time_code', { code_hash: 'te-laat', purpose: 'transfer' })).toBeNull();
    await database().sql(`update public.sessions set revoked_at = now() where token_hash = 'een-hash'`);
    expect(await clock.does('session_person', { token_hash: 'een-hash' })).toBeNull();
    expect(await clock.does('session_person', { token_hash: 'nooit-gezien' })).toBeNull();
  });
});
