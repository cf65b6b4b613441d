import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ringOf, stageOf } from '#lib/domain/chain/ring.ts';
import { summaryOf } from '#lib/domain/idea/summary.ts';
import { translated, type Snapshot } from '#lib/domain/neighbourhood/types.ts';
import { openEmbedded, type EmbeddedBackend } from '#lib/server/backends/embedded.ts';
import { readMigrations } from '#lib/server/backends/migration-files.ts';
import { demoPeople } from '#lib/server/identity/demo-people.ts';
import { idOf } from '../../scripts/demo/ids.ts';
import { readSources } from '../../scripts/demo/rows/sources.ts';
import type { Pictures } from '../../scripts/demo/rows/pictures.ts';
import { neighbourhoodSql, storySql } from '../../scripts/demo/seed.ts';
import { organisations } from '../../scripts/demo/story/organisations.ts';
import { drawings } from '../../scripts/demo/story/pictures.ts';
import { postgresTemplate } from '../support/database-setup.ts';
import { copyDatabase, dropDatabase } from '../support/postgres.ts';
import { copyTemplate, testSecret } from '../support/template.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const ground = [read('supabase/seeds/otterlo-neighbourhood.sql'), read('supabase/seeds/otterlo-map.sql')];
const seed = read('supabase/seed.sql');
const story = readSources().texts;
const flagNames = ['g', 'v', 'a', 'r', 'b'] as const;

let backend: EmbeddedBackend;
let dataFolder: string;

const rows = <Row extends object>(sql: string, parameters?: (string | null)[]): Promise<Row[]> =>
  backend.owner.query<Row>(sql, parameters);
const number = async (sql: string): Promise<number> => Number((await rows<{ n: string }>(sql))[0]?.n);
const names = async (sql: string): Promise<string[]> =>
  (await rows<{ name: string }>(sql)).map(({ name }) => name);

/** Begins the story on a day, inside a transaction that is never committed; by default on the day of this run. */
async function beginStory(on = ''): Promise<void> {
  await backend.owner.run('begin');
  await backend.owner.query(`select set_config('samenspel.seed_at', $1, true)`, [on]);
  await backend.owner.run(seed);
}
const forgetStory = (): Promise<void> => backend.owner.run('rollback');

beforeAll(async () => {
  dataFolder = await copyTemplate('empty');
  backend = await openEmbedded({
    dataFolder,
    secret: testSecret,
    migrations: readMigrations('supabase/migrations'),
    seeds: [],
    progress: () => undefined,
    sendMail: async () => undefined
  });
  for (const sql of ground) await backend.owner.run(sql);
});

