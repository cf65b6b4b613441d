import { GeoJSONVT, type GeoJSONVTTile } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { mercatorRadius } from './mercator.ts';
import type { Tile } from './pmtiles-writer.ts';
import { maxZoom, minZoom, type TileLayer } from './tile-layers.ts';

const tileExtent = 4096;

const indexOptions = {
  maxZoom,
  indexMaxZoom: minZoom,
  indexMaxPoints: 0,
  // In units of a 4096 tile: 0.2 m at zoom 15. More lets thin ditches and roads fold over themselves.
  tolerance: 1,
  extent: tileExtent,
  buffer: 64
};

function tileRange(min: number, max: number, zoom: number): [number, number] {
  const world = 2 * Math.PI * mercatorRadius;
  const at = (value: number): number => Math.floor((value / world + 0.5) * 2 ** zoom);
  return [at(min), at(max)];
}

/**
 * Cuts the layers into vector tiles for every zoom.
 * `box` is the area to cover in Web Mercator metres. Tiles without a feature are left out.
 */
export function cutTiles(
  layers: TileLayer[],
  box: { minX: number; minY: number; maxX: number; maxY: number }
): Tile[] {
  const indexes = layers.map((layer) => ({
    layer,
    index: new GeoJSONVT({ type: 'FeatureCollection', features: layer.features }, indexOptions)
  }));
  const tiles: Tile[] = [];
  for (let zoom = minZoom; zoom <= maxZoom; zoom += 1) {
    const [firstColumn, lastColumn] = tileRange(box.minX, box.maxX, zoom);
    const [firstRow, lastRow] = tileRange(-box.maxY, -box.minY, zoom);
    const current = indexes.filter(({ layer }) => zoom >= layer.minZoom && zoom <= layer.maxZoom);
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      for (let row = firstRow; row <= lastRow; row += 1) {
        const content: Record<string, GeoJSONVTTile> = {};
        for (const { layer, index } of current) {
          const part = index.getTile(zoom, column, row);
          if (part && part.features.length > 0) content[layer.name] = part;
        }
        if (Object.keys(content).length === 0) continue;
        tiles.push({ zoom, column, row, bytes: fromGeojsonVt(content, { version: 2, extent: tileExtent }) });
      }
    }
  }
  return tiles;
}

/** `vector_layers` of the archive's metadata: the fields of each layer, as MapLibre's and QGIS's readers expect. */
export function describeLayers(layers: TileLayer[]): Record<string, unknown>[] {
  const names = [...new Set(layers.map((layer) => layer.name))].sort();
  const kindOf: Record<string, string> = { string: 'String', number: 'Number', boolean: 'Boolean' };
  return names.map((id) => {
    const parts = layers.filter((layer) => layer.name === id);
    const fields: Record<string, string> = {};
    for (const feature of parts.flatMap((part) => part.features)) {
      for (const [key, value] of Object.entries(feature.properties))
        fields[key] = kindOf[typeof value] ?? 'String';
    }
    return {
      id,
      fields,
      minzoom: Math.min(...parts.map((part) => part.minZoom)),
      maxzoom: Math.max(...parts.map((part) => part.maxZoom))
    };
  });
}
