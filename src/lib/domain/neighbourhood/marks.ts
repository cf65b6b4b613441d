import type { Geometry } from 'geojson';
import { encodeRing, ringOf } from '#lib/domain/chain/ring.ts';
import type { IdeaFacts, IdeaKind } from '#lib/domain/idea/types.ts';
import type { PlaceKind } from '#lib/domain/place/types.ts';
import type { Snapshot } from './types.ts';

export const markKinds = ['idea', 'report', 'question', 'place', 'organisation', 'pearl'] as const;
export type MarkKind = (typeof markKinds)[number];

/** Something that people put on the map, as small as it travels. lon/lat are WGS84 degrees. */
export interface Mark {
  id: string;
  kind: MarkKind;
  lon: number;
  lat: number;
  title: string;
  /** Of an idea: how far it is, see `encodeRing`. */
  ring?: string;
  /** A key of `themeIcons`. */
  icon: string;
  /** An invented thing of a demo. */
  example: boolean;
  /** The page that tells more. */
  href: string;
  /** The line or area it is, where it is more than a point. */
  shape?: Geometry;
}

/** As much of a neighbourhood as marks are made of. */
export interface Markable extends Pick<Snapshot, 'themes' | 'ideas' | 'places' | 'organisations' | 'pearls'> {
  neighbourhood: Pick<Snapshot['neighbourhood'], 'slug'>;
}

/** More marks than this are gathered into clusters (DESIGN §5). */
export const clusterAbove = 500;

const ideaMarks: Record<IdeaKind, MarkKind> = { wish: 'idea', report: 'report', question: 'question' };
const fixedIcons: Partial<Record<MarkKind, string>> = { report: 'alert', question: 'message', pearl: 'star' };
const placeIcons: Record<PlaceKind, string> = {
  building: 'building',
  meeting: 'coffee',
  green: 'tree',
  other: 'pin'
};

/** Parts of an organisation's kind ("kerk", "fietsclub") and the icon that says so; the first that occurs counts. */
const organisationIcons: readonly [part: RegExp, icon: string][] = [
  [/kerk|parochie|moskee/i, 'church'],
  [/school|kinderopvang/i, 'school'],
  [/sport|voetbal|gym/i, 'trophy'],
  [/fiets/i, 'bike'],
  [/wandel/i, 'footprints'],
  [/tuin|natuur|groen/i, 'sprout'],
  [/muziek|koor|fanfare/i, 'music'],
  [/toneel|theater/i, 'theatre'],
  [/klus|repar/i, 'hammer'],
  [/huis|woon|verhuur/i, 'house'],
  [/gemeente/i, 'building'],
  [/zorg|welzijn|hulp/i, 'hand'],
  [/boek|bieb/i, 'library'],
  [/winkel|bakker|eten|kook/i, 'utensils']
];

/** The icon of a place wherever it is shown; a key of `themeIcons`. */
export function placeIcon(icon: string, kind: PlaceKind): string {
  return !icon || icon === 'map-pin' ? placeIcons[kind] : icon;
}

/** The icon of a club wherever it is shown; a key of `themeIcons`. */
export function organisationIcon(kind: string, name: string): string {
  const text = `${kind} ${name}`;
  return organisationIcons.find(([part]) => part.test(text))?.[1] ?? 'people';
}

type Spotless = { lon: number | null; lat: number | null };
const hasSpot = <Thing extends Spotless>(thing: Thing): thing is Thing & { lon: number; lat: number } =>
  thing.lon !== null && thing.lat !== null;

const folders: Record<MarkKind, string> = {
  idea: 'ideas',
  report: 'ideas',
  question: 'ideas',
  place: 'places',
  organisation: 'organisations',
  pearl: 'pearls'
};

/** The page of a mark, such as `/otterlo/ideas/…`. */
export function pageOf(wijk: string, kind: MarkKind, id: string): string {
  return `/${wijk}/${folders[kind]}/${id}`;
}

/**
 * Every mark of a neighbourhood, in reading order. What has no place has no mark, and neither has an idea that was
 * declined: it is in the list, with the reason.
 * @param addressOf the page of each
 */
