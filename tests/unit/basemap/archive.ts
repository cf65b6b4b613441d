import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PMTiles } from 'pmtiles';
import { projectFolder } from '../../../scripts/basemap/folders.ts';
import { mercatorRadius, toMercator } from '../../../scripts/basemap/mercator.ts';

export interface StoredTile {
  zoom: number;
  column: number;
  row: number;
  data: Uint8Array;
}

/** A file of `static/basemap` as bytes. */
export function readStatic(path: string): Uint8Array {
  return new Uint8Array(readFileSync(join(projectFolder, 'static/basemap', path)));
}

/** Opens an archive in memory with the reader that the browser uses. */
export function openArchive(bytes: Uint8Array): PMTiles {
  return new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.slice(offset, offset + length)).buffer
    })
  });
}

/** Every tile within the archive's bounds, a tile round them included. */
export async function readTiles(archive: PMTiles): Promise<StoredTile[]> {
  const header = await archive.getHeader();
  const world = 2 * Math.PI * mercatorRadius;
  const [west, south] = toMercator([header.minLon, header.minLat]);
  const [east, north] = toMercator([header.maxLon, header.maxLat]);
  const tiles: StoredTile[] = [];
  for (let zoom = header.minZoom; zoom <= header.maxZoom; zoom += 1) {
    const at = (metres: number): number => Math.floor((metres / world + 0.5) * 2 ** zoom);
    for (let column = at(west) - 1; column <= at(east) + 1; column += 1) {
      for (let row = at(-north) - 1; row <= at(-south) + 1; row += 1) {
        const found = await archive.getZxy(zoom, column, row);
        if (found) tiles.push({ zoom, column, row, data: new Uint8Array(found.data) });
      }
    }
  }
  return tiles;
}
