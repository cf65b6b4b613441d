import { gunzipSync } from 'node:zlib';
import { VectorTile, classifyRings } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, zxyToTileId } from 'pmtiles';
import { beforeAll, describe, expect, it } from 'vitest';
import { hilbertIndex } from '../../../scripts/basemap/hilbert.ts';
import { stableGzip, tileId, writeArchive, type Tile } from '../../../scripts/basemap/pmtiles-writer.ts';
import { openArchive, readTiles, readStatic, type StoredTile } from './archive.ts';

const options = {
  bounds: [5.75, 52.09, 5.78, 52.11] as const,
  center: [5.774, 52.0988] as const,
  centerZoom: 15,
  metadata: { name: 'Test', vector_layers: [] }
};

const tile = (zoom: number, column: number, row: number, text: string): Tile => ({
  zoom,
  column,
  row,
  bytes: new TextEncoder().encode(text)
});

describe('tile ids', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 0],
    [3, 5, 2],
    [12, 2113, 1351],
    [16, 33820, 21619],
    [16, 65535, 65535]
  ])('equal those of the reader for %i/%i/%i', (zoom, column, row) => {
    expect(tileId(zoom, column, row)).toBe(zxyToTileId(zoom, column, row));
  });

  it('visits every cell of a square once, each next to the one before', () => {
    const cells = Array.from({ length: 64 }, (_, cell) => [cell % 8, Math.floor(cell / 8)] as const);
    const ordered = [...cells].sort((a, b) => hilbertIndex(3, ...a) - hilbertIndex(3, ...b));
    expect(new Set(cells.map((cell) => hilbertIndex(3, ...cell))).size).toBe(64);
    for (let index = 1; index < ordered.length; index += 1) {
      const [[x1, y1], [x2, y2]] = [ordered[index - 1]!, ordered[index]!];
      expect(Math.abs(x1 - x2) + Math.abs(y1 - y2)).toBe(1);
    }
  });
});

describe('an archive of our writer', () => {
  const tiles = [
    tile(1, 1, 1, 'south east'),
    tile(0, 0, 0, 'world'),
    tile(1, 0, 0, 'sea'),
    tile(1, 0, 1, 'sea')
  ];

  it('gives each tile back through the real reader', async () => {
    const archive = openArchive(writeArchive(tiles, options));
    for (const { zoom, column, row, bytes } of tiles) {
      const found = await archive.getZxy(zoom, column, row);
      expect(new Uint8Array(found!.data)).toEqual(bytes);
    }
    expect(await archive.getZxy(1, 1, 0)).toBeUndefined();
  });

  it('tells its bounds, zooms and credit', async () => {
    const archive = openArchive(writeArchive(tiles, options));
    const header = await archive.getHeader();
    expect(header).toMatchObject({ specVersion: 3, minZoom: 0, maxZoom: 1, clustered: true, tileType: 1 });
    expect(header).toMatchObject({
      minLon: 5.75,
      minLat: 52.09,
      maxLon: 5.78,
      maxLat: 52.11,
      centerLon: 5.774
    });
    expect(await archive.getMetadata()).toEqual(options.metadata);
  });

  it('stores equal tiles once', async () => {
    const header = await openArchive(writeArchive(tiles, options)).getHeader();
    expect(header).toMatchObject({ numAddressedTiles: 4, numTileEntries: 3, numTileContents: 3 });
  });

  it('does not depend on the order of the tiles or the machine', () => {
    expect(writeArchive([...tiles].reverse(), options)).toEqual(writeArchive(tiles, options));
    const packed = stableGzip(new TextEncoder().encode('the same'));
    expect([...packed.slice(4, 8), packed[9]]).toEqual([0, 0, 0, 0, 255]);
    expect(gunzipSync(packed).toString()).toBe('the same');
  });

  it('refuses an archive without tiles', () => {
    expect(() => writeArchive([], options)).toThrow(/at least one tile/);
  });
});

describe('the archive of Otterlo', () => {
  let archive: PMTiles;
  let tiles: StoredTile[];
  const layersOf = ({ data }: StoredTile) => new VectorTile(new PbfReader(data)).layers;

  beforeAll(async () => {
    archive = openArchive(readStatic('otterlo/base.pmtiles'));
    tiles = await readTiles(archive);
  });

  it('holds every tile that its header counts, and each decodes', async () => {
    const header = await archive.getHeader();
    expect(tiles).toHaveLength(header.numAddressedTiles);
    expect([header.minZoom, header.maxZoom]).toEqual([12, 16]);
    for (const stored of tiles) {
      for (const layer of Object.values(layersOf(stored))) {
        expect(layer.length).toBeGreaterThan(0);
        for (let index = 0; index < layer.length; index += 1) {
          expect(layer.feature(index).loadGeometry().length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('has the layers of the base map', async () => {
    const { vector_layers: described } = (await archive.getMetadata()) as { vector_layers: { id: string }[] };
    const found = new Set(tiles.flatMap((stored) => Object.keys(layersOf(stored))));
    expect([...found].sort()).toEqual(described.map(({ id }) => id));
    expect([...found].sort()).toEqual(
      [
        'barrier',
        'border',
        'building',
        'edge',
        'furniture',
        'green',
        'hedge',
        'house_number',
        'lamp',
        'path',
        'road',
        'street_label',
        'terrain',
        'tree',
        'water'
      ].sort()
    );
  });

  it('keeps each tile small enough for a slow phone (64 kB as sent)', () => {
    for (const { data, zoom } of tiles)
      expect(stableGzip(data).length, `zoom ${zoom}`).toBeLessThan(64 * 1024);
  });

  it('gives the Tegelmuseum its id and address', () => {
    const addresses = tiles
      .filter(({ zoom }) => zoom === 16)
      .flatMap((stored) => {
        const layer = layersOf(stored)['building'];
        return Array.from({ length: layer?.length ?? 0 }, (_, index) => layer!.feature(index).properties);
      });
    expect(addresses).toContainEqual(
      expect.objectContaining({ id: expect.stringMatching(/^G0228\./), address: 'Eikenzoom 12' })
    );
  });

  // A block once came out white: its outline and the road's were cut along the same tile edge.
  it('has no road that is cut at the same corner as one of its own holes', () => {
    const isCut = ({ x, y }: { x: number; y: number }): boolean =>
      [x, y].some((at) => at === -64 || at === 4160);
    for (const stored of tiles) {
      const road = layersOf(stored)['road'];
      for (let index = 0; index < (road?.length ?? 0); index += 1) {
        for (const [outer, ...holes] of classifyRings(road!.feature(index).loadGeometry())) {
          const corners = new Set(outer!.map(({ x, y }) => `${x},${y}`));
          const shared = holes.flat().filter((point) => isCut(point) && corners.has(`${point.x},${point.y}`));
          expect(shared, `${stored.zoom}/${stored.column}/${stored.row}`).toEqual([]);
        }
      }
    }
  });
});
