import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Geometry } from 'geojson';
import type { realPlaces } from '../story/places.ts';

/** What is taken as it is from demo-story.json: the words, the spots and the tables that need nothing added. */
export interface StoryTexts {
  ideas: {
    nr: number;
    titel: string;
    tekst: string;
    van: string;
    waar: string;
    lon: number;
    lat: number;
    thema: string;
    vlag: string[];
    origineel: string | null;
  }[];
  offers: [who: string, what: string, when: string, howFar: string][];
  pearls: [title: string, why: string, street: string, lon: number, lat: number][];
  funnel: { ideas: number; g: number; v: number; a: number; r: number; b: number };
}

export interface RealPlaceFeature {
  id: keyof typeof realPlaces;
  /** BGT id of the building it is in, where the source tells which. */
  buildingId: string | null;
  properties: { naam: string; bron: string; bron_datum: string; zekerheid: string };
  geometry: { coordinates: [lon: number, lat: number] };
}

export interface Sources {
  texts: StoryTexts;
  /** Shapes of the green and other ground, by BGT id. */
  green: ReadonlyMap<string, Geometry>;
  /** Outlines of gebied.geojson by id. */
  outlines: ReadonlyMap<string, Geometry>;
  realPlaceFeatures: readonly RealPlaceFeature[];
}

const here = import.meta.dirname;
const layers = join(here, '..', '..', 'basemap', 'otterlo');

function readJson<Shape>(...path: string[]): Shape {
  return JSON.parse(readFileSync(join(...path), 'utf8')) as Shape;
}

const features = (name: string): FeatureCollection['features'] =>
  readJson<FeatureCollection>(layers, `${name}.geojson`).features;

function byId(list: FeatureCollection['features']): Map<string, Geometry> {
  return new Map(list.map((feature) => [String(feature.id ?? feature.properties?.['id']), feature.geometry]));
}

/** Reads the story and the open data it stands on. */
export function readSources(): Sources {
  const buildings = new Map(
    features('panden').map((feature) => [
      String(feature.properties?.['bagPand']),
      String(feature.id ?? feature.properties?.['id'])
    ])
  );
  const real = readJson<{ features: (RealPlaceFeature & { properties: { bagPand?: string } })[] }>(
    here,
    '..',
    'story',
    'poi.geojson'
  );
  return {
    texts: readJson<StoryTexts>(here, '..', 'story', 'demo-story.json'),
    green: byId([...features('groen'), ...features('terrein')]),
    outlines: byId(features('gebied')),
    realPlaceFeatures: real.features.map((feature) => ({
      ...feature,
      buildingId: buildings.get(feature.properties.bagPand ?? '') ?? null
    }))
  };
}
