import { beforeAll, describe, expect, it } from 'vitest';
import { people, settleVillage, village } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { askedStory, day, gather, placeClaim, tellIdea, type Story } from './stories.ts';

// What the tables refuse whoever writes them, the owner of the database included.

describeOnEachBackend('claims on a place', (database) => {
  let story: Story;
  beforeAll(async () => {
    await settleVillage(database());
    const idea = await tellIdea(database());
    story = { idea, coalition: await gather(database(), idea), claim: '' };
  });

  let free = 0;
  /** A place of its own for each test. */
  const newPlace = async (): Promise<string> => {
    free += 1;
    const id = `d0000000-0000-4000-8000-${free.toString().padStart(12, '0')}`;
    await database().sql(
      `insert into public.places (id, neighbourhood_id, kind, name, location) values ('${id}', '${village.linde}', 'other', 'Plek ${free}', extensions.st_setsrid(extensions.st_point(5.775, 52.1), 4326))`
    );
    return id;
  };
  const hold = (place: string, from: number, to: number | null, exclusive: 0 | 1, state = 'granted') =>
    placeClaim(database(), story, state, {
      place_id: `'${place}'`,
      exclusive: String(exclusive),
      during: `private.expand_times('${day(from)}', ${to === null ? 'null' : `'${day(to)}'`}, null, 'Europe/Amsterdam')`
    });
  const refused = { code: '23P01' };

  it.each([
    ['two exclusive ones', 1, 1],
    ['a shared one beside an exclusive one', 1, 0],
    ['an exclusive one beside a shared one', 0, 1]
  ] as const)('that overlap are refused: %s', async (_, first, second) => {
    const place = await newPlace();
    await hold(place, 1, 5, first);
    await expect(hold(place, 5, 9, second)).rejects.toMatchObject(refused);
    await expect(hold(place, 3, null, second)).rejects.toMatchObject(refused);
    await hold(place, 6, 9, second);
  });

  it('that overlap are both held when both are shared', async () => {
    const place = await newPlace();
    await hold(place, 1, 5, 0);
    await hold(place, 1, 5, 0);
  });

  it('that overlap are allowed on two places', async () => {
    await hold(await newPlace(), 1, 5, 1);
    await hold(await newPlace(), 1, 5, 1);
  });

  it.each(['granted', 'in_progress', 'realised', 'in_stewardship', 'resting'])(
    'hold it in the state %s',
    async (state) => {
      const place = await newPlace();
      await hold(place, 1, 5, 1, state);
      await expect(hold(place, 2, 3, 1)).rejects.toMatchObject(refused);
    }
  );

  it.each(['requested', 'in_talks', 'refused', 'withdrawn', 'released'])(
    'do not hold it in the state %s',
    async (state) => {
      const place = await newPlace();
      await hold(place, 1, 5, 1, state);
      await hold(place, 2, 3, 1);
    }
  );

  it('let it go the moment they are released, and not sooner', async () => {
    const place = await newPlace();
    const claim = await hold(place, 1, 5, 1, 'resting');
    const waiting = await hold(place, 1, 5, 1, 'in_talks');
    await expect(
      database().sql(`update public.claims set state = 'granted' where id = $1`, [waiting])
    ).rejects.toMatchObject(refused);
    await database().sql(`update public.claims set state = 'released' where id = $1`, [claim]);
    await database().sql(`update public.claims set state = 'granted' where id = $1`, [waiting]);
  });

  it('of weekly hours exclude each other by the hour', async () => {
    const place = await newPlace();
    const weekly = (slotDay: number, from: string, to: string) =>
      placeClaim(database(), story, 'granted', {
        place_id: `'${place}'`,
        exclusive: '1',
        during: `private.expand_times('2027-01-01', '2027-12-31', '[{"day": ${slotDay}, "from": "${from}", "to": "${to}"}]', 'Europe/Amsterdam')`
      });
    await weekly(2, '10:00', '12:00');
    await weekly(2, '12:00', '14:00');
    await weekly(3, '10:00', '12:00');
    await expect(weekly(2, '11:59', '12:00')).rejects.toMatchObject(refused);
    await expect(weekly(2, '09:00', '15:00')).rejects.toMatchObject(refused);
  });

  it('have a time, and end after they begin', async () => {
    await expect(placeClaim(database(), story, 'granted', { during: `'{}'` })).rejects.toMatchObject({
      code: '23514'
    });
    await expect(placeClaim(database(), story, 'granted', { ends_on: `'${day(-5)}'` })).rejects.toMatchObject(
      { code: '23514' }
    );
  });
});

