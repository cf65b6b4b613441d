import type { Geometry } from 'geojson';
import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import type { ClaimState, WeeklySlot } from '#lib/domain/claim/types.ts';

export type PlaceKind = 'building' | 'meeting' | 'green' | 'other';
export const placeKinds: readonly PlaceKind[] = ['building', 'meeting', 'green', 'other'];

/** The public facts of a place. lon/lat are WGS84 degrees; steward null means not known yet. */
export interface PlaceFacts {
  id: string;
  kind: PlaceKind;
  name: string;
  description: string;
  street: string | null;
  lon: number;
  lat: number;
  shape: Geometry | null;
  mapObjectId: string | null;
  sharing: 'shared' | 'exclusive';
  icon: string;
  example: boolean;
  source: string | null;
  sourceDate: string | null;
  certainty: string | null;
  steward: { id: string; name: string } | null;
}

export interface PlacePage extends PlaceFacts {
  wijk: string;
  ideas: IdeaFacts[];
  gatherings: { id: string; title: string; startsAt: string; endsAt: string | null }[];
  uses: {
    id: string;
    ideaId: string;
    title: string;
    state: ClaimState;
    startsOn: string;
    endsOn: string | null;
    weekly: WeeklySlot[] | null;
  }[];
}

/** A building or green area of the base map that anybody may choose. */
export interface MapObject {
  id: string;
  kind: 'building' | 'green' | 'water' | 'road' | 'path' | 'terrain' | 'address' | 'street';
  name: string | null;
  street: string | null;
  houseNumber: string | null;
  streetCertain: boolean;
  detail: string | null;
  source: string;
  sourceDate: string | null;
  areaSquareMetres: number;
  lon: number;
  lat: number;
  geometry: Geometry;
  nearStreet: string | null;
  placeId: string | null;
}

export interface SearchHit {
  kind: 'place' | 'organisation' | 'idea' | 'street' | 'address';
  id: string;
  title: string;
  detail: string | null;
  lon: number | null;
  lat: number | null;
}
