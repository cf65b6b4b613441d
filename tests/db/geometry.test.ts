import { beforeAll, describe, expect, it } from 'vitest';
import { settleVillage, spots, village } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { as, asVisitor } from './acting.ts';
import { nextId, point } from './stories.ts';

type Position = readonly [number, number];
interface Idea {
  id: string;
  location: { type: string; coordinates: unknown } | null;
  ground: string | null;
  street: string | null;
  movedToStreet: boolean;
}

const polygon = (...corners: Position[]) => ({ type: 'Polygon', coordinates: [[...corners, corners[0]]] });
const square = ([west, south]: Position, degrees: number) => {
  const [east, north] = [Number((west + degrees).toFixed(6)), Number((south + degrees).toFixed(6))];
  return polygon([west, south], [east, south], [east, north], [west, north]);
};

describeOnEachBackend('where something is', (database) => {
  beforeAll(() => settleVillage(database()));

  const pin = async (location: unknown) =>
    (await as(database(), 'riet')).does<Idea>('create_idea', {
      request: { id: nextId(), wijk: 'linde', title: 'Een bank', location }
    });
  const refusedPin = async (location: unknown) =>
    (await as(database(), 'riet')).isRefused('create_idea', {
      request: { wijk: 'linde', title: 'Een bank', location }
    });
  /** Metres from a stored idea to the nearest of some objects, and whether it lies in the border. */
  const measure = async (idea: string, objects: string[]) => {
    const [row] = await database().sql<{ metres: number; inside: boolean }>(
      `select extensions.st_distance(i.location::extensions.geography, (select extensions.st_collect(o.geometry) from public.map_objects o
           where o.id = any ($2::text[]) and o.neighbourhood_id = i.neighbourhood_id)::extensions.geography)::float8 as metres,
         extensions.st_dwithin(n.border, i.location, 1e-9) as inside
       from public.ideas i join public.neighbourhoods n on n.id = i.neighbourhood_id where i.id = $1`,
      [idea, `{${objects.join(',')}}`]
    );
    if (!row) throw new Error('There is no such idea.');
    return { metres: Number(row.metres), inside: row.inside };
  };

  describe('a pin', () => {
    it('stays where it was put, with the street it is near and what it stands on', async () => {
      const idea = await pin(point(spots.green));
      expect(idea).toMatchObject({
        location: point(spots.green),
        ground: 'green',
        street: 'Kerklaan',
        movedToStreet: false
      });
    });

    it.each([
      ['a home', spots.home, 'road-1'],
      ['a yard', spots.yard, 'road-1'],
      ['a home that has a path nearer in metres and a road nearer in degrees', spots.cornerHome, 'path-1'],
      ['a home whose nearest road lies outside the border', spots.borderHome, 'road-1']
    ] as const)('on %s is put on the nearest street inside the border', async (_, spot, expected) => {
      const idea = await pin(point(spot));
      expect(idea).toMatchObject({ ground: 'road', movedToStreet: true });
      const { metres, inside } = await measure(idea.id, [expected]);
      expect(metres).toBeLessThan(0.2);
      expect(inside).toBe(true);
      expect(JSON.stringify(await asVisitor(database()).does('idea_page', { idea: idea.id }))).not.toContain(
        JSON.stringify(spot)
      );
    });

    it('on a building that is known as a place stays there', async () => {
      expect(await pin(point(spots.hall))).toMatchObject({
        location: point(spots.hall),
        ground: 'building',
        movedToStreet: false
      });
    });

    it('on a home where no street is known is refused by field, rather than left on the home', async () => {
      const elsje = await as(database(), 'elsje');
      expect(
        await elsje.isRefused('create_idea', {
          request: { wijk: 'beek', title: 'x', location: point([5.795, 52.1]) }
        })
      ).toEqual({
        status: 422,
        code: 'location_on_home',
        field: 'location'
      });
    });

    it('that is moved later is put on the street again', async () => {
      const riet = await as(database(), 'riet');
      const idea = await pin(point(spots.green));
      const moved = await riet.does<Idea>('change_idea', {
        idea: idea.id,
        request: { location: point(spots.home) }
      });
      expect(moved).toMatchObject({ ground: 'road', movedToStreet: true });
      expect((await measure(idea.id, ['road-1'])).metres).toBeLessThan(0.2);
      expect(
        await riet.does<Idea>('change_idea', { idea: idea.id, request: { location: null } })
      ).toMatchObject({
        location: null,
        ground: null,
        street: null,
        movedToStreet: false
      });
    });

    it('of a pearl on a home is put on the street too', async () => {
      const id = nextId();
      const riet = await as(database(), 'riet');
      await riet.client.from('pearls').insert({
        id,
        neighbourhood_id: village.linde,
        title: 'Mijn voortuin',
        street: 'Kerklaan 12',
        location: `SRID=4326;POINT(${spots.home.join(' ')})`
      });
      const [row] = await database().sql<{ ground: string; street: string; metres: number }>(
        `select p.ground, p.street, extensions.st_distance(p.location::extensions.geography, o.geometry::extensions.geography)::float8 as metres
         from public.pearls p, public.map_objects o where p.id = $1 and o.id = 'road-1'`,
        [id]
      );
      expect(row).toMatchObject({ ground: 'road', street: 'Kerklaan' });
      expect(Number(row?.metres)).toBeLessThan(0.2);
      const outside = await riet.client.from('pearls').insert({
        id: nextId(),
        neighbourhood_id: village.linde,
        title: 'Ver weg',
        location: `SRID=4326;POINT(${spots.outside.join(' ')})`
      });
      expect(outside.error).toMatchObject({ code: 'PT422', hint: 'location_outside' });
    });

    it('of a pearl without a spot has no street that somebody typed', async () => {
      const id = nextId();
      await (await as(database(), 'riet')).client.from('pearls').insert({
        id,
        neighbourhood_id: village.linde,
        title: 'De stilte',
        street: 'Kerklaan 12',
        ground: 'home'
      });
      expect(
        await database().sql('select street, ground, location from public.pearls where id = $1', [id])
      ).toEqual([{ street: null, ground: null, location: null }]);
    });
  });

  describe('a line or an area', () => {
    it('keeps its shape, and stands on the map at a spot inside it', async () => {
      const line = {
        type: 'LineString',
        coordinates: [
          [5.7712, 52.1001],
          [5.7748, 52.1001]
        ]
      };
      const area = square([5.7761, 52.1011], 0.0004);
      expect(await pin(line)).toMatchObject({ location: line, movedToStreet: false });
      const idea = await pin(area);
      expect(idea.location).toEqual(area);
      const facts = await asVisitor(database()).does<{ lon: number; lat: number; shape: unknown }[]>(
        'idea_facts',
        { ideas: [idea.id] }
      );
      expect(facts).toMatchObject([{ shape: area }]);
      expect(facts[0]?.lon).toBeGreaterThan(5.7761);
      expect(facts[0]?.lon).toBeLessThan(5.7765);
    });

    it('drawn round one home becomes a pin on the street', async () => {
      const idea = await pin(square([5.77205, 52.10042], 0.00005));
      expect(idea).toMatchObject({ movedToStreet: true, ground: 'road', location: { type: 'Point' } });
    });

    it('that covers more than a home stays what it is', async () => {
      expect(await pin(square([5.7715, 52.1001], 0.0008))).toMatchObject({
        movedToStreet: false,
        location: { type: 'Polygon' }
      });
    });

    it('may reach over the border, but not lie mostly outside it', async () => {
      expect(
        await pin({
          type: 'LineString',
          coordinates: [
            [5.778, 52.1],
            [5.7815, 52.1]
          ]
        })
      ).toMatchObject({ location: { type: 'LineString' } });
      expect(
        await refusedPin({
          type: 'LineString',
          coordinates: [
            [5.7795, 52.1],
            [5.79, 52.1]
          ]
        })
      ).toMatchObject({ code: 'location_outside' });
    });
  });

  describe('outside or impossible', () => {
    it.each([
      ['a pin outside the border', point(spots.outside)],
      ['a pin in another neighbourhood', point(spots.beek)],
      ['swapped axes', point([spots.green[1], spots.green[0]])],
      ['a spot at the null island', point([0, 0])],
      ['an area of half the country', square([4, 51], 3)],
      ['an area round the whole neighbourhood and far more', square([5.7, 52], 0.2)]
    ])('refuses %s as outside, by field', async (_, location) => {
      expect(await refusedPin(location)).toEqual({
        status: 422,
        code: 'location_outside',
        field: 'location'
      });
    });

    it.each([
      ['a longitude above 180', point([186, 52.1])],
      ['Dutch grid coordinates', point([185000, 455000])],
      [
        'Dutch grid coordinates that say so',
        { ...point([185000, 455000]), crs: { type: 'name', properties: { name: 'EPSG:28992' } } }
      ],
      [
        'a reference system that nobody knows',
        { ...point([5.77, 52.1]), crs: { type: 'name', properties: { name: 'EPSG:999999' } } }
      ],
      ['NaN as text', { type: 'Point', coordinates: ['NaN', 52.1] }],
      ['infinity as text', { type: 'Point', coordinates: ['Infinity', 52.1] }],
      ['no coordinates', { type: 'Point', coordinates: [] }],
      ['a coordinate too few', { type: 'Point', coordinates: [5.77] }],
      ['null coordinates', { type: 'Point', coordinates: null }],
      ['words', 'bij de kerk'],
      ['a number', 7],
      ['an empty object', {}],
      ['an unknown type', { type: 'Circle', coordinates: [5.77, 52.1], radius: 5 }],
      ['several points', { type: 'MultiPoint', coordinates: [spots.green, spots.road] }],
      ['a collection', { type: 'GeometryCollection', geometries: [point(spots.green)] }],
      ['an empty area', { type: 'Polygon', coordinates: [] }],
      [
        'an area that crosses itself',
        polygon([5.776, 52.101], [5.777, 52.1016], [5.777, 52.101], [5.776, 52.1016])
      ],
      [
        'an area of two corners',
        {
          type: 'Polygon',
          coordinates: [
            [
              [5.776, 52.101],
              [5.777, 52.101],
              [5.776, 52.101]
            ]
          ]
        }
      ],
      [
        'an area that is not closed',
        {
          type: 'Polygon',
          coordinates: [
            [
              [5.776, 52.101],
              [5.777, 52.101],
              [5.777, 52.1016],
              [5.776, 52.1016]
            ]
          ]
        }
      ],
      ['a line of one corner', { type: 'LineString', coordinates: [[5.776, 52.101]] }],
      [
        'a hole of two corners',
        {
          type: 'Polygon',
          coordinates: [
            ...square([5.7761, 52.1011], 0.0004).coordinates,
            [
              [5.7762, 52.1012],
              [5.7763, 52.1012],
              [5.7762, 52.1012]
            ]
          ]
        }
      ],
      [
        'areas of which one is not closed',
        {
          type: 'MultiPolygon',
          coordinates: [
            square([5.7761, 52.1011], 0.0002).coordinates,
            [
              [
                [5.776, 52.102],
                [5.777, 52.102],
                [5.777, 52.103],
                [5.776, 52.103]
              ]
            ]
          ]
        }
      ],
      [
        'a line of 501 corners',
        { type: 'LineString', coordinates: [...Array(501).keys()].map((n) => [5.776 + n * 1e-6, 52.101]) }
      ],
      [
        'a line of 20,000 corners',
        { type: 'LineString', coordinates: [...Array(20_000).keys()].map((n) => [5.776 + n * 1e-8, 52.101]) }
      ]
    ])('refuses %s as malformed, by field', async (_, location) => {
      const refused = await refusedPin(location);
      expect(refused.status).toBe(422);
      expect(['location_malformed', 'request_malformed']).toContain(refused.code);
      expect(['location', 'request']).toContain(refused.field);
    });

    it('refuses numbers that JSON can hold and JavaScript cannot', async () => {
      for (const coordinates of ['[1e999, 52.1]', '[5.77, -1e999]', '["nan", "inf"]'])
        await expect(
          database().sql(
            `select private.take_location('{"location": {"type": "Point", "coordinates": ${coordinates}}}'::jsonb)`
          )
        ).rejects.toMatchObject({ code: 'PT422', hint: 'location_malformed' });
    });

    it('says so when a place or a neighbourhood is not there', async () => {
      const riet = await as(database(), 'riet');
      const request = { wijk: 'linde', title: 'x' };
      expect(await riet.isRefused('create_idea', { request: { ...request, wijk: 'nergens' } })).toEqual({
        status: 422,
        code: 'neighbourhood_unknown',
        field: 'wijk'
      });
      expect(await riet.isRefused('create_idea', { request: { ...request, placeId: village.barn } })).toEqual(
        { status: 422, code: 'place_unknown', field: 'placeId' }
      );
      expect(await riet.isRefused('create_idea', { request: { ...request, theme: 'water' } })).toEqual({
        status: 422,
        code: 'theme_unknown',
        field: 'theme'
      });
    });

    it('saves nothing of what it refuses', async () => {
      const [before] = await database().sql(
        'select count(*) as ideas, (select count(*) from public.events) as events from public.ideas'
      );
      await refusedPin(point(spots.outside));
      expect(
        await database().sql(
          'select count(*) as ideas, (select count(*) from public.events) as events from public.ideas'
        )
      ).toEqual([before]);
    });
  });

  describe('describe_spot', () => {
    const describeSpot = (spot: Position) =>
      asVisitor(database()).does<{
        inside: boolean;
        ground: string | null;
        street: string | null;
        moved: Position | null;
        object: Record<string, unknown> | null;
      }>('describe_spot', { neighbourhood_slug: 'linde', longitude: spot[0], latitude: spot[1] });

    it.each([
      [
        'green',
        spots.green,
        {
          inside: true,
          ground: 'green',
          street: 'Kerklaan',
          moved: null,
          object: { id: 'green-1', kind: 'green', detail: 'grass' }
        }
      ],
      ['a road', spots.road, { ground: 'road', object: { id: 'road-1' } }],
      ['water', [5.7715, 52.0965], { ground: 'water', object: { id: 'water-1' } }],
      [
        'a shed',
        [5.77405, 52.10205],
        { ground: 'building', moved: null, object: { id: 'shed-1', detail: 'shed' } }
      ],
      ['a place in a building', spots.hall, { ground: 'building', street: 'Dorpsstraat', moved: null }],
      [
        'a home',
        spots.home,
        { ground: 'home', street: 'Kerklaan', object: { id: 'home-1', houseNumber: '12' } }
      ],
      ['a yard', spots.yard, { ground: 'yard' }],
      ['nothing known', [5.7795, 52.0955], { inside: true, ground: null, object: null }],
      ['outside', spots.outside, { inside: false }]
    ] as const)('gives the words for %s', async (_, spot, expected) => {
      expect(await describeSpot(spot as Position)).toMatchObject(expected);
    });

    it('says where a pin on a home would go, which is where it goes', async () => {
      const { moved } = await describeSpot(spots.cornerHome);
      const idea = await pin(point(spots.cornerHome));
      const [longitude, latitude] = idea.location?.coordinates as [number, number];
      expect(moved?.[0]).toBeCloseTo(longitude, 6);
      expect(moved?.[1]).toBeCloseTo(latitude, 6);
    });

    it('measures an area in square metres', async () => {
      const { object } = await describeSpot(spots.green);
      // 0.001 by 0.0006 degrees at 52.1013° N is 68.5 by 66.8 metres
      expect(Number(object?.areaSquareMetres)).toBeGreaterThan(4500);
      expect(Number(object?.areaSquareMetres)).toBeLessThan(4650);
    });

    it.each([
      [null, 52.1],
      [5.77, null],
      [181, 52.1],
      [5.77, 91],
      ['NaN', 52.1],
      ['Infinity', 52.1]
    ])('refuses %s, %s', async (longitude, latitude) => {
      expect(
        await asVisitor(database()).isRefused('describe_spot', {
          neighbourhood_slug: 'linde',
          longitude,
          latitude
        })
      ).toEqual({
        status: 422,
        code: 'location_malformed',
        field: 'location'
      });
    });

    it('knows no spot of a neighbourhood that is not there', async () => {
      expect(
        await asVisitor(database()).isRefused('describe_spot', {
          neighbourhood_slug: 'nergens',
          longitude: 5.77,
          latitude: 52.1
        })
      ).toMatchObject({ status: 404 });
    });
  });

  it.each([
    ['pearls', 'SRID=4326;POINT(NaN NaN)'],
    ['pearls', 'SRID=4326;POINT EMPTY'],
    ['pearls', 'SRID=4326;POINT(999 52)'],
    ['places', 'SRID=4326;POINT(NaN NaN)'],
    ['places', 'SRID=4326;POINT EMPTY']
  ] as const)('refuses %s at %s, written past the functions', async (table, location) => {
    const id = nextId();
    const words = table === 'pearls' ? { title: 'De lindes' } : { name: 'Veld', kind: 'green' };
    const { error } = await (
      await as(database(), 'noor')
    ).client
      .from(table)
      .insert({ id, neighbourhood_id: village.linde, location, ...words } as never);
    expect(error).toMatchObject({ code: 'PT422', hint: 'location_malformed' });
    expect(await database().sql(`select id from public.${table} where id = $1`, [id])).toEqual([]);
  });

  it('refuses a shape of a place whose ring is open', async () => {
    const noor = await as(database(), 'noor');
    const { error } = await noor.client
      .from('places')
      .update({
        shape: '{"type":"Polygon","coordinates":[[[5.776,52.101],[5.777,52.101],[5.777,52.1016]]]}'
      } as never)
      .eq('id', village.field);
    expect(error).not.toBeNull();
    const { error: selfCrossing } = await noor.client
      .from('places')
      .update({
        shape: 'SRID=4326;POLYGON((5.776 52.101,5.777 52.1016,5.777 52.101,5.776 52.1016,5.776 52.101))'
      } as never)
      .eq('id', village.field);
    expect(selfCrossing).not.toBeNull();
    expect(await database().sql('select shape from public.places where id = $1', [village.field])).toEqual([
      { shape: null }
    ]);
  });

  describe('places', () => {
    it('stay in their neighbourhood, with a steward of it', async () => {
      const noor = await as(database(), 'noor');
      const place = (more: Record<string, unknown>) =>
        noor.client.from('places').insert({
          id: nextId(),
          neighbourhood_id: village.linde,
          kind: 'green',
          name: 'Veld',
          location: `SRID=4326;POINT(${spots.green.join(' ')})`,
          ...more
        } as never);
      expect((await place({})).error).toBeNull();
      expect((await place({ location: `SRID=4326;POINT(${spots.outside.join(' ')})` })).error).toMatchObject({
        hint: 'location_outside'
      });
      expect((await place({ steward_organisation_id: village.organisationElsewhere })).error).toMatchObject({
        hint: 'organisation_unknown'
      });
      expect(
        (
          await place({
            neighbourhood_id: village.beek,
            location: `SRID=4326;POINT(${spots.beek.join(' ')})`
          })
        ).error?.code
      ).toBe('42501');
      expect(
        (await noor.client.from('places').update({ neighbourhood_id: village.beek }).eq('id', village.field))
          .error
      ).not.toBeNull();
    });
  });
});

