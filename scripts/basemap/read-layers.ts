import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Feature, FeatureCollection, Geometry } from 'geojson';

/** The files of a wijk's folder that the base map is made of (`{name}.geojson`, WGS84 lon/lat). */
export const layerNames = [
  'bomen',
  'gebied',
  'groen',
  'hagen',
  'huisnummers',
  'lantaarnpalen',
  'panden',
  'scheidingen',
  'straatmeubilair',
  'straatnamen',
  'terrein',
  'water',
  'wegdelen'
] as const;

export type LayerName = (typeof layerNames)[number];

/** A source feature: always an id and properties, as in the PDOK export. */
export type SourceFeature = Feature<Geometry, Record<string, unknown>> & { id: string };

export type SourceLayers = Record<LayerName, SourceFeature[]>;

function parseLayer(path: string): SourceFeature[] {
  const collection: Partial<FeatureCollection> = JSON.parse(readFileSync(path, 'utf8'));
  if (collection.type !== 'FeatureCollection' || !Array.isArray(collection.features)) {
    throw new Error(`${path} is not a GeoJSON FeatureCollection`);
  }
  return collection.features.map((feature, index) => {
    if (!feature.geometry || !feature.properties)
      throw new Error(`${path}: feature ${index} has no geometry or properties`);
    const id = feature.id ?? feature.properties['id'];
    if (id === undefined) throw new Error(`${path}: feature ${index} has no id`);
    return { ...feature, properties: feature.properties, id: String(id) };
  });
}

/** Reads every layer of a wijk; throws naming the file when one is absent or malformed. */
export function readLayers(folder: string): SourceLayers {
  const entries = layerNames.map((name) => [name, parseLayer(join(folder, `${name}.geojson`))] as const);
  return Object.fromEntries(entries) as SourceLayers;
}

/** SHA-256 (hex) of each source file, so that a test can tell when the built map is older than its data. */
export function hashSources(folder: string): Record<string, string> {
  const files = [...layerNames.map((name) => `${name}.geojson`), 'wijk.json'];
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex')
    ])
  );
}

/** A text property, or null when it is absent or empty. */
export function text(feature: SourceFeature, key: string): string | null {
  const value = feature.properties[key];
  return typeof value === 'string' && value !== '' ? value : null;
}
