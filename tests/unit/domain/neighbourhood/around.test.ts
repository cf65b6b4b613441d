import { describe, expect, it } from 'vitest';
import { aroundSpot, nearMetres, streetsAmong } from '#lib/domain/neighbourhood/around.ts';
import { foundThings, mapAddress } from '#lib/domain/neighbourhood/found.ts';
import { viewOf } from '#lib/domain/neighbourhood/view.ts';
import type { Gathering, Pearl, Snapshot } from '#lib/domain/neighbourhood/types.ts';
import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import type { PlaceFacts, SearchHit } from '#lib/domain/place/types.ts';

const here = { lon: 5.7731, lat: 52.1001 };
/** So many metres north of `here`. */
const north = (metres: number) => ({ lon: here.lon, lat: here.lat + metres / 111_195 });

const idea = (id: string, changes: Partial<IdeaFacts> = {}): IdeaFacts => ({
  id,
  kind: 'wish',
  title: id,
  description: '',
  theme: null,
  size: 'small',
  placeNeeded: true,
  placeId: null,
  state: 'open',
  shape: null,
  street: null,
  ground: null,
  name: null,
  supportCount: 0,
  helperCount: 0,
  commentCount: 0,
  readBefore: null,
  read: true,
  realisedOn: null,
  createdAt: '2026-11-01T10:00:00Z',
  changedAt: '2026-11-01T10:00:00Z',
  version: 1,
  coalition: null,
  claims: [],
  nextStep: null,
  nextPromise: null,
  openNeeds: [],
  answered: false,
  answer: null,
  photo: null,
  ...north(10),
  ...changes
});
const place = (id: string, metres: number): PlaceFacts =>
  ({
    id,
    kind: 'green',
    name: id,
    description: '',
    street: null,
    steward: null,
    icon: 'tree',
    ...north(metres)
  }) as PlaceFacts;
const pearl = (id: string, metres: number): Pearl =>
  ({
    id,
    title: id,
    why: '',
    street: null,
    ground: null,
    name: null,
    example: false,
    ...north(metres)
  }) as Pearl;
const moment = (id: string, startsAt: string, changes: Partial<Gathering> = {}): Gathering => ({
  id,
  title: id,
  ideaId: null,
  placeId: null,
  where: '',
  words: '',
  startsAt,
  endsAt: null,
  ...changes
});

function viewWith(parts: Partial<Snapshot>) {
  return viewOf({
    position: 1,
    neighbourhood: { slug: 'linde', contact: {} },
    themes: [],
    ideas: [],
    places: [],
    organisations: [],
    pearls: [],
    gatherings: [],
    offerCount: 0,
    ...parts
  } as unknown as Snapshot);
}

const now = new Date('2026-11-23T12:00:00Z');

describe('what is near', () => {
  it('comes nearest first and ends at the edge', () => {
    const view = viewWith({
      ideas: [
        idea('far', north(nearMetres - 1)),
        idea('near', north(20)),
        idea('beyond', north(nearMetres + 1))
      ],
      places: [place('green', 120), place('bench', 60)],
      pearls: [pearl('gone', 900)]
    });
    const around = aroundSpot(view, here, now);
    expect(around.ideas.map(({ thing }) => thing.id)).toEqual(['near', 'far']);
    expect(around.ideas[0]?.metres).toBeCloseTo(20, 0);
    expect(around.places.map(({ thing }) => thing.id)).toEqual(['bench', 'green']);
    expect(around.pearls).toEqual([]);
  });

  it('leaves out ideas without a place and ideas that were declined', () => {
    const view = viewWith({
      ideas: [idea('anywhere', { lon: null, lat: null }), idea('no', { state: 'declined' })]
    });
    expect(aroundSpot(view, here, now).ideas).toEqual([]);
  });

  it('finds moments by their place or idea, soonest first, and none that is over', () => {
    const view = viewWith({
      ideas: [idea('coffee')],
      places: [place('hall', 200)],
      gatherings: [
        moment('later', '2026-11-30T10:00:00Z', { ideaId: 'coffee' }),
        moment('soon', '2026-11-24T10:00:00Z', { placeId: 'hall' }),
        moment('going on', '2026-11-23T11:00:00Z', { placeId: 'hall', endsAt: '2026-11-23T13:00:00Z' }),
        moment('over', '2026-11-23T11:00:00Z', { placeId: 'hall' }),
        moment('nowhere', '2026-11-24T10:00:00Z')
      ]
    });
    expect(aroundSpot(view, here, now).moments.map(({ thing }) => thing.id)).toEqual([
      'going on',
      'soon',
      'later'
    ]);
  });
});

const hit = (kind: SearchHit['kind'], id: string, title = id): SearchHit => ({
  kind,
  id,
  title,
  detail: null,
  ...here
});

describe('what was found', () => {
  it('takes streets and addresses only, what was typed exactly first', () => {
    const hits = [hit('place', 'p'), hit('street', 'a', 'Kerklaantje'), hit('street', 'b', 'Kerklaan')];
    expect(streetsAmong(hits, ' kerklaan ').map(({ id }) => id)).toEqual(['b', 'a']);
    expect(streetsAmong([{ ...hit('street', 'c'), lon: null }], 'c')).toEqual([]);
  });

  it('leads a street to the map round it, and leaves out what is gone', () => {
    const view = viewWith({ ideas: [idea('idea-1')] });
    const found = foundThings(
      view,
      [hit('idea', 'idea-1'), hit('idea', 'gone'), hit('street', 's', 'Kerklaan')],
      '/linde'
    );
    expect(found.map(({ kind, id }) => `${kind} ${id}`)).toEqual(['idea idea-1', 'street s']);
    expect(found[1]).toMatchObject({ href: mapAddress('/linde', here) });
    expect(mapAddress('/linde', here)).toBe(
      '/linde?map=5.770904,52.098751,5.775296,52.101449&at=5.7731,52.1001'
    );
  });
});
