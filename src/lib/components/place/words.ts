import { m } from '#messages';
import { whereKey, type Ground, type WhereKey } from '#lib/domain/place/where.ts';
import type { MapObject, PlaceKind } from '#lib/domain/place/types.ts';

const whereWords: Record<WhereKey, (inputs: { street: string }) => string> = {
  anywhere: m.place_where_anywhere,
  somewhere: m.place_where_somewhere,
  near_street: m.place_where_near_street,
  green_near_street: m.place_where_green_near_street,
  street: m.place_where_street,
  path_near_street: m.place_where_path_near_street,
  building_near_street: m.place_where_building_near_street,
  water_near_street: m.place_where_water_near_street
};

/** Where something is, in words: "Bij de Zandhoek, op het gras". */
export function whereWord(street: string | null, ground: Ground | null, hasLocation: boolean): string {
  const where = whereKey(street, ground, hasLocation);
  // "De Zandhoek" is said "de Zandhoek": the article of the sentence is already there.
  return whereWords[where.key]({ street: where.street.replace(/^De /, '') });
}

const kindWords: Record<PlaceKind, () => string> = {
  building: m.place_kind_building,
  meeting: m.place_kind_meeting,
  green: m.place_kind_green,
  other: m.place_kind_other
};

export function placeKindWord(kind: PlaceKind): string {
  return kindWords[kind]();
}

const objectKinds: Partial<Record<MapObject['kind'], () => string>> = {
  building: m.place_object_kind_building,
  green: m.place_object_kind_green,
  water: m.place_object_kind_water,
  road: m.place_object_kind_road,
  path: m.place_object_kind_path
};

/** What something on the base map is, in a word. */
export function objectKindWord(object: MapObject): string {
  return (objectKinds[object.kind] ?? m.place_object_kind_terrain)();
}

/** Whether somebody may live there: a building with a house number, or the yard round one. */
export function isHome(object: MapObject): boolean {
  return object.kind === 'building' ? object.detail === 'home' : object.detail === 'erf';
}

const objectWords: Partial<Record<MapObject['kind'], (inputs: { street: string }) => string>> = {
  green: m.place_object_green,
  water: m.place_object_water,
  road: m.place_object_road,
  path: m.place_object_path
};

/** What something on the base map is and where: "Eikenzoom 12", "Groen aan de Kerklaan". */
export function objectTitle(object: MapObject): string {
  if (object.name) return object.name;
  if (object.kind === 'building') {
    if (!object.street || !object.houseNumber) return m.place_object_building();
    const inputs = { street: object.street, number: object.houseNumber };
    return object.streetCertain
      ? m.place_object_building_address(inputs)
      : m.place_object_building_uncertain(inputs);
  }
  const street = object.street ?? object.nearStreet;
  if (!street) return object.kind === 'green' ? m.place_object_green_plain() : objectKindWord(object);
  // "De Zandhoek" is said "de Zandhoek": the article of the sentence is already there.
  return (objectWords[object.kind] ?? m.place_object_terrain)({ street: street.replace(/^De /, '') });
}
