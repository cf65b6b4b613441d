import type { Geometry } from 'geojson';
import { idOf, neighbourhoodId } from '../ids.ts';
import { geometry, moment, point } from '../sql.ts';
import { organisationId } from '../story/organisations.ts';
import { placeId, places, realPlaces } from '../story/places.ts';
import type { Book } from './book.ts';
import type { Sources } from './sources.ts';

const made = moment(-420, '09:00');

function shapeOf(id: string, green: Sources['green']): Geometry {
  const found = green.get(id);
  if (!found) throw new Error(`The green ${id} is not in the layers of the village`);
  return found;
}

/** The invented places with the shape of their green, and the four real ones with what their source says, no more. */
export function addPlaces(book: Book, { green, realPlaceFeatures }: Sources): void {
  for (const place of places)
    book.add('places', {
      id: placeId(place.key),
      neighbourhood_id: neighbourhoodId,
      kind: place.kind,
      name: place.name,
      description: place.description,
      street: place.street,
      location: point(place.spot),
      shape: place.shape ? geometry(shapeOf(place.shape, green)) : null,
      map_object_id: place.shape,
      steward_organisation_id: organisationId(place.steward),
      sharing: place.sharing,
      source: null,
      source_date: null,
      certainty: null,
      icon: place.icon,
      example: true,
      created_at: made
    });
  for (const [index, feature] of realPlaceFeatures.entries()) {
    const known = realPlaces[feature.id];
    book.add('places', {
      id: idOf('place', 101 + index),
      neighbourhood_id: neighbourhoodId,
      kind: known.kind,
      name: feature.properties.naam,
      description: '',
      street: known.street,
      location: point(feature.geometry.coordinates),
      shape: null,
      map_object_id: feature.buildingId,
      steward_organisation_id: null,
      sharing: 'shared',
      source: feature.properties.bron,
      source_date: feature.properties.bron_datum,
      certainty: feature.properties.zekerheid,
      icon: known.icon,
      example: false,
      created_at: made
    });
  }
}
