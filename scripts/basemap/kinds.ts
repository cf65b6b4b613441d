import { text, type SourceFeature } from './read-layers.ts';

/**
 * The register's own words (BGT/IMGeo `soort`) and the kind we draw and describe them as.
 * A word that is not listed stops the build: better than an object that silently disappears.
 */
const green: Record<string, string> = {
  berm: 'verge',
  groenvoorziening: 'planting',
  'oever, slootkant': 'bank',
  'grasland agrarisch': 'grass',
  'grasland overig': 'grass',
  naaldbos: 'wood',
  'gemengd bos': 'wood',
  loofbos: 'wood',
  houtwal: 'wood',
  struiken: 'planting',
  heide: 'heath',
  duin: 'heath',
  bouwland: 'field',
  boomteelt: 'field',
  fruitteelt: 'orchard',
  moeras: 'bank',
  rietland: 'bank',
  kwelder: 'bank',
  verkeerseiland: 'island'
};

const water: Record<string, string> = {
  waterloop: 'ditch',
  watervlakte: 'pond',
  'greppel, droge sloot': 'dry-ditch',
  zee: 'sea'
};

const way: Record<string, string> = {
  'rijbaan autosnelweg': 'regional-road',
  'rijbaan autoweg': 'regional-road',
  'rijbaan regionale weg': 'regional-road',
  'rijbaan lokale weg': 'street',
  woonerf: 'street',
  'OV-baan': 'bus-lane',
  parkeervlak: 'parking',
  voetpad: 'footpath',
  'voetpad op trap': 'steps',
  voetgangersgebied: 'pedestrian-area',
  fietspad: 'cycle-path',
  ruiterpad: 'bridleway',
  inrit: 'driveway'
};

const terrain: Record<string, string> = {
  // The register's word stays: it marks a home's yard, on which no pin may stand.
  erf: 'erf',
  'gesloten verharding': 'paved',
  'open verharding': 'paved',
  'half verhard': 'half-paved',
  onverhard: 'unpaved',
  zand: 'unpaved',
  verkeerseiland: 'island',
  berm: 'verge'
};

const furniture: Record<string, string> = {
  bank: 'bench',
  abri: 'bus-stop',
  haltepaal: 'bus-stop',
  fietsenrek: 'cycle-stand',
  fietsenkluis: 'cycle-stand',
  informatiebord: 'notice-board',
  afvalbak: 'bin',
  speelvoorziening: 'play',
  picknicktafel: 'bench'
};

function look(table: Record<string, string>, layer: string, feature: SourceFeature): string {
  const word = text(feature, 'soort') ?? '';
  const kind = table[word];
  if (!kind)
    throw new Error(`${layer} ${feature.id}: "${word}" is not in the table of scripts/basemap/kinds.ts`);
  return kind;
}

export const greenKind = (feature: SourceFeature): string => look(green, 'groen', feature);
export const waterKind = (feature: SourceFeature): string => look(water, 'water', feature);
export const wayKind = (feature: SourceFeature): string => look(way, 'wegdelen', feature);
export const terrainKind = (feature: SourceFeature): string => look(terrain, 'terrein', feature);

/** Street furniture that people look for; signs and cables are left out (null). */
export function furnitureKind(feature: SourceFeature): string | null {
  return furniture[text(feature, 'soort') ?? ''] ?? null;
}

const roadKinds = new Set(['regional-road', 'street', 'bus-lane', 'parking']);

/** The group a part of the road network is drawn and stored in. A driveway belongs to the yard it leads to. */
export function wayGroup(kind: string): 'road' | 'path' | 'terrain' {
  if (kind === 'driveway') return 'terrain';
  return roadKinds.has(kind) ? 'road' : 'path';
}
