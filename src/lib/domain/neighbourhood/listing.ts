import { stepNames, type StepName } from '#lib/domain/chain/pearl.ts';
import type { IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { OrganisationFacts } from '#lib/domain/organisation/types.ts';
import type { PlaceFacts } from '#lib/domain/place/types.ts';
import type { Pearl } from './types.ts';

export const listKinds = ['all', 'ideas', 'places', 'clubs', 'pearls'] as const;
export type ListKind = (typeof listKinds)[number];
export const listOrders = ['newest', 'changed', 'furthest'] as const;
export type ListOrder = (typeof listOrders)[number];

/** What somebody asked the list for; comes from the address and back into it. */
export interface ListQuery {
  kind: ListKind;
  theme: string | null;
  stage: StepName | null;
  words: string;
  order: ListOrder;
  /** Only ideas that look for something. */
  seeking: boolean;
  page: number;
}

/** As many as an old phone lays out at once without a wait; the rest is a link away. */
export const pageSize = 20;

export type ListItem =
  | { kind: 'idea'; id: string; idea: IdeaSummary }
  | { kind: 'place'; id: string; place: PlaceFacts }
  | { kind: 'organisation'; id: string; organisation: OrganisationFacts }
  | { kind: 'pearl'; id: string; pearl: Pearl };

export interface Listing {
  items: ListItem[];
  total: number;
  counts: Record<ListKind, number>;
  more: boolean;
}

/** The question in an address; anything unknown counts as not asked. */
export function queryFrom(parameters: URLSearchParams): ListQuery {
  const pick = <T extends string>(name: string, known: readonly T[]): T | null =>
    known.find((value) => value === parameters.get(name)) ?? null;
  const page = Number(parameters.get('page') ?? '1');
  return {
    kind: pick('kind', listKinds) ?? 'all',
    theme: parameters.get('theme') || null,
    stage: pick('stage', stepNames),
    words: (parameters.get('q') ?? '').trim().slice(0, 80),
    order: pick('order', listOrders) ?? 'newest',
    seeking: parameters.get('seeking') === '1',
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1
  };
}

/** The address of a question, leaving out what is usual; keeps what else stands in the address. */
export function addressOf(query: ListQuery, changes: Partial<ListQuery>, base = ''): string {
  const asked = { ...query, page: 1, ...changes };
  const parameters = new URLSearchParams();
  if (asked.kind !== 'all') parameters.set('kind', asked.kind);
  if (asked.theme) parameters.set('theme', asked.theme);
  if (asked.stage) parameters.set('stage', asked.stage);
  if (asked.words) parameters.set('q', asked.words);
  if (asked.order !== 'newest') parameters.set('order', asked.order);
  if (asked.seeking) parameters.set('seeking', '1');
  if (asked.page > 1) parameters.set('page', String(asked.page));
  const text = parameters.toString();
  return text ? `${base}?${text}` : base || '?';
}

/** Whether somebody asked for less than everything. */
export function isFiltered(query: ListQuery): boolean {
  return (
    query.kind !== 'all' ||
    query.theme !== null ||
    query.stage !== null ||
    query.words !== '' ||
    query.seeking ||
    query.page > 1
  );
}

export interface Listable {
  ideas: readonly IdeaSummary[];
  descriptions: ReadonlyMap<string, string>;
  places: readonly PlaceFacts[];
  organisations: readonly OrganisationFacts[];
  pearls: readonly Pearl[];
}

/** Whether an idea still belongs in a list people choose from: dead groups do not clutter it. */
function isAlive(idea: IdeaSummary): boolean {
  return idea.state !== 'declined' && idea.state !== 'withdrawn' && idea.groupState !== 'resting';
}

/** Whether an idea looks for people or things. */
export function isSeeking(idea: IdeaSummary): boolean {
  if (idea.kind !== 'wish' || !isAlive(idea) || idea.state === 'realised') return false;
  return (
    idea.state === 'open' ||
    idea.openNeeds.some((kind) => kind !== 'permission' && kind !== 'place' && kind !== 'insurance')
  );
}

const has = (words: string, ...texts: (string | null | undefined)[]) =>
  texts.some((text) => text?.toLocaleLowerCase('nl').includes(words));

function compare(order: ListOrder): (one: IdeaSummary, other: IdeaSummary) => number {
  if (order === 'changed') return (one, other) => other.changedAt.localeCompare(one.changedAt);
  if (order === 'furthest') {
    return (one, other) => stepNames.indexOf(other.stage) - stepNames.indexOf(one.stage);
  }
  return (one, other) => other.createdAt.localeCompare(one.createdAt);
}

/** Everything that was asked for, and how much there is of each kind. */
type Found = Pick<Listing, 'counts'> & { items: readonly ListItem[] };

/** Of so many questions the answer is kept as long as nothing changes; most readers ask the same few. */
const mostKept = 12;
const kept = new WeakMap<Listable, Map<string, Found>>();

/** One page of what was asked for; ideas that rest or ended come last. */
export function listingOf(all: Listable, query: ListQuery): Listing {
  const { items, counts } = foundOf(all, query);
  return {
    items: items.slice((query.page - 1) * pageSize, query.page * pageSize),
    total: items.length,
    counts,
    more: items.length > query.page * pageSize
  };
}

/** Words differ from reader to reader: their answers would push out those that many ask for. */
function foundOf(all: Listable, query: ListQuery): Found {
  if (query.words !== '') return find(all, query);
  const answers = kept.get(all) ?? new Map<string, Found>();
  kept.set(all, answers);
  const question = addressOf(query, { page: 1 });
  const found = answers.get(question) ?? find(all, query);
  // Asked again is last in line to go: a Map keeps the order of insertion.
  answers.delete(question);
  answers.set(question, found);
  const [oldest] = answers.keys();
  if (answers.size > mostKept && oldest !== undefined) answers.delete(oldest);
  return found;
}

function find(all: Listable, query: ListQuery): Found {
  const words = query.words.toLocaleLowerCase('nl');
  const ideas = all.ideas
    .filter(
      (idea) =>
        (!query.theme || idea.theme === query.theme) &&
        (!query.stage || idea.stage === query.stage) &&
        (!query.seeking || isSeeking(idea)) &&
        (!words || has(words, idea.title, idea.street, all.descriptions.get(idea.id)))
    )
    .toSorted(compare(query.order))
    .toSorted((one, other) => Number(isAlive(other)) - Number(isAlive(one)));
  const onlyIdeas = query.theme !== null || query.stage !== null || query.seeking;
  const places = onlyIdeas
    ? []
    : all.places.filter((place) => !words || has(words, place.name, place.street, place.description));
  const organisations = onlyIdeas
    ? []
    : all.organisations.filter((one) => !words || has(words, one.name, one.words, one.kind));
  const pearls = onlyIdeas
    ? []
    : all.pearls.filter((pearl) => !words || has(words, pearl.title, pearl.why, pearl.street));

  const shown = (kind: ListKind) => query.kind === 'all' || query.kind === kind;
  const items: ListItem[] = [
    ...(shown('ideas') ? ideas.map((idea): ListItem => ({ kind: 'idea', id: idea.id, idea })) : []),
    ...(shown('places')
      ? // A list needs no outlines, and they are larger than all the rest of it.
        places.map((place): ListItem => ({ kind: 'place', id: place.id, place: { ...place, shape: null } }))
      : []),
    ...(shown('clubs')
      ? organisations.map((one): ListItem => ({ kind: 'organisation', id: one.id, organisation: one }))
      : []),
    ...(shown('pearls') ? pearls.map((pearl): ListItem => ({ kind: 'pearl', id: pearl.id, pearl })) : [])
  ];
  const counts = {
    ideas: ideas.length,
    places: places.length,
    clubs: organisations.length,
    pearls: pearls.length
  };
  return {
    items,
    counts: { all: counts.ideas + counts.places + counts.clubs + counts.pearls, ...counts }
  };
}

/**
 * A page of the list after changes: changed ideas in place, what is gone left out, and new ones on top where the
 * list shows the newest of everything.
 * @param changes ideas by id; null is gone
 */
export function itemsAfter(
  items: readonly ListItem[],
  changes: ReadonlyMap<string, IdeaSummary | null>,
  query: ListQuery
): readonly ListItem[] {
  if (changes.size === 0) return items;
  const known = new Set(items.map((item) => item.id));
  const kept = items.flatMap((item): ListItem[] => {
    if (item.kind !== 'idea' || !changes.has(item.id)) return [item];
    const idea = changes.get(item.id);
    return idea ? [{ kind: 'idea', id: item.id, idea }] : [];
  });
  const showsNew =
    query.order === 'newest' && !isFiltered({ ...query, kind: query.kind === 'ideas' ? 'all' : query.kind });
  if (!showsNew) return kept;
  const newest = items.find((item) => item.kind === 'idea')?.idea.createdAt ?? '';
  const fresh = [...changes.values()]
    .filter((idea) => idea !== null)
    .filter((idea) => !known.has(idea.id) && idea.createdAt >= newest)
    .toSorted((one, other) => other.createdAt.localeCompare(one.createdAt));
  return [...fresh.map((idea): ListItem => ({ kind: 'idea', id: idea.id, idea })), ...kept];
}
