import type { IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { PlaceFacts, SearchHit } from '#lib/domain/place/types.ts';
import { distanceMetres } from '#lib/geo/distance.ts';
import type { LonLat } from '#lib/geo/mercator.ts';
import type { Gathering, Pearl } from './types.ts';
import type { NeighbourhoodView } from './view.ts';

/** How far "near me" reaches: some four minutes on foot, or ten with a walking frame. */
export const nearMetres = 300;

/** Something close by, and how far as the crow flies. */
export interface Near<Thing> {
  metres: number;
  thing: Thing;
}

/** What happens round a spot. Moments come in the order of time, everything else nearest first. */
export interface Around {
  ideas: Near<IdeaSummary>[];
  moments: Near<Gathering>[];
  places: Near<PlaceFacts>[];
  pearls: Near<Pearl>[];
}

type MaybeSpot = { lon: number | null; lat: number | null } | undefined;

function nearest<Thing>(
  things: readonly Thing[],
  here: LonLat,
  spotOf: (thing: Thing) => MaybeSpot
): Near<Thing>[] {
  return things
    .flatMap((thing) => {
      const spot = spotOf(thing);
      if (!spot || spot.lon === null || spot.lat === null) return [];
      const metres = distanceMetres(here, { lon: spot.lon, lat: spot.lat });
      return metres <= nearMetres ? [{ metres, thing }] : [];
    })
    .sort((one, other) => one.metres - other.metres);
}

/** What is within `nearMetres` of a spot. What was declined is left out, and so are moments that are over. */
export function aroundSpot({ snapshot, summaries }: NeighbourhoodView, here: LonLat, now: Date): Around {
  const ideas = new Map(snapshot.ideas.map((idea) => [idea.id, idea]));
  const places = new Map(snapshot.places.map((place) => [place.id, place]));
  const alive = [...summaries.values()].filter((idea) => idea.state !== 'declined');
  const coming = snapshot.gatherings.filter(
    (moment) => new Date(moment.endsAt ?? moment.startsAt).getTime() >= now.getTime()
  );
  return {
    ideas: nearest(alive, here, ({ id }) => ideas.get(id)),
    moments: nearest(coming, here, ({ placeId, ideaId }) =>
      placeId ? places.get(placeId) : ideaId ? ideas.get(ideaId) : undefined
    ).sort((one, other) => one.thing.startsAt.localeCompare(other.thing.startsAt)),
    places: nearest(snapshot.places, here, (place) => place),
    pearls: nearest(snapshot.pearls, here, (pearl) => pearl)
  };
}

/** A street or address that somebody may mean. */
export type StreetHit = SearchHit & { kind: 'street' | 'address'; lon: number; lat: number };

/** The streets and addresses among what was found: what was typed exactly comes first, then best first. */
export function streetsAmong(hits: readonly SearchHit[], words: string): StreetHit[] {
  const said = words.trim().toLocaleLowerCase('nl');
  const isExact = ({ title }: SearchHit) => Number(title.toLocaleLowerCase('nl') === said);
  return hits
    .filter(
      (hit): hit is StreetHit =>
        (hit.kind === 'street' || hit.kind === 'address') && hit.lon !== null && hit.lat !== null
    )
    .sort((one, other) => isExact(other) - isExact(one));
}