export function marksOf(
  snapshot: Markable,
  addressOf = (kind: MarkKind, id: string) => pageOf(snapshot.neighbourhood.slug, kind, id)
): Mark[] {
  const themes = new Map(snapshot.themes.map((theme) => [theme.key, theme.icon]));
  const make = (
    kind: MarkKind,
    thing: { id: string; lon: number; lat: number },
    title: string,
    icon: string
  ) => ({
    id: thing.id,
    kind,
    lon: thing.lon,
    lat: thing.lat,
    title,
    icon: fixedIcons[kind] ?? icon,
    example: false,
    href: addressOf(kind, thing.id)
  });
  return inReadingOrder([
    ...snapshot.ideas
      .filter((idea) => idea.state !== 'declined')
      .filter(hasSpot)
      .map((idea): Mark => {
        const kind = ideaMarks[idea.kind];
        return {
          ...make(kind, idea, idea.title, themes.get(idea.theme ?? '') ?? 'lightbulb'),
          ...(kind === 'idea' ? { ring: encodeRing(ringOf(idea)) } : {}),
          ...(idea.shape ? { shape: idea.shape } : {})
        };
      }),
    ...snapshot.places.filter(hasSpot).map((place): Mark => ({
      ...make('place', place, place.name, placeIcon(place.icon, place.kind)),
      example: place.example,
      ...(place.shape ? { shape: place.shape } : {})
    })),
    ...snapshot.organisations.filter(hasSpot).map((club): Mark => ({
      ...make('organisation', club, club.name, organisationIcon(club.kind, club.name)),
      example: club.example
    })),
    ...snapshot.pearls.filter(hasSpot).map((pearl): Mark => ({
      ...make('pearl', pearl, pearl.title, 'star'),
      example: pearl.example
    }))
  ]);
}

/** Degrees of latitude of one "line" of the map, some 110 metres: within it marks are read from west to east. */
const lineDegrees = 0.001;

/** Marks as one reads a page: line by line from the north, and in a line from west to east. */
export function inReadingOrder(marks: readonly Mark[]): Mark[] {
  const line = ({ lat }: Mark): number => Math.floor(lat / lineDegrees);
  return [...marks].sort(
    (a, b) => line(b) - line(a) || a.lon - b.lon || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** How many marks fit round one spot beside the one on it. */
export const slotCount = 6;

const spotOf = ({ lon, lat }: Mark): string => `${lon.toFixed(5)},${lat.toFixed(5)}`;

/**
 * Which seat each mark takes that shares its spot (to a metre) with others: 0 on the spot itself, 1-6 round it.
 * Ids in seat 0 are left out. A place keeps its own spot; the rest follow in the order given, and who comes after the last seat shares it.
 */
export function seatsOf(marks: readonly Mark[]): Map<string, number> {
  const spots = new Map<string, Mark[]>();
  for (const mark of marks) {
    const spot = spotOf(mark);
    const there = spots.get(spot);
    if (there) there.push(mark);
    else spots.set(spot, [mark]);
  }
  const seats = new Map<string, number>();
  for (const there of spots.values()) {
    if (there.length === 1) continue;
    const rank = (mark: Mark): number => (mark.kind === 'place' ? 0 : mark.kind === 'organisation' ? 1 : 2);
    [...there]
      .sort((a, b) => rank(a) - rank(b))
      .forEach((mark, index) => {
        if (index > 0) seats.set(mark.id, Math.min(index, slotCount));
      });
  }
  return seats;
}

/**
 * The marks after changes: changed ideas in their new place and look, what is gone left out, what is new added.
 * @param changes ideas by id; null is gone
 */
export function marksAfter(
  marks: readonly Mark[],
  changes: ReadonlyMap<string, IdeaFacts | null>,
  of: Pick<Markable, 'themes' | 'neighbourhood'>
): readonly Mark[] {
  if (changes.size === 0) return marks;
  const ideas = [...changes.values()].filter((idea) => idea !== null);
  const fresh = marksOf({ ...of, ideas, places: [], organisations: [], pearls: [] });
  return inReadingOrder([...marks.filter((mark) => !changes.has(mark.id)), ...fresh]);
}
