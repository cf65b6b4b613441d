import { booleanIntersects, buffer } from '@turf/turf';
import type { Feature, Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { addressesByBuilding, readAddress } from './addresses.ts';
import { greenKind, terrainKind, waterKind, wayGroup, wayKind } from './kinds.ts';
import { text, type SourceFeature, type SourceLayers } from './read-layers.ts';
import { isStreetConfirmed, type StreetLabel } from './streets.ts';

export const objectKinds = [
  'building',
  'green',
  'water',
  'road',
  'path',
  'terrain',
  'address',
  'street'
] as const;
export type ObjectKind = (typeof objectKinds)[number];

/** A row of `public.map_objects`, without the wijk and the source, which are the same for all. */
export interface MapObject {
  id: string;
  kind: ObjectKind;
  name: string | null;
  street: string | null;
  house_number: string | null;
  street_certain: boolean;
  detail: string | null;
  geometry: Geometry;
}

type Area = Feature<Polygon | MultiPolygon>;

const nothing = { name: null, street: null, house_number: null, street_certain: true, detail: null };

function buildings(layers: SourceLayers): MapObject[] {
  const addresses = addressesByBuilding(layers.panden, layers.huisnummers);
  return layers.panden.map((building) => {
    const address = addresses.get(building.id);
    return {
      ...nothing,
      id: building.id,
      kind: 'building',
      street: address?.street ?? null,
      house_number: address?.houseNumbers ?? null,
      street_certain: address?.isStreetCertain ?? true,
      detail: address ? 'home' : 'shed',
      geometry: building.geometry
    };
  });
}

function ways(layers: SourceLayers, labels: StreetLabel[]): MapObject[] {
  return layers.wegdelen.map((part) => {
    const street = text(part, 'straat_afgeleid');
    return {
      ...nothing,
      id: part.id,
      kind: wayGroup(wayKind(part)),
      street,
      street_certain: street === null || isStreetConfirmed(part, labels),
      detail: wayKind(part),
      geometry: part.geometry
    };
  });
}

function plain(
  features: SourceFeature[],
  kind: ObjectKind,
  detailOf: (feature: SourceFeature) => string
): MapObject[] {
  return features.map((feature) => ({
    ...nothing,
    id: feature.id,
    kind,
    detail: detailOf(feature),
    geometry: feature.geometry
  }));
}

function addresses(layers: SourceLayers): MapObject[] {
  return layers.huisnummers.map((label) => {
    const address = readAddress(label);
    return {
      ...nothing,
      id: label.id,
      kind: 'address',
      street: address.street,
      house_number: address.houseNumber,
      street_certain: address.isStreetCertain,
      geometry: label.geometry
    };
  });
}

function streets(labels: StreetLabel[], isNear: (geometry: Geometry) => boolean): MapObject[] {
  const byName = new Map<string, { streetId: string; points: Position[] }>();
  for (const label of labels) {
    if (!isNear({ type: 'Point', coordinates: label.position })) continue;
    const entry = byName.get(label.name) ?? { streetId: label.streetId ?? label.id, points: [] };
    entry.points.push(label.position);
    byName.set(label.name, entry);
  }
  return [...byName].map(([name, { streetId, points }]) => ({
    ...nothing,
    id: `street-${streetId}`,
    kind: 'street',
    name,
    street: name,
    geometry: { type: 'MultiPoint', coordinates: points }
  }));
}

/**
 * The objects by which the server describes a place in words, finds an address and lets somebody choose a
 * building or a green area: everything that touches the border or lies within `marginMetres` of it.
 * Order: by kind, then by id.
 */
export function mapObjects(
  layers: SourceLayers,
  labels: StreetLabel[],
  border: Polygon,
  marginMetres: number
): MapObject[] {
  const zone: Area | undefined = buffer({ type: 'Feature', properties: {}, geometry: border }, marginMetres, {
    units: 'meters'
  });
  if (!zone) throw new Error('The border has no area');
  const isNear = (geometry: Geometry): boolean => booleanIntersects(geometry, zone);
  const objects = [
    ...buildings(layers),
    ...plain(layers.groen, 'green', greenKind),
    ...plain(layers.water, 'water', waterKind),
    ...plain(layers.terrein, 'terrain', terrainKind),
    ...ways(layers, labels),
    ...addresses(layers)
  ].filter((object) => isNear(object.geometry));
  const order = (object: MapObject): number => objectKinds.indexOf(object.kind);
  return [...objects, ...streets(labels, isNear)].sort(
    (a, b) => order(a) - order(b) || (a.id < b.id ? -1 : 1)
  );
}
