import { error } from '@sveltejs/kit';
import type { Geometry } from 'geojson';
import { m } from '#messages';
import { describeSpot } from '#lib/data/neighbourhood.ts';
import { readIdeasOfOrganisation } from '#lib/data/organisation.ts';
import { readMapObject, readPlace } from '#lib/data/place.ts';
import { isLiveClaim } from '#lib/domain/coalition/next-act.ts';
import { summaryContext } from '#lib/domain/neighbourhood/context.ts';
import type { Pearl } from '#lib/domain/neighbourhood/types.ts';
import { summaryOf, type IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { OrganisationFacts } from '#lib/domain/organisation/types.ts';
import type { MapObject, PlaceFacts, PlacePage } from '#lib/domain/place/types.ts';
import type { Spot } from '#lib/domain/place/where.ts';
import { isId } from '#lib/domain/refusal/fields.ts';
import type { LonLat } from '#lib/geo/mercator.ts';
import { metresToGeometry } from '#lib/geo/to-geometry.ts';
import { wijkView } from './wijk.ts';

/** How far round a building or green area its page looks for what lives there. */
const nearMetres = 40;

export interface PlaceView {
  place: PlacePage;
  ideas: IdeaSummary[];
  /** Requests under way and places held; what ended is history of its idea. */
  uses: PlacePage['uses'];
}

/**
 * One place with what happens there.
 * @throws HttpError 404 when there is none in this wijk
 */
export async function placePage(locals: App.Locals, wijk: string, id: string): Promise<PlaceView> {
  const [{ names }, place] = await Promise.all([
    wijkView(locals, wijk),
    isId(id) ? readPlace(locals.client, id) : null
  ]);
  if (place?.wijk !== wijk) error(404, m.app_error_not_found());
  const context = summaryContext(names);
  return {
    place,
    ideas: place.ideas.map((idea) => summaryOf(idea, context)),
    uses: place.uses.filter(({ state }) => isLiveClaim(state))
  };
}

/** A spot of the map: what lies there and what lives round it. */
export interface ObjectView {
  /** The building or green area; null where there is none, such as on a street. */
  object: MapObject | null;
  spot: Spot | null;
  /** Where an idea goes that starts here, WGS84 degrees. */
  at: LonLat;
  /** The place it belongs to, when somebody made it one. */
  place: PlaceFacts | null;
  ideas: IdeaSummary[];
  pearls: Pearl[];
}

function spotIn(parameter: string | null): LonLat | null {
  const [lon, lat] = (parameter ?? '').split(',').map(Number);
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lon: lon ?? 0, lat: lat ?? 0 } : null;
}

/**
 * A building or green area of the base map, or just a spot, with what lives within 40 metres of it.
 * @param asked `id` of the object, or `at` as `lon,lat`; with both the spot is where an idea goes
 * @throws HttpError 404 when neither is on this map
 */
export async function objectPage(
  locals: App.Locals,
  wijk: string,
  asked: URLSearchParams
): Promise<ObjectView> {
  const view = await wijkView(locals, wijk);
  const tapped = spotIn(asked.get('at'));
  const spot = tapped && (await describeSpot(locals.client, wijk, tapped.lon, tapped.lat));
  const id = asked.get('id') ?? spot?.object?.id;
  const object = id ? await readMapObject(locals.client, wijk, id.slice(0, 120)) : null;
  const at = tapped ?? (object && { lon: object.lon, lat: object.lat });
  if (!at) error(404, m.app_error_not_found());
  const { snapshot } = view;
  const shape: Geometry = object?.geometry ?? { type: 'Point', coordinates: [at.lon, at.lat] };
  const isNear = ({ lon, lat }: { lon: number | null; lat: number | null }) =>
    lon !== null && lat !== null && metresToGeometry({ lon, lat }, shape) <= nearMetres;
  return {
    object,
    spot,
    at,
    place: snapshot.places.find((place) => place.id === object?.placeId) ?? null,
    ideas: snapshot.ideas.filter(isNear).flatMap((idea) => view.summaries.get(idea.id) ?? []),
    pearls: snapshot.pearls.filter(isNear)
  };
}

export interface OrganisationView {
  organisation: OrganisationFacts;
  ideas: IdeaSummary[];
  places: PlaceFacts[];
}

/**
 * A club or organisation, where it takes part and the places it answers for.
 * @throws HttpError 404 when there is none in this wijk
 */
export async function organisationPage(
  locals: App.Locals,
  wijk: string,
  id: string
): Promise<OrganisationView> {
  const view = await wijkView(locals, wijk);
  const organisation = view.snapshot.organisations.find((one) => one.id === id);
  if (!organisation) error(404, m.app_error_not_found());
  const joined = new Set(await readIdeasOfOrganisation(locals.client, id));
  return {
    organisation,
    ideas: view.listable.ideas.filter((idea) => joined.has(idea.id)),
    places: view.snapshot.places.filter((place) => place.steward?.id === id)
  };
}

/**
 * Something that is good as it is.
 * @throws HttpError 404 when there is none in this wijk
 */
export async function pearlPage(locals: App.Locals, wijk: string, id: string): Promise<Pearl> {
  const { snapshot } = await wijkView(locals, wijk);
  const pearl = snapshot.pearls.find((one) => one.id === id);
  if (!pearl) error(404, m.app_error_not_found());
  return pearl;
}
