import type { MapObject, PlacePage } from '#lib/domain/place/types.ts';
import { answerTo, type Client } from './client.ts';

/** One place with its ideas, moments and uses; null when there is none. */
export async function readPlace(client: Client, place: string): Promise<PlacePage | null> {
  return answerTo(client.rpc('place_page', { place }));
}

/** A building or green area of the base map; null when it is not of this neighbourhood. */
export async function readMapObject(client: Client, wijk: string, object: string): Promise<MapObject | null> {
  return answerTo(client.rpc('map_object', { neighbourhood_slug: wijk, object_id: object }));
}
