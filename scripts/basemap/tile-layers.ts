import type { Feature, Geometry, Polygon } from 'geojson';
import { addressesByBuilding } from './addresses.ts';
import { edgeFrames } from './edge.ts';
import { sortAlongHilbert } from './hilbert.ts';
import { furnitureKind, greenKind, terrainKind, waterKind, wayGroup, wayKind } from './kinds.ts';
import { toMercator } from './mercator.ts';
import { areaSquareMetres, dissolve, dropSmall, linesOf } from './polygons.ts';
import { text, type SourceFeature, type SourceLayers } from './read-layers.ts';
import { displayRank, type StreetLabel } from './streets.ts';

export type Properties = Record<string, string | number | boolean>;
export type TileFeature = Feature<Geometry, Properties>;

/** One dataset of a tile layer and the zooms it is used for; a layer may have a coarse and a fine one. */
export interface TileLayer {
  name: string;
  minZoom: number;
  maxZoom: number;
  features: TileFeature[];
}

export const minZoom = 12;
export const maxZoom = 16;
/** From here on buildings and green areas are separate objects with an id, so that they can be chosen. */
export const objectZoom = 15;

const make = (geometry: Geometry, properties: Properties = {}): TileFeature => ({
  type: 'Feature',
  properties,
  geometry
});

