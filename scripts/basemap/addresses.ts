import { text, type SourceFeature } from './read-layers.ts';

export interface Address {
  /** Null when no street could be derived for the label. */
  street: string | null;
  houseNumber: string;
  /** False when the street was derived and the neighbours disagree about it. */
  isStreetCertain: boolean;
}

export interface BuildingAddress {
  street: string | null;
  /** Numbers on that street in reading order, e.g. "5, 79-92"; with a second street written out. */
  houseNumbers: string;
  /** In full, e.g. "Eikenzoom 12". */
  inFull: string;
  isStreetCertain: boolean;
}

/** Registrations use 9999999999 for "building not known": no address may be joined on it. */
const unknownBuilding = /9{10}$/;

const byReadingOrder = new Intl.Collator('nl', { numeric: true });

export function readAddress(label: SourceFeature): Address {
  return {
    street: text(label, 'straat_afgeleid'),
    houseNumber: text(label, 'nummer') ?? '',
    isStreetCertain: label.properties['straat_zeker'] === true
  };
}

function combine(addresses: Address[]): BuildingAddress | null {
  const streets = [...new Set(addresses.map((address) => address.street))].sort((a, b) =>
    byReadingOrder.compare(a ?? '\uffff', b ?? '\uffff')
  );
  const parts = streets.map((street) => {
    const numbers = addresses
      .filter((address) => address.street === street)
      .map((address) => address.houseNumber);
    return { street, numbers: [...new Set(numbers)].sort(byReadingOrder.compare).join(', ') };
  });
  const [first, ...others] = parts;
  if (!first) return null;
  const rest = others.map((part) => `, ${[part.street, part.numbers].filter(Boolean).join(' ')}`).join('');
  return {
    street: first.street,
    houseNumbers: first.numbers + rest,
    inFull: [first.street, first.numbers].filter(Boolean).join(' ') + rest,
    isStreetCertain: addresses.every((address) => address.isStreetCertain)
  };
}

/**
 * Joins house-number labels to buildings by BAG building id.
 * Where several outlines share that id, a number goes to the outline that lists it.
 * Returns the address by building id (BGT); a building without one is a shed or a garage.
 */
export function addressesByBuilding(
  buildings: SourceFeature[],
  labels: SourceFeature[]
): Map<string, BuildingAddress> {
  const labelsByBag = new Map<string, Address[]>();
  for (const label of labels) {
    const bag = text(label, 'bagPand');
    if (bag && !unknownBuilding.test(bag))
      labelsByBag.set(bag, [...(labelsByBag.get(bag) ?? []), readAddress(label)]);
  }
  const result = new Map<string, BuildingAddress>();
  for (const building of buildings) {
    const listed = (text(building, 'huisnummers') ?? '').split(', ');
    const candidates = labelsByBag.get(text(building, 'bagPand') ?? '') ?? [];
    const address = combine(candidates.filter((candidate) => listed.includes(candidate.houseNumber)));
    if (address) result.set(building.id, address);
  }
  return result;
}