afterAll(async () => {
  await backend.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

/** Every text of every row of the story, with the table and column it stands in. */
async function allTexts(): Promise<{ where: string; text: string }[]> {
  const tables = await names(
    `select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
       and table_name not in ('map_objects', 'upload_variants', 'canaries', 'spatial_ref_sys') order by 1`
  );
  const found: { where: string; text: string }[] = [];
  const collect = (where: string, value: unknown): void => {
    if (typeof value === 'string') found.push({ where, text: value });
    else if (value && typeof value === 'object')
      for (const [key, part] of Object.entries(value)) collect(`${where}.${key}`, part);
  };
  for (const table of tables)
    for (const { row } of await rows<{ row: unknown }>(`select to_jsonb(t) as row from public.${table} t`))
      collect(table, row);
  return found;
}

describe('the demo story', () => {
  beforeAll(() => beginStory());
  afterAll(forgetStory);

  it('tells the 26 ideas in the words of the story, at its spots', async () => {
    const ideas = await rows<{
      n: number;
      title: string;
      description: string;
      theme: string;
      lon: number;
      lat: number;
      street: string;
      original: string | null;
    }>(
      `select right(i.id::text, 12)::int as n, i.title, i.description, t.names ->> 'nl' as theme, i.street, i.original,
         extensions.st_x(i.point)::float8 as lon, extensions.st_y(i.point)::float8 as lat
       from public.ideas i join public.themes t on t.id = i.theme_id order by 1`
    );
    expect(ideas).toEqual(
      story.ideas.map((idea) => ({
        n: idea.nr,
        title: idea.titel,
        description: idea.tekst,
        theme: idea.thema,
        street: idea.waar.replace(/,.*/, ''),
        original: idea.origineel,
        lon: idea.lon,
        lat: idea.lat
      }))
    );
  });

  it('gives every idea the links of the chain that the story gives it, and the funnel its numbers', async () => {
    const facts = await rows<Record<(typeof flagNames)[number], boolean> & { n: number }>(
      `select right(i.id::text, 12)::int as n,
         exists (select 1 from public.coalitions c where c.idea_id = i.id) as g,
         exists (select 1 from public.claims k where k.idea_id = i.id) as v,
         exists (select 1 from public.claims k join public.agreements a on a.claim_id = k.id
           where k.idea_id = i.id and k.granted_at is not null
             and (select count(*) from public.agreement_confirmations f where f.agreement_id = a.id) = 2) as a,
         i.state = 'realised' and i.realised_on is not null as r,
         exists (select 1 from public.coalitions c where c.idea_id = i.id and c.kept_going_since is not null
           and c.state = 'active') as b
       from public.ideas i order by 1`
    );
    for (const idea of story.ideas) {
      const known = facts.find(({ n }) => n === idea.nr);
      expect(
        flagNames.filter((flag) => known?.[flag]),
        `idea ${idea.nr}`
      ).toEqual(idea.vlag);
    }
    const count = (flag: (typeof flagNames)[number]): number => facts.filter((idea) => idea[flag]).length;
    expect([facts.length, ...flagNames.map(count)]).toEqual([26, 20, 12, 8, 7, 3]);
    expect(story.funnel).toEqual({ ideas: 26, g: 20, v: 12, a: 8, r: 7, b: 3 });
  });

  it('shows a visitor everything, each idea as far along as the story says', async () => {
    await backend.owner.run('set local role anon');
    const [row] = await rows<{ snapshot: Snapshot }>(`select public.map_snapshot('otterlo') as snapshot`);
    await backend.owner.run('reset role');
    const { ideas, places, organisations: clubs, pearls, gatherings, themes, offerCount } = row!.snapshot;
    expect([ideas, places, clubs, pearls, themes].map((list) => list.length)).toEqual([26, 16, 15, 9, 9]);
    expect(gatherings).toHaveLength(9);
    expect(offerCount).toBe(10);
    expect(translated(themes[0]!.names, 'en')).toBe('Meeting each other');
    const stages = { b: 'kept_going', r: 'realised', a: 'agreements', v: 'place_asked', g: 'group' } as const;
    for (const told of story.ideas) {
      const idea = ideas.find(({ id }) => id === idOf('idea', told.nr))!;
      const furthest = [...flagNames].reverse().find((flag) => told.vlag.includes(flag));
      expect(stageOf(ringOf(idea)), told.titel).toBe(furthest ? stages[furthest] : 'idea');
    }
    const said = ideas.map((idea) =>
      summaryOf(idea, { facilitator: 'Noor', stewardOf: () => null, iconOf: () => '' })
    );
    expect(said.filter(({ silent }) => silent).map(({ id }) => id)).toEqual([idOf('idea', 6)]);
    expect(said.filter(({ answered }) => answered).map(({ id }) => id)).toEqual([idOf('idea', 24)]);
  });

  it('lets every claim walk the table of transitions, with an event for each step', async () => {
    const claims = await rows<{ id: string; state: string; path: string[] }>(
      `select k.id, k.state, (select array_agg(e.kind order by e.at) from public.events e
         where e.entity_id = k.id and e.kind <> 'silent') as path from public.claims k`
    );
    const allowed = await rows<{ from_state: string; to_state: string }>(
      'select from_state, to_state from private.claim_transitions'
    );
    expect(claims).toHaveLength(13);
    for (const { id, state, path } of claims) {
      expect([path[0], path.at(-1)], id).toEqual(['requested', state]);
      for (const [index, to] of path.entries())
        if (index > 0) expect(allowed, id).toContainEqual({ from_state: path[index - 1], to_state: to });
    }
  });

  it('has claims that pass every trigger and constraint once these are on', async () => {
    await backend.owner.run('savepoint before_updates');
    for (const statement of [
      'update public.claims set state = state',
      'update public.ideas set title = title, location = location',
      'update public.places set name = name, location = location',
      'update public.organisations set name = name',
      'update public.pearls set title = title, location = location',
      'update public.supports set degree = degree',
      'update public.comments set hidden = hidden',
      'update public.gatherings set title = title'
    ])
      await backend.owner.run(statement);
    await backend.owner.run('set constraints all immediate');
    const held = `select count(*) as n from public.claims where held`;
    expect(await number(held)).toBe(5);
    await expect(
      backend.owner
        .run(`insert into public.claims (id, neighbourhood_id, coalition_id, idea_id, place_id, purpose, size,
        starts_on, during, exclusive, state) select gen_random_uuid(), neighbourhood_id, coalition_id, idea_id, place_id,
        purpose, size, starts_on, during, exclusive, 'granted' from public.claims where id = '${idOf('claim', 11)}'`)
    ).rejects.toThrow(/exclu/);
    await backend.owner.run('rollback to savepoint before_updates');
  });

  it('has a next step for every idea that is under way', async () => {
    const without = await rows<{ n: number }>(
      `select right(i.id::text, 12)::int as n from public.ideas i
       where not exists (select 1 from public.next_steps s where s.idea_id = i.id and s.done_at is null) order by 1`
    );
    // 11, 12 and 18 are done, 15 and 21 closed, 22 rests; 17 is the one that waits for a step on Noor's desk.
    expect(without.map(({ n }) => n)).toEqual([11, 12, 15, 17, 18, 21, 22]);
  });

  it('counts what its rows say', async () => {
    expect(
      await names(
        `select i.title as name from public.ideas i
         where i.support_count <> (select count(*) from public.supports s where s.idea_id = i.id
             and s.participant_id not in (select a.participant_id from public.idea_authors a where a.idea_id = i.id))
           or i.helper_count <> (select count(*) from public.supports s where s.idea_id = i.id and s.degree in ('make', 'help'))
           or i.comment_count <> (select count(*) from public.comments c where c.idea_id = i.id and not c.hidden)`
      )
    ).toEqual([]);
    const support = (idea: number): Promise<number> =>
      number(`select support_count as n from public.ideas where id = '${idOf('idea', idea)}'`);
    expect([await support(2), await support(17)]).toEqual([23, 6]);
    const pot = `select sum(amount) as n from public.needs where kind = 'money' and covered_at is not null`;
    expect(await number(pot)).toBe(1005);
  });

  it('refers only to rows that are there', async () => {
    const keys = await rows<{ child: string; parent: string; column_name: string; parent_column: string }>(
      `select k.conrelid::regclass::text as child, k.confrelid::regclass::text as parent,
         a.attname as column_name, b.attname as parent_column
       from pg_catalog.pg_constraint k
       join pg_catalog.pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_catalog.pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
       where k.contype = 'f' and k.connamespace = 'public'::regnamespace`
    );
    const people = await rows<{ child: string; column_name: string }>(
      `select table_name as child, column_name from information_schema.columns
       where table_schema = 'public' and column_name in ('participant_id', 'entered_by') and table_name <> 'participants'`
    );
    const all = [
      ...keys,
      ...people.map((key) => ({ ...key, parent: 'participants', parent_column: 'id' })),
      { child: 'events', column_name: 'idea_id', parent: 'ideas', parent_column: 'id' },
      { child: 'events', column_name: 'member_id', parent: 'coalition_members', parent_column: 'id' }
    ];
    expect(all.length).toBeGreaterThan(40);
    for (const { child, column_name: column, parent, parent_column: target } of all)
      expect(
        await number(
          `select count(*) as n from ${child} c where c.${column} is not null
             and not exists (select 1 from ${parent} p where p.${target} = c.${column})`
        ),
        `${child}.${column}`
      ).toBe(0);
    expect(
      await number(
        `select count(*) as n from public.places p where p.map_object_id is not null and not exists
         (select 1 from public.map_objects o where o.id = p.map_object_id and o.neighbourhood_id = p.neighbourhood_id)`
      )
    ).toBe(0);
  });

  it('stands inside the border, on streets and green, never on a home', async () => {
    const spots = await rows<{ name: string; inside: boolean; ground: string; known: string | null }>(
      `select s.name, here.inside, here.ground, s.known from (
         select title as name, point as spot, neighbourhood_id, ground as known from public.ideas
         union all select title, location, neighbourhood_id, ground from public.pearls
         union all select name, location, neighbourhood_id, null from public.places where example
         union all select name, location, neighbourhood_id, null from public.organisations where location is not null
       ) s, private.locate(s.neighbourhood_id, s.spot) here`
    );
    expect(spots).toHaveLength(26 + 9 + 12 + 3);
    for (const { name, inside, ground: lies, known } of spots) {
      expect({ name, inside }).toEqual({ name, inside: true });
      expect(['green', 'road', 'path'], name).toContain(lies);
      if (known !== null) expect(known, name).toBe(lies);
    }
  });

  it('shows an organisation on the green of the place it looks after', async () => {
    expect(
      await names(
        `select o.name from public.organisations o where o.location is not null and not exists (select 1 from public.places p
           where p.steward_organisation_id = o.id and extensions.st_contains(p.shape, o.location))`
      )
    ).toEqual([]);
  });

  it('gives the four real places nothing that their source does not say', async () => {
    const real = await rows<{
      name: string;
      description: string;
      steward: string | null;
      source: string;
      certainty: string;
    }>(
      `select name, description, steward_organisation_id as steward, source, certainty from public.places where not example`
    );
    expect(real).toHaveLength(4);
    for (const place of real) {
      expect(place).toMatchObject({ description: '', steward: null });
      expect(place.source).toMatch(/^https:/);
      expect(place.certainty).not.toBe('');
    }
    expect(
      await names(
        `select p.name from public.places p where not p.example and (
           exists (select 1 from public.ideas i where i.place_id = p.id) or exists (select 1 from public.claims k where k.place_id = p.id)
           or exists (select 1 from public.gatherings g where g.place_id = p.id)
           or exists (select 1 from public.claims k where k.other_place_id = p.id)
           or exists (select 1 from public.map_objects o, public.ideas i where o.id = p.map_object_id
             and extensions.st_intersects(o.geometry, i.location))
           or exists (select 1 from public.map_objects o, public.pearls i where o.id = p.map_object_id
             and extensions.st_intersects(o.geometry, i.location)))`
      )
    ).toEqual([]);
  });

  it('knows people by first name only, and nobody by an address', async () => {
    const texts = await allTexts();
    expect(texts.length).toBeGreaterThan(3000);
    const shown = texts.filter(({ where }) =>
      /\.(first_name|shown_name|author_name|actor_label)$/.test(where)
    );
    expect(shown.length).toBeGreaterThan(150);
    for (const { where, text } of shown) expect(text, where).toMatch(/^\p{Lu}\p{Ll}+$/u);
    for (const { where, text } of texts.filter(({ where }) => where === 'next_steps.who'))
      expect(text, where).toMatch(/^\p{Lu}\p{Ll}+( \(planner\) en \p{Lu}\p{Ll}+)?$/u);

    const streets = await names(
      `select distinct street as name from public.map_objects where street is not null`
    );
    expect(streets.length).toBeGreaterThan(40);
    const address = new RegExp(`(${streets.map((street) => street.replace(/[.]/g, '\\.')).join('|')}) \\d`);
    for (const { where, text } of texts) {
      expect(text, where).not.toMatch(address);
      if (!/^[0-9a-f-]{36}$/.test(text)) expect(text, where).not.toMatch(/\b0\d{1,3}[- ]?\d{6,8}\b/);
    }
    const emails = texts.filter(({ text }) => /\w@\w/.test(text));
    for (const { where, text } of emails)
      expect([where, text.endsWith('@voorbeeld.invalid')]).toEqual(['accounts.email', true]);
  });

  it('leaves those unnamed who asked for it', async () => {
    const authors = await rows<{ n: number; name: string | null; first_name: string | null }>(
      `select right(i.id::text, 12)::int as n, i.author_name as name, p.first_name
       from public.ideas i join public.idea_authors a on a.idea_id = i.id join public.participants p on p.id = a.participant_id order by 1`
    );
    for (const idea of story.ideas) {
      const known = authors.find(({ n }) => n === idea.nr)!;
      const told = idea.van.includes('zonder naam') ? null : idea.van;
      expect([known.name, known.first_name], idea.titel).toEqual([told, told]);
    }
  });

  it('says “(voorbeeld)” wherever it names something invented, and never marks people', async () => {
    const invented =
      /Theemuts|Zevendak|Zandermeer|Lampje Aan|Trage Veter|Valse Noot|Zilverdraad|Warme Bank|Gummetje|Volle Pan|Scheve Schroef|Dikke Worm|Letterkoek|Slag-in-het-Wiel|Stoep & Straat/;
    for (const { where, text } of await allTexts()) {
      if (invented.test(text)) expect(text, where).toMatch(/\((voorbeeld|example)\)/);
      expect(text, where).not.toMatch(
        /kwetsbaar|eenza|minima|doelgroep|laaggeletterd|allochtoon|\barm(e|en)?\b/i
      );
    }
    expect(
      await number(
        `select count(*) as n from public.organisations where not example or name not like '%(voorbeeld)'`
      )
    ).toBe(0);
    expect(
      await number(`select count(*) as n from public.places where example and name not like '%(voorbeeld)'`)
    ).toBe(0);
  });

  it('asks places only for groups that are ready to ask, and keeps professionals out of the lead', async () => {
    expect(
      await names(
        `select i.title as name from public.claims k join public.ideas i on i.id = k.idea_id,
           lateral private.coalition_composition(k.coalition_id) c
         where k.state in ('requested', 'in_talks') and (c.residents < 3 or c.households < 2)`
      )
    ).toEqual([]);
    expect(
      await number(
        `select count(*) as n from public.coalition_members m join public.coalition_people p on p.member_id = m.id
         where m.role = 'lead' and p.professional`
      )
    ).toBe(0);
    expect(
      await names(
        `select i.title as name from public.coalitions c join public.ideas i on i.id = c.idea_id
         where (select count(*) from public.coalition_members m where m.coalition_id = c.id and m.role = 'lead' and m.left_at is null) <> 1`
      )
    ).toEqual([]);
  });

  it('lets in each of the eight people of one click, with their role', async () => {
    const known = await rows<{ id: string; first_name: string; email: string | null; roles: string }>(
      `select p.id, p.first_name, a.email, coalesce((select string_agg(r, ',' order by r) from (
         select m.role as r from public.memberships m where m.participant_id = p.id
         union all select o.mandate || ' of ' || split_part(g.name, ' ', 2) from public.organisation_members o
           join public.organisations g on g.id = o.organisation_id where o.participant_id = p.id and o.mandate <> 'member') x), '') as roles
       from public.participants p left join public.accounts a on a.participant_id = p.id`
    );
    expect(demoPeople.map(({ firstName }) => firstName)).toEqual([
      'Riet',
      'Fatma',
      'Anja',
      'Bram',
      'Ilse',
      'Noor',
      'Ruben',
      'Sanne'
    ]);
    const roles = demoPeople.map((person) => {
      const row = known.find(({ id }) => id === person.participantId);
      expect(row).toMatchObject({ first_name: person.firstName, email: person.email });
      return row?.roles;
    });
    expect(roles).toEqual([
      '',
      '',
      'steward of De',
      'steward of Zevendak',
      'steward of Zandermeer',
      'facilitator',
      'planner',
      'administrator'
    ]);
  });

  it('shows drawings, small enough for the first screen, that say what they are', async () => {
    const pictures = await rows<{ description: string; small: number; large: number; in_news: boolean }>(
      `select u.description,
         (select octet_length(v.bytes) from public.upload_variants v where v.upload_id = u.id and v.variant = 'small') as small,
         (select octet_length(v.bytes) from public.upload_variants v where v.upload_id = u.id and v.variant = 'large') as large,
         exists (select 1 from public.updates n where n.upload_id = u.id and n.idea_id = u.idea_id) as in_news
       from public.uploads u`
    );
    expect(pictures).toHaveLength(Object.keys(drawings).length);
    for (const { description, small, large, in_news } of pictures) {
      expect(description).toMatch(/^Tekening \(voorbeeld\): /);
      expect(small).toBeLessThan(25_000);
      expect(large).toBeLessThan(60_000);
      expect(in_news).toBe(true);
    }
    expect(Buffer.byteLength(seed)).toBeLessThan(1_200_000);
    expect(
      await names(`select i.title as name from public.ideas i where i.state = 'realised'
        and not exists (select 1 from public.uploads u where u.idea_id = i.id)`)
    ).toEqual([]);
  });
});

describe.each([
  ['a Monday', '2026-11-23T09:30:00+01:00'],
  ['a Tuesday, during the coffee', '2026-12-15T10:30:00+01:00'],
  ['a Wednesday in the summer', '2027-07-07T23:50:00+02:00'],
  ['a Thursday', '2027-02-25T08:00:00+01:00'],
  ['a Friday', '2026-12-04T12:00:00+01:00'],
  ['a Saturday, just after midnight', '2027-03-27T00:05:00+01:00'],
  ['a Sunday, the day the clock goes back', '2026-10-25T11:00:00+01:00']
])('the demo story that begins on %s', (_, startedAt) => {
  beforeAll(() => beginStory(startedAt));
  afterAll(forgetStory);

  const local = `at time zone 'Europe/Amsterdam'`;

  it('tells nothing of the future, and everything in order', async () => {
    const moments = await rows<{ child: string; column_name: string }>(
      `select table_name as child, column_name from information_schema.columns where table_schema = 'public'
         and data_type = 'timestamp with time zone' and column_name in ('created_at', 'at', 'joined_at', 'confirmed_at',
           'answered_at', 'covered_at', 'granted_at', 'changed_at', 'read_at', 'silent_since', 'publish_at')
         and table_name not in ('neighbourhoods', 'changes', 'sessions')`
    );
    expect(moments.length).toBeGreaterThan(25);
    for (const { child, column_name: column } of moments)
      expect(
        await number(`select count(*) as n from public.${child} where ${column} > '${startedAt}'`),
        `${child}.${column}`
      ).toBe(0);
    // The first event of an idea is that it was made; the moments of one idea are all different.
    expect(
      await names(
        `select i.title as name from public.ideas i where i.created_at <> (select min(e.at) from public.events e where e.idea_id = i.id)
           or (select count(*) <> count(distinct e.at) from public.events e where e.idea_id = i.id)
           or (select array_agg(e.id order by e.at) <> array_agg(e.id order by e.id) from public.events e where e.idea_id = i.id)`
      )
    ).toEqual([]);
    expect(
      await number(
        `select count(*) as n from public.supports s join public.ideas i on i.id = s.idea_id where s.created_at < i.created_at`
      )
    ).toBe(0);
  });

  it('asks nothing for a Sunday, and nothing that is over', async () => {
    const dates = `select due as day from public.next_steps union all select due from public.commitments
      union all select next_check_in from public.coalitions where next_check_in is not null
      union all select asked_on from public.check_ins union all select starts_on from public.claims
      union all select (answer_by ${local})::date from public.claims
      union all select (starts_at ${local})::date from public.gatherings
      union all select (at ${local})::date from public.events`;
    expect(await number(`select count(*) as n from (${dates}) d where extract(isodow from d.day) = 7`)).toBe(
      0
    );
    const today = `('${startedAt}'::timestamptz ${local})::date`;
    expect(
      await number(
        `select count(*) as n from (select due from public.next_steps union all select due from public.commitments) d where d.due <= ${today}`
      )
    ).toBe(0);
    expect(
      await names(
        `select i.title as name from public.claims k join public.ideas i on i.id = k.idea_id
         where k.state in ('requested', 'in_talks') and k.answer_by < '${startedAt}' order by 1`
      )
    ).toEqual(['Samen repareren op zaterdag', 'Spelen voor de allerkleinsten']);
  });

  it('invites to moments that are still to come, on the days the groups meet', async () => {
    const moments = await rows<{
      title: string;
      weekday: number;
      clock: string;
      days: number;
      ahead: boolean;
    }>(
      `select title, extract(isodow from starts_at ${local})::int as weekday, to_char(starts_at ${local}, 'HH24:MI') as clock,
         (starts_at ${local})::date - ('${startedAt}'::timestamptz ${local})::date as days, starts_at > '${startedAt}' as ahead
       from public.gatherings order by starts_at`
    );
    expect(moments.every(({ ahead }) => ahead)).toBe(true);
    const of = (title: string) => moments.filter((moment) => moment.title === title);
    const coffee = of('Dinsdagkoffie');
    expect(coffee.map(({ weekday, clock }) => [weekday, clock])).toEqual(Array(3).fill([2, '10:00']));
    expect(coffee.map(({ days }) => days - coffee[0]!.days)).toEqual([0, 7, 14]);
    expect(coffee[0]!.days).toBeLessThanOrEqual(7);
    expect(of('Taaltafel met thee').map(({ weekday, clock }) => [weekday, clock])).toEqual(
      Array(3).fill([4, '09:30'])
    );
    expect(of('Eettafel: de eerste keer')[0]).toMatchObject({ weekday: 5, clock: '17:00' });
    expect(of('Eettafel: de eerste keer')[0]!.days).toBeOneOf([14, 15, 16, 17, 18, 19, 20]);
    expect(of('Wie doet wat?')[0]!.days).toBeOneOf([9, 10]);
    expect(of('Samen kijken op het veldje')[0]!.days).toBeOneOf([5, 6]);
  });

  it('lets the bank have been there for twelve days', async () => {
    const [bank] = await rows<{ days: number; weekday: number }>(
      `select ('${startedAt}'::timestamptz ${local})::date - realised_on as days, extract(isodow from realised_on)::int as weekday
       from public.ideas where id = '${idOf('idea', 2)}'`
    );
    expect(bank!.days).toBe(bank!.weekday === 1 && bank!.days === 11 ? 11 : 12);
  });
});

describe('the seed files', () => {
  const withoutBytes = (sql: string): string => sql.replace(/decode\('[^']*', 'base64'\)/g, 'picture');

  it('are what their generator writes', () => {
    const sources = readSources();
    const pictures = Object.fromEntries(
      Object.keys(drawings).map((key) => [key, { small: '', large: '' }])
    ) as unknown as Pictures;
    expect(withoutBytes(seed)).toBe(withoutBytes(storySql(sources, pictures)));
    expect(ground[0]).toBe(neighbourhoodSql(sources));
  });

  it('name every organisation of the story and one planning team', () => {
    expect(organisations).toHaveLength(15);
  });

  it.skipIf(inject('postgresSuperuserUrl') === null)('are taken by PostgreSQL as they are', async () => {
    const superuserUrl = inject('postgresSuperuserUrl')!;
    const name = `test_${randomBytes(6).toString('hex')}`;
    await copyDatabase(superuserUrl, postgresTemplate, name);
    const url = new URL(superuserUrl);
    url.pathname = `/${name}`;
    const owner = postgres(url.href, { max: 1, onnotice() {} });
    try {
      for (const sql of [...ground, seed]) await owner.unsafe(sql);
      const [{ count }] = await owner<[{ count: string }]>`select count(*) from public.events`;
      expect(Number(count)).toBeGreaterThan(150);
    } finally {
      await owner.end();
      await dropDatabase(superuserUrl, name);
    }
  });
});
