import { describe, expect, it } from 'vitest';
import {
  itemsAfter,
  addressOf,
  isFiltered,
  isSeeking,
  listingOf,
  pageSize,
  queryFrom,
  type Listable
} from '#lib/domain/neighbourhood/listing.ts';
import type { IdeaSummary } from '#lib/domain/idea/summary.ts';

const idea = (id: string, changes: Partial<IdeaSummary> = {}): IdeaSummary => ({
  id,
  kind: 'wish',
  title: `Idee ${id}`,
  theme: null,
  icon: 'lightbulb',
  ring: 'dceeee',
  stage: 'idea',
  state: 'open',
  groupState: null,
  supportCount: 0,
  hasPlace: true,
  street: null,
  ground: null,
  openNeeds: [],
  answered: false,
  silent: false,
  next: { key: 'read', words: null, who: 'Noor', due: null },
  createdAt: `2026-11-${id.padStart(2, '0')}T10:00:00Z`,
  changedAt: `2026-11-${id.padStart(2, '0')}T10:00:00Z`,
  realisedOn: null,
  photo: null,
  ...changes
});

const all = (ideas: IdeaSummary[]): Listable => ({
  ideas,
  descriptions: new Map([['1', 'Naar de bus is het net te ver']]),
  places: [],
  organisations: [],
  pearls: []
});

const ids = (ideas: IdeaSummary[], query: string) =>
  listingOf(all(ideas), queryFrom(new URLSearchParams(query))).items.map(({ id }) => id);

describe('the list', () => {
  it('shows the newest first, and what rests or ended last', () => {
    const ideas = [
      idea('1'),
      idea('3', { state: 'declined' }),
      idea('2'),
      idea('4', { groupState: 'resting', state: 'taken_up' })
    ];
    expect(ids(ideas, '')).toEqual(['2', '1', '4', '3']);
  });
  it('filters by theme, stage and words, also words of the description', () => {
    const ideas = [
      idea('1', { theme: 'green' }),
      idea('2', { stage: 'realised', state: 'realised' }),
      idea('3')
    ];
    expect(ids(ideas, 'theme=green')).toEqual(['1']);
    expect(ids(ideas, 'stage=realised')).toEqual(['2']);
    expect(ids(ideas, 'q=BUS')).toEqual(['1']);
    expect(ids(ideas, 'q=olifant')).toEqual([]);
  });
  it('gives a page at a time and says whether there is more', () => {
    const ideas = Array.from({ length: 120 }, (_, index) => idea(String(index + 1)));
    const first = listingOf(all(ideas), queryFrom(new URLSearchParams('')));
    const last = listingOf(all(ideas), queryFrom(new URLSearchParams('page=6')));
    expect([first.items.length, first.more, first.total]).toEqual([pageSize, true, 120]);
    expect([last.items.length, last.more]).toEqual([20, false]);
  });
  it('knows who looks for something', () => {
    expect(isSeeking(idea('1'))).toBe(true);
    expect(isSeeking(idea('1', { state: 'taken_up', openNeeds: ['permission'] }))).toBe(false);
    expect(isSeeking(idea('1', { state: 'taken_up', openNeeds: ['tools'] }))).toBe(true);
    expect(isSeeking(idea('1', { state: 'realised', openNeeds: ['hands'] }))).toBe(false);
  });
});

describe('the question in an address', () => {
  it('survives nonsense', () => {
    const query = queryFrom(new URLSearchParams('kind=x&stage=y&page=-3&order=z&seeking=7'));
    expect(query).toEqual({
      kind: 'all',
      theme: null,
      stage: null,
      words: '',
      order: 'newest',
      seeking: false,
      page: 1
    });
    expect(isFiltered(query)).toBe(false);
  });
  it('goes back into the address, and another filter starts at the first page', () => {
    const query = queryFrom(new URLSearchParams('kind=ideas&q=bank&page=2'));
    expect(addressOf(query, {}, '/otterlo')).toBe('/otterlo?kind=ideas&q=bank');
    expect(addressOf(query, { page: 3 }, '/otterlo')).toBe('/otterlo?kind=ideas&q=bank&page=3');
    expect(addressOf(query, { kind: 'all', words: '' }, '/otterlo')).toBe('/otterlo');
  });
});

describe('a list that somebody looks at while others write', () => {
  const everything = queryFrom(new URLSearchParams(''));
  const shown = listingOf(all([idea('1'), idea('2')]), everything).items;
  const after = (changes: [string, IdeaSummary | null][], query = everything) =>
    itemsAfter(shown, new Map(changes), query).map(({ id }) => id);

  it('gets what is new on top', () => {
    expect(after([['3', idea('3')]])).toEqual(['3', '2', '1']);
  });
  it('changes what is there in its place and drops what is gone', () => {
    const changed = itemsAfter(shown, new Map([['1', idea('1', { title: 'Anders' })]]), everything);
    expect(changed.map((item) => item.kind === 'idea' && item.idea.title)).toEqual(['Idee 2', 'Anders']);
    expect(after([['2', null]])).toEqual(['1']);
  });
  it('keeps out what was not asked for', () => {
    expect(after([['3', idea('3')]], queryFrom(new URLSearchParams('theme=green')))).toEqual(['2', '1']);
    expect(after([['3', idea('3')]], queryFrom(new URLSearchParams('kind=ideas')))).toEqual(['3', '2', '1']);
  });
});

describe('an answer that is kept', () => {
  it('is that of the question: each kind, order and page has its own', () => {
    const ideas = Array.from({ length: 30 }, (_, index) =>
      idea(String(index + 1), index % 2 ? { state: 'realised' } : {})
    );
    const listable = all(ideas);
    const ask = (text: string) =>
      listingOf(listable, queryFrom(new URLSearchParams(text))).items.map(({ id }) => id);
    const questions = ['', 'page=2', 'kind=ideas', 'seeking=1', 'order=changed', 'kind=places'];
    const asOthers = questions.map((text) =>
      listingOf(all(ideas), queryFrom(new URLSearchParams(text))).items.map(({ id }) => id)
    );
    expect(questions.map(ask)).toEqual(asOthers);
    expect(questions.map(ask)).toEqual(asOthers);
  });
});