function groupBy(
  features: SourceFeature[],
  keyOf: (feature: SourceFeature) => string | null
): [string, Geometry[]][] {
  const groups = new Map<string, Geometry[]>();
  for (const feature of features) {
    const key = keyOf(feature);
    if (key !== null) groups.set(key, [...(groups.get(key) ?? []), feature.geometry]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Melts features of the same kind together: what has no id to choose needs no seams. */
export function dissolveByKind(
  features: SourceFeature[],
  keyOf: (feature: SourceFeature) => string | null,
  smallestSquareMetres = 0
): TileFeature[] {
  return groupBy(features, keyOf).flatMap(([kind, geometries]) => {
    const merged = dropSmall(dissolve(geometries), smallestSquareMetres);
    return merged ? [make(merged, { kind })] : [];
  });
}

/** All points of a kind as one feature, along a Hilbert curve: a fraction of the bytes of single points. */
function gatherPoints(
  features: SourceFeature[],
  keyOf: (feature: SourceFeature) => string | null
): TileFeature[] {
  return groupBy(features, keyOf).map(([kind, geometries]) => {
    const points = geometries.flatMap((geometry) =>
      geometry.type === 'Point' ? [geometry.coordinates] : []
    );
    const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
    for (const [x, y] of points.map(toMercator)) {
      Object.assign(box, { minX: Math.min(box.minX, x), minY: Math.min(box.minY, y) });
      Object.assign(box, { maxX: Math.max(box.maxX, x), maxY: Math.max(box.maxY, y) });
    }
    return make({ type: 'MultiPoint', coordinates: sortAlongHilbert(points, toMercator, box) }, { kind });
  });
}

function buildingLayers(layers: SourceLayers): TileLayer[] {
  const addresses = addressesByBuilding(layers.panden, layers.huisnummers);
  const single = layers.panden.map((building) => {
    const address = addresses.get(building.id);
    return make(building.geometry, {
      id: building.id,
      ...(address ? { address: address.inFull } : {}),
      ...(address && !address.isStreetCertain ? { address_certain: false } : {})
    });
  });
  const block = (smallest: number): TileFeature[] => dissolveByKind(layers.panden, () => 'block', smallest);
  return [
    { name: 'building', minZoom: 13, maxZoom: 13, features: block(40) },
    { name: 'building', minZoom: 14, maxZoom: objectZoom - 1, features: block(12) },
    { name: 'building', minZoom: objectZoom, maxZoom, features: single }
  ];
}

function groundLayers(layers: SourceLayers, extent: Polygon): TileLayer[] {
  const areas = layers.groen
    .map((area) => make(area.geometry, { id: area.id, kind: greenKind(area) }))
    .sort((a, b) => areaSquareMetres(b.geometry) - areaSquareMetres(a.geometry));
  const drives = layers.wegdelen.filter((part) => wayGroup(wayKind(part)) === 'terrain');
  const largest = (squareMetres: number): TileFeature[] =>
    areas
      .filter((area) => areaSquareMetres(area.geometry) >= squareMetres)
      .map((area) => make(area.geometry, { kind: area.properties['kind'] ?? '' }));
  // Yards are most of what is left, and full of holes for buildings: one sheet under everything draws them too.
  const sheet = make(extent, { kind: 'sheet' });
  const open = layers.terrein.filter((area) => terrainKind(area) !== 'erf');
  const terrain = [
    ...dissolveByKind(open, (area) => terrainKind(area), 4),
    ...dissolveByKind(drives, () => 'driveway', 4)
  ];
  // A dry ditch is a fold in the ground: blue would promise water.
  const wet = dissolveByKind(
    layers.water,
    (area) => (waterKind(area) === 'dry-ditch' ? null : waterKind(area)),
    2
  );
  return [
    { name: 'terrain', minZoom, maxZoom: 13, features: [sheet] },
    { name: 'terrain', minZoom: 14, maxZoom, features: [sheet, ...terrain] },
    { name: 'green', minZoom, maxZoom: 13, features: largest(1200) },
    { name: 'green', minZoom: 14, maxZoom: objectZoom - 1, features: largest(30) },
    { name: 'green', minZoom: objectZoom, maxZoom, features: areas },
    { name: 'water', minZoom, maxZoom, features: wet }
  ];
}

function wayLayers(layers: SourceLayers): TileLayer[] {
  const ofGroup = (group: string) => (part: SourceFeature) => {
    const kind = wayKind(part);
    return wayGroup(kind) === group ? kind : null;
  };
  const isParking = (part: SourceFeature): boolean => wayKind(part) === 'parking';
  // Street by street: the whole network as one outline has every block as a hole, and a hole and an outline
  // that are cut along the same tile edge make the renderer's triangulation fill the block.
  const streets = groupBy(layers.wegdelen, (part) =>
    ofGroup('road')(part) === null || isParking(part) ? null : (text(part, 'straat_afgeleid') ?? '')
  ).flatMap(([, geometries]) => {
    const merged = dissolve(geometries);
    return merged ? [make(merged, { kind: 'road' })] : [];
  });
  const parking = dissolveByKind(layers.wegdelen, (part) => (isParking(part) ? 'parking' : null));
  return [
    { name: 'road', minZoom, maxZoom, features: [...streets, ...parking] },
    { name: 'path', minZoom: 13, maxZoom, features: dissolveByKind(layers.wegdelen, ofGroup('path')) }
  ];
}

function smallThingLayers(layers: SourceLayers): TileLayer[] {
  const lines = (features: SourceFeature[], kindOf: (feature: SourceFeature) => string): TileFeature[] =>
    features.flatMap((feature) =>
      linesOf(feature.geometry).map((coordinates) =>
        make({ type: 'LineString', coordinates }, { kind: kindOf(feature) })
      )
    );
  const barrierKind = (feature: SourceFeature): string =>
    text(feature, 'soort') === 'muur' ? 'wall' : 'fence';
  return [
    { name: 'hedge', minZoom: 15, maxZoom, features: lines(layers.hagen, () => 'hedge') },
    { name: 'barrier', minZoom: 16, maxZoom, features: lines(layers.scheidingen, barrierKind) },
    { name: 'tree', minZoom: 14, maxZoom, features: gatherPoints(layers.bomen, () => 'tree') },
    { name: 'lamp', minZoom: 16, maxZoom, features: gatherPoints(layers.lantaarnpalen, () => 'lamp') },
    { name: 'furniture', minZoom: 15, maxZoom, features: gatherPoints(layers.straatmeubilair, furnitureKind) }
  ];
}

function labelLayers(
  layers: SourceLayers,
  labels: StreetLabel[],
  tiers: ReadonlyMap<string, number>
): TileLayer[] {
  const streets = labels.map((label) =>
    make(
      { type: 'Point', coordinates: label.position },
      {
        name: label.name,
        rotate: label.rotate,
        rank: displayRank(label, tiers),
        ...(label.isMajor ? { major: true } : {})
      }
    )
  );
  const numbers = layers.huisnummers.map((label) => {
    const rotate = -Number(label.properties['rotatie'] ?? 0) || 0;
    return make(label.geometry, { number: text(label, 'nummer') ?? '', rotate });
  });
  return [
    { name: 'street_label', minZoom: 13, maxZoom, features: streets },
    { name: 'house_number', minZoom: 16, maxZoom, features: numbers }
  ];
}

/**
 * Every layer of the vector tiles, in no particular order (the style orders them).
 * `tiers` are the labels of the drawn picture by id, see `displayRank`.
 */
export function tileLayers(
  layers: SourceLayers,
  labels: StreetLabel[],
  tiers: ReadonlyMap<string, number>,
  extent: Polygon,
  border: Polygon
): TileLayer[] {
  return [
    ...groundLayers(layers, extent),
    ...wayLayers(layers),
    ...buildingLayers(layers),
    ...smallThingLayers(layers),
    ...labelLayers(layers, labels, tiers),
    { name: 'edge', minZoom, maxZoom, features: edgeFrames(extent) },
    {
      name: 'border',
      minZoom,
      maxZoom,
      features: [make({ type: 'LineString', coordinates: border.coordinates[0]! })]
    }
  ];
}
