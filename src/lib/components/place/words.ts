import { m } from '#messages';
import { whereKey, type Ground, type WhereKey } from '#lib/domain/place/where.ts';
import type { MapObject, PlaceKind } from '#lib/domain/place/types.ts';
import type { WeeklySlot } from '#lib/domain/claim/types.ts';

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

/** What a building or green area is and where: "Eikenzoom 12", "Groen aan de Kerklaan". */
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
  return street
    ? m.place_object_green({ street: street.replace(/^De /, '') })
    : m.place_object_green_plain();
}

/** A weekly slot: "dinsdag 10:00-12:00 uur". */
export function slotWord(slot: WeeklySlot): string {
  const day = m.place_days().split(',')[slot.day - 1] ?? '';
  return m.place_slot({ day, from: slot.from.replace(/^0/, ''), to: slot.to.replace(/^0/, '') });
}
