/** On what somebody points, as the database tells it. */
export type Ground = 'home' | 'yard' | 'building' | 'green' | 'water' | 'road' | 'path' | 'terrain';

/** What lies at a spot, as `describe_spot` gives it. moved is [lon, lat] of where a pin on a home is put. */
export interface Spot {
  inside: boolean;
  ground: Ground | null;
  street: string | null;
  moved: [number, number] | null;
  object: {
    id: string;
    kind: string;
    name: string | null;
    street: string | null;
    houseNumber: string | null;
    streetCertain: boolean;
    detail: string | null;
    areaSquareMetres: number;
    source: string;
    sourceDate: string | null;
  } | null;
}

/** The key of the sentence that says where something is; the street fills it in when there is one. */
export type WhereKey =
  | 'anywhere'
  | 'near_street'
  | 'green_near_street'
  | 'street'
  | 'path_near_street'
  | 'building_near_street'
  | 'water_near_street'
  | 'somewhere';

/**
 * Where something is, as a key and a street: the sentence itself is in the message catalogue (`place_where_*`).
 * A home is never named: the pin of a home stands on its street.
 */
export function whereKey(
  street: string | null,
  ground: Ground | null,
  hasLocation: boolean
): { key: WhereKey; street: string } {
  if (!hasLocation) return { key: 'anywhere', street: '' };
  if (!street) return { key: 'somewhere', street: '' };
  switch (ground) {
    case 'green':
      return { key: 'green_near_street', street };
    case 'road':
    case 'home':
    case 'yard':
      return { key: 'street', street };
    case 'path':
      return { key: 'path_near_street', street };
    case 'building':
      return { key: 'building_near_street', street };
    case 'water':
      return { key: 'water_near_street', street };
    default:
      return { key: 'near_street', street };
  }
}
