import { gzipSync } from 'node:zlib';
import { hilbertIndex } from './hilbert.ts';

/** One vector tile: Mapbox Vector Tile bytes, not compressed. */
export interface Tile {
  zoom: number;
  column: number;
  row: number;
  bytes: Uint8Array;
}

export interface ArchiveOptions {
  /** [west, south, east, north], WGS84 degrees. */
  bounds: readonly [number, number, number, number];
  center: readonly [number, number];
  centerZoom: number;
  /** Written as JSON: at least `vector_layers`, and who to credit. */
  metadata: Record<string, unknown>;
}

const headerLength = 127;
/** The specification wants header and root directory within the first 16 KiB: one request. */
const rootLimit = 16384;
const gzip = 2;
const vectorTile = 1;

/** Tile id of PMTiles v3: all tiles of lower zooms first, then the position along the Hilbert curve. */
export function tileId(zoom: number, column: number, row: number): number {
  return (4 ** zoom - 1) / 3 + hilbertIndex(zoom, column, row);
}

/** Gzip whose bytes do not depend on the machine: byte 9 of the header names the operating system. */
export function stableGzip(bytes: Uint8Array): Uint8Array {
  const packed = gzipSync(bytes, { level: 9 });
  packed[9] = 255;
  return packed;
}

function writeVarint(target: number[], value: number): void {
  let rest = value;
  while (rest >= 0x80) {
    target.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  target.push(rest);
}

interface Entry {
  id: number;
  offset: number;
  length: number;
  runLength: number;
}

function encodeDirectory(entries: Entry[]): Uint8Array {
  const bytes: number[] = [];
  writeVarint(bytes, entries.length);
  let previous = 0;
  for (const entry of entries) {
    writeVarint(bytes, entry.id - previous);
    previous = entry.id;
  }
  for (const entry of entries) writeVarint(bytes, entry.runLength);
  for (const entry of entries) writeVarint(bytes, entry.length);
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    const follows = before !== undefined && entry.offset === before.offset + before.length;
    writeVarint(bytes, follows ? 0 : entry.offset + 1);
  });
  return stableGzip(Uint8Array.from(bytes));
}

/** Stores each distinct tile once; equal tiles next to each other share one entry (`runLength`). */
function packTiles(tiles: Tile[]): { entries: Entry[]; data: Uint8Array; distinct: number } {
  const sorted = tiles
    .map((tile) => ({ id: tileId(tile.zoom, tile.column, tile.row), packed: stableGzip(tile.bytes) }))
    .sort((a, b) => a.id - b.id);
  const entries: Entry[] = [];
  const offsets = new Map<string, number>();
  const chunks: Uint8Array[] = [];
  let end = 0;
  for (const { id, packed } of sorted) {
    const key = Buffer.from(packed).toString('latin1');
    let offset = offsets.get(key);
    if (offset === undefined) {
      offset = end;
      offsets.set(key, offset);
      chunks.push(packed);
      end += packed.length;
    }
    const last = entries.at(-1);
    if (last && last.offset === offset && last.id + last.runLength === id) last.runLength += 1;
    else entries.push({ id, offset, length: packed.length, runLength: 1 });
  }
  return { entries, data: Buffer.concat(chunks), distinct: chunks.length };
}

/**
 * Writes a PMTiles v3 archive of gzipped vector tiles, clustered, with a root directory only
 * (a wijk has some hundred tiles; throws when the root would outgrow its 16 KiB).
 * Source: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
 */
export function writeArchive(tiles: Tile[], options: ArchiveOptions): Uint8Array {
  if (tiles.length === 0) throw new Error('A PMTiles archive needs at least one tile');
  const { entries, data, distinct } = packTiles(tiles);
  const root = encodeDirectory(entries);
  if (headerLength + root.length > rootLimit) throw new Error('Too many tiles for a root directory alone');
  const metadata = stableGzip(Buffer.from(JSON.stringify(options.metadata)));
  const zooms = tiles.map((tile) => tile.zoom);

  const header = Buffer.alloc(headerLength);
  header.write('PMTiles', 0, 'latin1');
  header.writeUInt8(3, 7);
  const metadataOffset = headerLength + root.length;
  const dataOffset = metadataOffset + metadata.length;
  const numbers = [
    headerLength,
    root.length,
    metadataOffset,
    metadata.length,
    dataOffset, // no leaf directories: an empty range where the tiles begin
    0,
    dataOffset,
    data.length,
    tiles.length,
    entries.length,
    distinct
  ];
  numbers.forEach((value, index) => header.writeBigUInt64LE(BigInt(value), 8 + index * 8));
  header.writeUInt8(1, 96); // clustered: the tiles lie in the order of their ids
  header.writeUInt8(gzip, 97);
  header.writeUInt8(gzip, 98);
  header.writeUInt8(vectorTile, 99);
  header.writeUInt8(Math.min(...zooms), 100);
  header.writeUInt8(Math.max(...zooms), 101);
  options.bounds.forEach((degrees, index) => header.writeInt32LE(Math.round(degrees * 1e7), 102 + index * 4));
  header.writeUInt8(options.centerZoom, 118);
  options.center.forEach((degrees, index) => header.writeInt32LE(Math.round(degrees * 1e7), 119 + index * 4));
  return Buffer.concat([header, root, metadata, data]);
}