describeOnEachBackend('history', (database) => {
  beforeAll(async () => {
    await settleVillage(database());
    await askedStory(database());
  });

  it.each([
    `update public.events set reason = 'anders'`,
    'delete from public.events',
    'truncate public.events cascade',
    `update public.event_actors set participant_id = '${people.stef}'`,
    'delete from public.event_actors',
    'truncate public.event_actors'
  ])('is not rewritten, not even by the owner: %s', async (statement) => {
    const before = await database().sql('select * from public.events order by position');
    await expect(database().sql(statement)).rejects.toMatchObject({ code: 'PT403', hint: 'history_fixed' });
    expect(await database().sql('select * from public.events order by position')).toEqual(before);
    expect(await database().sql('select event_id from public.event_actors limit 1')).toHaveLength(1);
  });

  it('stays when an idea or a person goes', async () => {
    const idea = await tellIdea(database(), 'stef');
    const events = () => database().sql('select kind from public.events where entity_id = $1', [idea]);
    await database().sql('delete from public.ideas where id = $1', [idea]);
    await database().sql('delete from public.participants where id = $1', [people.stef]);
    expect(await events()).toEqual([{ kind: 'created' }]);
    expect(
      await database().sql(
        `select a.participant_id from public.event_actors a join public.events e on e.id = a.event_id where e.entity_id = $1`,
        [idea]
      )
    ).toEqual([{ participant_id: people.stef }]);
  });

  it('has an order within one moment', async () => {
    const rows = await database().sql<{ kind: string }>(
      `select kind from public.events order by at, position`
    );
    expect(rows[0]).toEqual({ kind: 'created' });
  });
});

describeOnEachBackend('rows', (database) => {
  beforeAll(() => settleVillage(database()));
  const idea = (columns: Record<string, string>) => {
    const values: Record<string, string> = {
      id: 'gen_random_uuid()',
      neighbourhood_id: `'${village.linde}'`,
      title: `'Een bank'`,
      ...columns
    };
    return database().sql(
      `insert into public.ideas (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})`
    );
  };

  describe('of ideas', () => {
    it.each([
      ['a blank title', { title: `'   '` }],
      ['a title of 121 letters', { title: `repeat('x', 121)` }],
      ['a description of 2001 letters', { description: `repeat('x', 2001)` }],
      ['an unknown kind', { kind: `'complaint'` }],
      ['an unknown state', { state: `'lost'` }],
      ['a language with a region', { language: `'nl-NL'` }],
      ['a name of 41 letters', { author_name: `repeat('x', 41)` }]
    ])('refuse %s', async (_, columns) => {
      await expect(idea(columns)).rejects.toMatchObject({ code: '23514' });
    });

    it('refuse the theme of another neighbourhood', async () => {
      await expect(idea({ theme_id: `'${village.themeElsewhere}'` })).rejects.toMatchObject({
        code: 'PT422',
        hint: 'theme_unknown'
      });
    });

    it('stay in their neighbourhood', async () => {
      const id = await tellIdea(database());
      await expect(
        database().sql(`update public.ideas set neighbourhood_id = '${village.beek}' where id = $1`, [id])
      ).rejects.toMatchObject({ code: 'PT403' });
    });
  });

  it.each([
    ['a time zone that nobody knows', `time_zone = 'Europe/Otterlo'`, 'time_zone_unknown'],
    ['a word where a number belongs', `settings = '{"answer_days": "twee weken"}'`, 'number_malformed'],
    ['a rule of nobody', `settings = '{"lasting_residents": 0}'`, 'number_malformed'],
    ['no number at all', `settings = '{"check_in_weeks": null}'`, 'number_malformed']
  ])('of neighbourhoods refuse %s, which would break the requests of others', async (_, change, hint) => {
    await expect(
      database().sql(`update public.neighbourhoods set ${change} where id = $1`, [village.linde])
    ).rejects.toMatchObject({ code: 'PT422', hint });
  });

  it('of invitations name an organisation of their own neighbourhood', async () => {
    await expect(
      database().sql(
        `insert into public.invitations (neighbourhood_id, email, organisation_id, mandate) values ('${village.linde}', 'ik@example.org', '${village.organisationElsewhere}', 'steward')`
      )
    ).rejects.toMatchObject({ code: 'PT422', hint: 'organisation_unknown' });
  });

  it('of photos hold a photo', async () => {
    const id = await tellIdea(database());
    const upload = 'cc000000-0000-4000-8000-000000000001';
    await database().sql(
      `insert into public.uploads (id, neighbourhood_id, idea_id, width, height) values ('${upload}', '${village.linde}', '${id}', 8, 8)`
    );
    const bytes = (media: string, hex: string) =>
      database().sql(
        `insert into public.upload_variants (upload_id, variant, media_type, bytes) values ('${upload}', 'small', '${media}', decode('${hex}', 'hex'))`
      );
    const html = Buffer.from('<html><script>alert(1)</script>').toString('hex');
    await expect(bytes('image/jpeg', html)).rejects.toMatchObject({ code: '23514' });
    await expect(bytes('image/webp', html)).rejects.toMatchObject({ code: '23514' });
    await expect(
      bytes('image/svg+xml', Buffer.from('<svg xmlns="x"/>').toString('hex'))
    ).rejects.toMatchObject({ code: '23514' });
    await expect(bytes('image/jpeg', `ffd8ff${'00'.repeat(307_200)}`)).rejects.toMatchObject({
      code: '23514'
    });
    await bytes('image/jpeg', `ffd8ff${'00'.repeat(20)}`);
  });
});
