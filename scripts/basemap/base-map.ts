import type { Polygon, Position } from 'geojson';
import { firstViewFor, readBaseMap } from '#lib/domain/neighbourhood/base-map.ts';
import { extentCorners, fadeDepth } from './edge.ts';
import { mapObjects } from './map-objects.ts';
import { writeObjectsSql } from './map-objects-sql.ts';
import { fromMercator } from './mercator.ts';
import { drawPicture } from './picture.ts';
import { writeSvg } from './picture-svg.ts';
import { drawSketch, sketchBox } from './sketch.ts';
import { writeArchive } from './pmtiles-writer.ts';
import { hashSources, readLayers, type SourceLayers } from './read-layers.ts';
import { readStreetLabels } from './streets.ts';
import { maxZoom, minZoom, objectZoom, tileLayers } from './tile-layers.ts';
import { cutTiles, describeLayers } from './tiles.ts';
import { readWijk, sourceFolder } from './wijk.ts';

export interface OutputFile {
  /** Relative to the project's root. */
  path: string;
  content: string | Uint8Array;
}

const round = (degrees: number): number => Number(degrees.toFixed(7));

function areaNamed(layers: SourceLayers, id: string): Polygon {
  const area = layers.gebied.find((feature) => feature.id === id);
  if (area?.geometry.type !== 'Polygon') throw new Error(`gebied.geojson has no polygon "${id}"`);
  return area.geometry;
}

function middle(ring: Position[]): Position {
  const xs = ring.map(([x = 0]) => x);
  const ys = ring.map(([, y = 0]) => y);
  return [(Math.min(...xs) + Math.max(...xs)) / 2, (Math.min(...ys) + Math.max(...ys)) / 2].map(round);
}

/**
 * Makes every file of a wijk's base map from the layers in `scripts/basemap/{slug}`:
 * vector tiles, the drawn picture and its sketch in light and dark, their description, and the SQL of the objects.
 * The same input gives the same bytes (of the sketches with the same sharp). Writes nothing; throws one clear sentence on bad input.
 */
export async function makeBaseMap(slug: string): Promise<OutputFile[]> {
  const wijk = readWijk(slug);
  const folder = sourceFolder(slug);
  const layers = readLayers(folder);
  const extent = areaNamed(layers, wijk.extent);
  const border = areaNamed(layers, wijk.border);
  const center = middle(border.coordinates[0]!);
  const labels = readStreetLabels(layers, center);

  const drawing = drawPicture(layers, labels, extent, border);
  const { width, height, originX, originY } = drawing.frame;
  const [west, north] = fromMercator([originX, originY]);
  const [east, south] = fromMercator([originX + width, originY - height]);
  const bounds = [west, south, east, north].map(round) as [number, number, number, number];

  const corners = extentCorners(extent);
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  const box = { minX: Math.min(...xs), minY: Math.min(...ys), maxX: Math.max(...xs), maxY: Math.max(...ys) };
  const tiers = new Map(drawing.labels.map((label) => [label.id, label.tier]));
  const tiled = tileLayers(layers, labels, tiers, extent, border);
  const archive = writeArchive(cutTiles(tiled, box), {
    bounds,
    center: [center[0]!, center[1]!],
    centerZoom: 15,
    metadata: {
      name: wijk.name,
      attribution: wijk.attribution,
      description: `Base map of ${wijk.name}, ${wijk.source}, ${wijk.sourceDate}`,
      type: 'baselayer',
      version: wijk.sourceDate,
      vector_layers: describeLayers(tiled)
    }
  });

  const sketch = sketchBox(drawing.frame, border);
  const description = {
    name: wijk.name,
    attribution: wijk.attribution,
    sourceDate: wijk.sourceDate,
    bounds,
    center,
    minzoom: minZoom,
    maxzoom: maxZoom,
    objectZoom,
    svg: {
      viewBox: [0, 0, width, height],
      sketch,
      projection: 'EPSG:3857',
      originX,
      originY,
      unitsPerMercatorMetre: 1,
      fadeDepth,
      formula:
        'x = 6378137 * longitude * pi / 180 - originX; y = originY - 6378137 * ln(tan(pi / 4 + latitude * pi / 360))'
    },
    border,
    sources: hashSources(folder)
  };

  const { least: sketchScale } = firstViewFor(readBaseMap(description));
  const output = `static/basemap/${slug}`;
  return [
    { path: `${output}/base.pmtiles`, content: archive },
    { path: `${output}/base-light.svg`, content: writeSvg(drawing, 'light') },
    { path: `${output}/base-dark.svg`, content: writeSvg(drawing, 'dark') },
    {
      path: `${output}/sketch-light.webp`,
      content: await drawSketch(drawing, 'light', sketch, sketchScale)
    },
    {
      path: `${output}/sketch-dark.webp`,
      content: await drawSketch(drawing, 'dark', sketch, sketchScale)
    },
    { path: `${output}/base.json`, content: `${JSON.stringify(description, null, 2)}\n` },
    {
      path: `supabase/seeds/${slug}-map.sql`,
      content: writeObjectsSql(mapObjects(layers, labels, border, wijk.marginMetres), wijk)
    }
  ];
}