describeOnEachBackend('weekly times', (database) => {
  const zone = 'Europe/Amsterdam';
  const expand = async (
    starts: string,
    ends: string | null,
    weekly: unknown
  ): Promise<[string, string][]> => {
    const rows = await database().sql<{ from_moment: string; to_moment: string }>(
      `select to_char(lower(r) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as from_moment, to_char(upper(r) at time zone 'UTC', 'YYYY-MM-DD HH24:MI') as to_moment
       from unnest(private.expand_times($1::date, $2::date, $3::text::jsonb, '${zone}')) r order by lower(r)`,
      [starts, ends, weekly === null ? null : JSON.stringify(weekly)]
    );
    return rows.map((row) => [row.from_moment, row.to_moment]);
  };

  it('keep their local hour when the clock goes forward, on the last Sunday of March', async () => {
    expect(await expand('2027-03-21', '2027-04-04', [{ day: 7, from: '10:00', to: '12:00' }])).toEqual([
      ['2027-03-21 09:00', '2027-03-21 11:00'],
      ['2027-03-28 08:00', '2027-03-28 10:00'],
      ['2027-04-04 08:00', '2027-04-04 10:00']
    ]);
  });

  it('keep their local hour when the clock goes back, on the last Sunday of October', async () => {
    expect(await expand('2027-10-24', '2027-11-07', [{ day: 7, from: '10:00', to: '12:00' }])).toEqual([
      ['2027-10-24 08:00', '2027-10-24 10:00'],
      ['2027-10-31 09:00', '2027-10-31 11:00'],
      ['2027-11-07 09:00', '2027-11-07 11:00']
    ]);
  });

  it('are an hour shorter and an hour longer over the change itself', async () => {
    expect(await expand('2027-03-28', '2027-03-28', [{ day: 7, from: '01:00', to: '05:00' }])).toEqual([
      ['2027-03-28 00:00', '2027-03-28 03:00']
    ]);
    expect(await expand('2027-10-31', '2027-10-31', [{ day: 7, from: '01:00', to: '05:00' }])).toEqual([
      ['2027-10-30 23:00', '2027-10-31 04:00']
    ]);
    expect(await expand('2027-03-28', '2027-03-28', null)).toEqual([
      ['2027-03-27 23:00', '2027-03-28 22:00']
    ]);
    expect(await expand('2027-10-31', '2027-10-31', null)).toEqual([
      ['2027-10-30 22:00', '2027-10-31 23:00']
    ]);
  });

  it('are left out where the clock skips them, and refused when nothing else is left', async () => {
    const skipped = [{ day: 7, from: '02:30', to: '03:00' }];
    expect(await expand('2027-03-21', '2027-04-04', skipped)).toEqual([
      ['2027-03-21 01:30', '2027-03-21 02:00'],
      ['2027-04-04 00:30', '2027-04-04 01:00']
    ]);
    await expect(expand('2027-03-28', '2027-03-28', skipped)).rejects.toMatchObject({ hint: 'slot_never' });
  });

  it('run to midnight and join where they touch', async () => {
    expect(
      await expand('2027-01-04', '2027-01-05', [
        { day: 1, from: '20:00', to: '24:00' },
        { day: 2, from: '00:00', to: '01:00' }
      ])
    ).toEqual([['2027-01-04 19:00', '2027-01-05 00:00']]);
  });

  it('reach two years when they have no end, and for ever without slots', async () => {
    const slots = await expand('2027-01-04', null, [{ day: 1, from: '10:00', to: '12:00' }]);
    expect(slots).toHaveLength(105);
    expect(slots.at(-1)).toEqual(['2029-01-01 09:00', '2029-01-01 11:00']);
    expect(await expand('2027-01-04', null, [])).toEqual([['2027-01-03 23:00', null]]);
  });

  it.each([
    ['no day', [{ from: '10:00', to: '12:00' }]],
    ['no beginning', [{ day: 1, to: '12:00' }]],
    ['no end', [{ day: 1, from: '10:00' }]],
    ['day 8', [{ day: 8, from: '10:00', to: '12:00' }]],
    ['an end before its beginning', [{ day: 1, from: '12:00', to: '10:00' }]],
    ['no length', [{ day: 1, from: '10:00', to: '10:00' }]],
    ["25 o'clock", [{ day: 1, from: '10:00', to: '25:00' }]],
    ['words', [{ day: 'maandag', from: 'tien', to: 'twaalf' }]],
    ['no object', ['maandag']],
    ['no list', { day: 1, from: '10:00', to: '12:00' }],
    ['29 of them', Array<object>(29).fill({ day: 1, from: '10:00', to: '12:00' })]
  ])('with %s are refused', async (_, weekly) => {
    await expect(expand('2027-01-04', '2027-02-04', weekly)).rejects.toMatchObject({
      code: 'PT422',
      hint: 'slot_malformed'
    });
  });

  it('of more than ten years are refused', async () => {
    await expect(expand('2027-01-04', '2039-01-04', null)).rejects.toMatchObject({
      code: 'PT422',
      hint: 'period_too_long'
    });
  });
});
