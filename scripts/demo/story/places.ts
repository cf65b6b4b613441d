import { idOf } from '../ids.ts';
import type { OrganisationKey } from './organisations.ts';

export interface PlaceOfStory {
  /** Number of the story; S1 is the piece of street that idea 18 asked for, which the story does not number. */
  key: string;
  name: string;
  kind: 'building' | 'meeting' | 'green' | 'other';
  description: string;
  street: string;
  steward: OrganisationKey;
  sharing: 'shared' | 'exclusive';
  icon: string;
  spot: readonly [lon: number, lat: number];
  /** BGT id of the green whose shape it has. */
  shape: string | null;
}

/** Invented places on real public green; the shape is that of the green itself. */
export const places = [
  {
    key: 'P1',
    name: 'Dorpskamer De Theemuts (voorbeeld)',
    kind: 'meeting',
    description:
      'Kamer voor 24 mensen, keukentje, wc waar een rolstoel in kan, geen drempel. Er is een beamer. Vrij van maandag tot en met vrijdag van 9 tot 17 uur als er iets vrij is, en op woensdag van 16 tot 18 uur. De hoek bij het raam, voor 12 mensen, is op dinsdag van 10 tot 12 uur en op donderdag van 9.30 tot 11 uur bezet. Gratis voor ideeën uit het dorp.',
    street: 'Van Broekhuyzenstraat',
    steward: 'theemuts',
    sharing: 'exclusive',
    icon: 'coffee',
    spot: [5.77278, 52.10039],
    shape: 'G0228.a14f5725c48345cf90d5551e4b2c80a5'
  },
  {
    key: 'P2',
    name: 'Buurtkamer Zevendak (voorbeeld)',
    kind: 'meeting',
    description:
      'Kamer voor 14 mensen met keuken. Eén uitgang. Eén trede bij de deur. Vrij op vrijdag van 17 tot 20 uur en op zaterdag van 10 tot 16 uur, niet ’s avonds met een grote groep. Gratis.',
    street: 'Dokter Beumerlaan',
    steward: 'zevendak',
    sharing: 'exclusive',
    icon: 'utensils',
    spot: [5.77643, 52.10257],
    shape: 'G0228.c155cfdc295b49248e57f4409ac80d38'
  },
  {
    key: 'P3',
    name: 'Veldje De Zandhoek oost (voorbeeld)',
    kind: 'green',
    description: 'Grasveld van ongeveer 300 m². Blijft open voor iedereen.',
    street: 'De Zandhoek',
    steward: 'zandermeer',
    sharing: 'shared',
    icon: 'sprout',
    spot: [5.77463, 52.09886],
    shape: 'G0228.ef0b74b07b564cbd901f89563ab065c4'
  },
  {
    key: 'P4',
    name: 'Veldje Zandingsweg (voorbeeld)',
    kind: 'green',
    description:
      'Grasveld van ongeveer 880 m². Blijft open voor iedereen. Delen kan: noordkant en zuidkant. Gratis.',
    street: 'Zandingsweg',
    steward: 'zandermeer',
    sharing: 'shared',
    icon: 'ball',
    spot: [5.77693, 52.10048],
    shape: 'G0228.fe246f561fb3d6d6e0400a0a35020533'
  },
  {
    key: 'P5',
    name: 'Groenstrook Egypte (voorbeeld)',
    kind: 'green',
    description: 'Struiken en bomen, ongeveer 530 m².',
    street: 'Egypte',
    steward: 'zandermeer',
    sharing: 'shared',
    icon: 'trees',
    spot: [5.77105, 52.09721],
    shape: 'G0228.fe246f496791d6d6e0400a0a35020533'
  },
  {
    key: 'P6',
    name: 'Hoekje Pothovenlaan (voorbeeld)',
    kind: 'green',
    description: 'Gras van ongeveer 210 m², naast het voetpad.',
    street: 'Pothovenlaan',
    steward: 'zandermeer',
    sharing: 'shared',
    icon: 'library',
    spot: [5.77669, 52.10291],
    shape: 'G0228.dab3bbbcf7194bb780f8d03b68a3b50f'
  },
  {
    key: 'P7',
    name: 'Veldje Dorpsstraat (voorbeeld)',
    kind: 'green',
    description:
      'Grasveld van ongeveer 520 m². Voor losse dagen: vraag het twee weken vooruit. Geen stroom. Gratis.',
    street: 'Dorpsstraat',
    steward: 'zandermeer',
    sharing: 'shared',
    icon: 'music',
    spot: [5.77647, 52.1021],
    shape: 'G0228.1839b567477a45afbaad41e8a75319f2'
  },
  {
    key: 'P8',
    name: 'Schuurtje Buurtweg (voorbeeld)',
    kind: 'other',
    description:
      'Droge berging van 12 m² met stroom, geen water. Staat leeg. Altijd vrij; Gerrit heeft de sleutel. Gratis.',
    street: 'Buurtweg',
    steward: 'zevendak',
    sharing: 'exclusive',
    icon: 'storage',
    spot: [5.7722, 52.09482],
    shape: 'G0228.fe246f54ab2cd6d6e0400a0a35020533'
  },
  {
    key: 'P9',
    name: 'Zaaltje Het Gummetje (voorbeeld)',
    kind: 'meeting',
    description:
      'Zaaltje voor 30 mensen. Geen drempel. Vrij van maandag tot en met donderdag na 16 uur en op zaterdag van 9 tot 13 uur, niet in de schoolvakantie. Op woensdag vol tot {D+40}. Gratis; de sleutel krijgt u tegen een handtekening.',
    street: 'Pothovenlaan',
    steward: 'gummetje',
    sharing: 'exclusive',
    icon: 'puzzle',
    spot: [5.77302, 52.10305],
    shape: 'G0228.fe246f55f864d6d6e0400a0a35020533'
  },
  {
    key: 'P10',
    name: 'Bermstrook Koeweg (voorbeeld)',
    kind: 'green',
    description: 'Berm van ongeveer 290 m². Weer vrij. Alleen lage planten. Gratis.',
    street: 'Koeweg',
    steward: 'zandermeer',
    sharing: 'shared',
    icon: 'flower',
    spot: [5.76976, 52.09891],
    shape: 'G0228.f04250f43e224d55bbcd7f49b46b6324'
  },
  {
    key: 'P11',
    name: 'Bankhoek De Zandhoek west (voorbeeld)',
    kind: 'green',
    description: 'Gras langs het voetpad, ongeveer 300 m².',
    street: 'De Zandhoek',
    steward: 'zandermeer',
    sharing: 'shared',
    icon: 'bench',
    spot: [5.77411, 52.09886],
    shape: 'G0228.16cce469f79d42e7b7acca47de0de015'
  },
  {
    key: 'S1',
    name: 'Stukje Buurtboslaan (voorbeeld)',
    kind: 'other',
    description: 'Een stukje straat. Voor een dag te vragen aan de gemeente.',
    street: 'Buurtboslaan',
    steward: 'zandermeer',
    sharing: 'shared',
    icon: 'pin',
    spot: [5.77124, 52.09628],
    shape: null
  }
] as const satisfies readonly PlaceOfStory[];

export type PlaceKey = (typeof places)[number]['key'];

/** The uuid of an invented place. */
export function placeId(key: PlaceKey): string {
  return idOf('place', places.findIndex((place) => place.key === key) + 1);
}

export const isExclusive = (key: PlaceKey): boolean =>
  places.some((place) => place.key === key && place.sharing === 'exclusive');

/** Real places, from public pages only: how the software calls what poi.geojson calls its `soort`. */
export const realPlaces = {
  'poi-1': { kind: 'building', icon: 'paint', street: 'Eikenzoom' },
  'poi-2': { kind: 'building', icon: 'church', street: 'Kerklaan' },
  'poi-3': { kind: 'building', icon: 'school', street: 'Kerklaan' },
  'poi-4': { kind: 'meeting', icon: 'people', street: 'Sportlaan' }
} as const;
