import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './folders.ts';

/** What a wijk's folder says about itself in `wijk.json`. */
export interface WijkSettings {
  /** Last part of the page's address and name of the output folder. */
  slug: string;
  name: string;
  /** Primary key of the wijk in `public.neighbourhoods`. */
  neighbourhoodId: string;
  /** `id` in gebied.geojson of the wijk's border. */
  border: string;
  /** `id` in gebied.geojson of the area for which there is data; beyond it the map fades out. */
  extent: string;
  /** How far outside the border objects are still described in words, in true metres. */
  marginMetres: number;
  source: string;
  /** Date of the source data, `YYYY-MM-DD`. */
  sourceDate: string;
  attribution: string;
}

const required = [
  'slug',
  'name',
  'neighbourhoodId',
  'border',
  'extent',
  'source',
  'sourceDate',
  'attribution'
] as const;

/** Folder with the source layers of a wijk. */
export function sourceFolder(slug: string): string {
  return join(projectFolder, 'scripts/basemap', slug);
}

/**
 * Reads `scripts/basemap/{slug}/wijk.json`.
 * Throws one clear sentence when the folder or a setting is missing.
 */
export function readWijk(slug: string): WijkSettings {
  if (!/^[a-z0-9-]+$/.test(slug)) throw new Error(`"${slug}" is not a wijk name: use a-z, 0-9 and hyphens`);
  const path = join(sourceFolder(slug), 'wijk.json');
  const settings: Partial<WijkSettings> = JSON.parse(readFileSync(path, 'utf8'));
  for (const key of required) {
    if (typeof settings[key] !== 'string' || settings[key] === '')
      throw new Error(`${path}: "${key}" is missing`);
  }
  if (typeof settings.marginMetres !== 'number') throw new Error(`${path}: "marginMetres" is missing`);
  return settings as WijkSettings;
}
