import { isSeeking } from '#lib/domain/neighbourhood/listing.ts';
import { distanceMetres } from '#lib/geo/distance.ts';
import { ideaPage } from '#lib/server/pages/idea.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { PageServerLoad } from './$types';

/** Three things close by: one that succeeded, one that seeks hands, one date. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { idea } = await ideaPage(locals, params.wijk, params.id);
  const { snapshot, listable } = await wijkView(locals, params.wijk);
  const places = new Map(snapshot.ideas.map((one) => [one.id, one]));
  const distance = (id: string) => {
    const other = places.get(id);
    if (idea.lon === null || idea.lat === null || !other || other.lon === null || other.lat === null) {
      return Infinity;
    }
    return distanceMetres({ lon: idea.lon, lat: idea.lat }, { lon: other.lon, lat: other.lat });
  };
  const nearest = listable.ideas
    .filter((one) => one.id !== idea.id)
    .toSorted((one, other) => distance(one.id) - distance(other.id));
  const now = Date.now();
  return {
    idea,
    succeeded: nearest.find((one) => one.state === 'realised') ?? null,
    seeking: nearest.find(isSeeking) ?? null,
    moment:
      snapshot.gatherings.find((moment) => new Date(moment.endsAt ?? moment.startsAt).getTime() > now) ?? null
  };
};
