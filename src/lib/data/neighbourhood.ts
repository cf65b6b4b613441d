import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { newPearl, spot, type NewPearl } from '#lib/domain/neighbourhood/validation.ts';
import type { SimilarIdea } from '#lib/domain/idea/stored.ts';
import type { Neighbourhood, Snapshot } from '#lib/domain/neighbourhood/types.ts';
import type { SearchHit } from '#lib/domain/place/types.ts';
import type { Spot } from '#lib/domain/place/where.ts';
import { answerTo, insertOnce, type Client } from './client.ts';

/** The neighbourhoods of this installation, by name. */
export async function readNeighbourhoods(
  client: Client
): Promise<Pick<Neighbourhood, 'id' | 'slug' | 'name' | 'kind' | 'demo'>[]> {
  const rows = await answerTo<Pick<Neighbourhood, 'id' | 'slug' | 'name' | 'kind' | 'demo'>[]>(
    client.from('neighbourhoods').select('id, slug, name, kind, demo')
  );
  return rows.sort((one, other) => one.name.localeCompare(other.name, 'nl'));
}

/** Everything the caller may see of a neighbourhood; null when there is none of that name. */
export async function readSnapshot(client: Client, wijk: string): Promise<Snapshot | null> {
  return answerTo(client.rpc('map_snapshot', { neighbourhood_slug: wijk }));
}

/**
 * What lies at a spot.
 * @param longitude WGS84 degrees, as a number or as typed in an address
 * @param latitude WGS84 degrees, as a number or as typed in an address
 * @throws RefusalError 404 for an unknown neighbourhood, 422 for what is no spot
 */
export async function describeSpot(
  client: Client,
  wijk: string,
  longitude: number | string,
  latitude: number | string
): Promise<Spot> {
  const { lon, lat } = checkInput(spot, { lon: longitude, lat: latitude });
  return answerTo(client.rpc('describe_spot', { neighbourhood_slug: wijk, longitude: lon, latitude: lat }));
}

const houseNumber = /\s+\d+\s*\p{Letter}?$/u;

/**
 * Streets, house numbers, places, organisations and ideas by words, at most 20, best first. For a house number that is
 * not there it is the street.
 */
export async function searchNeighbourhood(client: Client, wijk: string, words: string): Promise<SearchHit[]> {
  const search = (text: string) =>
    answerTo<SearchHit[]>(
      client.rpc('search_neighbourhood', { neighbourhood_slug: wijk, words: text.slice(0, 200) })
    );
  const hits = await search(words);
  const street = words.trimEnd().replace(houseNumber, '');
  return hits.length > 0 || street === words.trimEnd() ? hits : search(street);
}

/** At most three ideas alike in words and, when a spot is given, near it. */
export async function findSimilarIdeas(
  client: Client,
  wijk: string,
  words: string,
  at: { lon: number | string; lat: number | string } | null
): Promise<SimilarIdea[]> {
  const here = at && checkInput(spot, at);
  return answerTo(
    client.rpc('similar_ideas', {
      neighbourhood_slug: wijk,
      longitude: here?.lon ?? null,
      latitude: here?.lat ?? null,
      words: words.slice(0, 500)
    })
  );
}

/** "This is good here"; gives the id. @throws RefusalError 422 */
export async function markPearl(client: Client, neighbourhoodId: string, input: NewPearl): Promise<string> {
  const { id = crypto.randomUUID(), title, why, location, name } = checkInput(newPearl, input);
  await insertOnce(
    client.from('pearls').insert({
      id,
      neighbourhood_id: neighbourhoodId,
      title,
      why: why ?? '',
      author_name: name,
      location:
        location?.type === 'Point'
          ? `SRID=4326;POINT(${location.coordinates[0]} ${location.coordinates[1]})`
          : null
    }),
    () => client.from('pearl_authors').select('pearl_id').eq('pearl_id', id)
  );
  return id;
}
