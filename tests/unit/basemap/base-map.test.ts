import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeBaseMap, type OutputFile } from '../../../scripts/basemap/base-map.ts';
import { projectFolder } from '../../../scripts/basemap/folders.ts';
import { readWijk, sourceFolder } from '../../../scripts/basemap/wijk.ts';
import { greenKind } from '../../../scripts/basemap/kinds.ts';
import { projector } from '../../../scripts/basemap/picture.ts';
import { hashSources, readLayers } from '../../../scripts/basemap/read-layers.ts';
import { addressesByBuilding } from '../../../scripts/basemap/addresses.ts';
import { openArchive, readTiles } from './archive.ts';

const stored = (path: string): Uint8Array => new Uint8Array(readFileSync(join(projectFolder, path)));
const storedText = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');
const description = JSON.parse(storedText('static/basemap/otterlo/base.json'));

describe('the built base map of Otterlo', () => {
  let files: OutputFile[];

  beforeAll(async () => {
    files = await makeBaseMap('otterlo');
  }, 120_000);

  it('was made from the layers that are here now', () => {
    expect(description.sources).toEqual(hashSources(sourceFolder('otterlo')));
  });

  it.each(['base-light.svg', 'base-dark.svg', 'base.json'])(
    'has an up-to-date %s (else: npm run basemap)',
    (name) => {
      const path = `static/basemap/otterlo/${name}`;
      const made = files.find((file) => file.path === path);
      expect(made?.content === storedText(path)).toBe(true);
    }
  );

  it('has up-to-date objects for the database', () => {
    const path = 'supabase/seeds/otterlo-map.sql';
    expect(files.find((file) => file.path === path)?.content === storedText(path)).toBe(true);
  });

  it('has up-to-date tiles', async () => {
    const path = 'static/basemap/otterlo/base.pmtiles';
    const made = files.find((file) => file.path === path)!.content as Uint8Array;
    const [fresh, kept] = await Promise.all([
      readTiles(openArchive(made)),
      readTiles(openArchive(stored(path)))
    ]);
    expect(kept.length).toBe(fresh.length);
    for (const [index, tile] of fresh.entries()) {
      expect(
        Buffer.from(kept[index]!.data).equals(tile.data),
        `${tile.zoom}/${tile.column}/${tile.row}`
      ).toBe(true);
    }
  });
});

describe.each(['light', 'dark'])('the sketch in %s', (theme) => {
  const path = `static/basemap/otterlo/sketch-${theme}.webp`;

  it('is at most 15 kB, and has the form of the part that it shows', async () => {
    const bytes = stored(path);
    expect(bytes.length).toBeLessThanOrEqual(15_000);
    const { width = 0, height = 0, format } = await sharp(bytes).metadata();
    const [, , across, down] = description.svg.sketch;
    expect(format).toBe('webp');
    expect(width / height).toBeCloseTo(across / down, 2);
  });
});

describe.each(['light', 'dark'])('the drawn picture in %s', (theme) => {
  const svg = storedText(`static/basemap/otterlo/base-${theme}.svg`);

  it('is at most 60 kB as it travels', () => {
    expect(brotliCompressSync(svg).length).toBeLessThanOrEqual(60 * 1024);
  });

  it('needs nothing of anybody else, and runs nothing', () => {
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(
      /https?:|@import|url\((?!#)|<script|<image|href/
    );
  });

  it('says the streets of the village', () => {
    for (const street of ['Arnhemseweg', 'Dorpsstraat', 'De Zandhoek', 'Koeweg'])
      expect(svg).toContain(`>${street}<`);
  });
});

describe('the description', () => {
  it('places a lon/lat in the picture by the formula it gives', () => {
    const { originX, originY, viewBox } = description.svg;
    const project = projector({ originX, originY, width: viewBox[2], height: viewBox[3] });
    const [west, south, east, north] = description.bounds;
    const [left, top] = project([west, north]);
    const [right, bottom] = project([east, south]);
    for (const [found, wanted] of [
      [left, 0],
      [top, 0],
      [right, viewBox[2]],
      [bottom, viewBox[3]]
    ]) {
      expect(Math.abs(found - wanted)).toBeLessThan(0.1);
    }
  });

  it('covers the border with a margin of at least 100 m on every side', () => {
    const [west, south, east, north] = description.bounds;
    const metresPerDegree = 111_320;
    const shrink = Math.cos((52.1 * Math.PI) / 180);
    for (const [longitude, latitude] of description.border.coordinates[0]) {
      expect((longitude - west) * metresPerDegree * shrink).toBeGreaterThan(100);
      expect((east - longitude) * metresPerDegree * shrink).toBeGreaterThan(100);
      expect((latitude - south) * metresPerDegree).toBeGreaterThan(100);
      expect((north - latitude) * metresPerDegree).toBeGreaterThan(100);
    }
  });

  it('names the source on the map', () => {
    expect(description.attribution).toBe('Bron: BGT, Kadaster/PDOK (CC BY 4.0)');
  });
});

describe('the objects for the database', () => {
  const sql = storedText('supabase/seeds/otterlo-map.sql');

  it('stay within 2.5 MB', () => {
    expect(Buffer.byteLength(sql)).toBeLessThan(2.5 * 1024 * 1024);
  });

  it('are one statement per kind that may run twice', () => {
    expect(sql.match(/^insert into public\.map_objects/gm)).toHaveLength(8);
    expect(sql.match(/^on conflict do nothing;$/gm)).toHaveLength(8);
  });

  it('know the Tegelmuseum, the yards and the streets', () => {
    expect(sql).toMatch(/"kind":"building","street":"Eikenzoom","house_number":"12","detail":"home"/);
    expect(sql).toContain('"kind":"terrain","detail":"erf"');
    expect(sql).toMatch(/"kind":"street","name":"Kerklaan"/);
  });

  it('say so where a street was derived and is not certain', () => {
    expect(sql).toMatch(/"kind":"address","street":"[^"]+","house_number":"[^"]+","street_certain":false/);
  });
});

describe('reading a wijk', () => {
  it('refuses a name that could leave the folder', () => {
    expect(() => readWijk('../otterlo')).toThrow(/not a wijk name/);
  });

  it('stops at a kind of ground it does not know', () => {
    const strange = {
      type: 'Feature' as const,
      id: 'G1',
      properties: { soort: 'maanlandschap' },
      geometry: { type: 'Point' as const, coordinates: [5, 52] }
    };
    expect(() => greenKind(strange)).toThrow(/groen G1: "maanlandschap" is not in the table/);
  });

  it('joins no address on the number that means "building not known"', () => {
    const { panden, huisnummers } = readLayers(sourceFolder('otterlo'));
    const addresses = addressesByBuilding(panden, huisnummers);
    const unknown = panden.filter((building) => building.properties['bagPand'] === '0228109999999999');
    expect(unknown.length).toBeGreaterThan(1);
    for (const building of unknown) expect(addresses.has(building.id)).toBe(false);
  });
});
