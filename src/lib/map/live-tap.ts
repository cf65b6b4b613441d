import type { GeoJSONSource, Map as MapLibreMap, MapGeoJSONFeature, PointLike } from 'maplibre-gl';
import { clusterRule } from '#lib/geo/cluster-rule.ts';
import type { LonLat, WorldPoint } from '#lib/geo/mercator.ts';
import { clusterSize } from './cluster-look.ts';
import { sources } from './layer-look.ts';
import { seatOffsets } from './mark-look.ts';
import { markLayers } from './marks.layer.ts';
import { objectZoom } from './style.ts';

/** What somebody tapped on the live map. */
export interface Tap {
  place: LonLat;
  /** CSS pixels from the top left corner of the map. */
  point: WorldPoint;
  /** Ids of the marks there, the nearest first: more than one when they lie on each other. */
  marks: string[];
  /** A cluster that falls apart at this zoom. */
  cluster: { place: LonLat; zoom: number } | null;
  /** A building or green area of the base map; id null from so far away that they are melted together. */
  object: { kind: 'building' | 'green'; id: string | null } | null;
}

/** Half a target of 44 pixels. */
const reach = 22;

/** Marks whose middles are nearer to each other than this cannot be told apart by a finger. */
const samePixels = 10;

/** A mark or cluster near a point of the screen. */
export interface Hit {
  feature: MapGeoJSONFeature;
  distance: number;
  at: WorldPoint;
}

/** Marks and clusters whose target holds the point, the nearest first. */
export function hitsAt(map: MapLibreMap, point: WorldPoint, markSize: number): Hit[] {
  const widest = clusterSize(Infinity, markSize) / 2 + markSize;
  const box: [PointLike, PointLike] = [
    [point.x - widest, point.y - widest],
    [point.x + widest, point.y + widest]
  ];
  const found = map.queryRenderedFeatures(box, { layers: ['clusters', ...markLayers] });
  const hits = new Map<string, Hit>();
  for (const feature of found) {
    const at = middleOf(map, feature, markSize);
    const distance = Math.hypot(at.x - point.x, at.y - point.y);
    const count = Number(feature.properties['point_count'] ?? 0);
    const size = count ? clusterSize(count, markSize) : markSize;
    const key = String(feature.properties['id'] ?? feature.properties['cluster_id']);
    if (distance <= Math.max(reach, size / 2) && !hits.has(key)) hits.set(key, { feature, distance, at });
  }
  return [...hits.values()].sort((a, b) => a.distance - b.distance);
}

function middleOf(map: MapLibreMap, feature: MapGeoJSONFeature, markSize: number): WorldPoint {
  const place = placeOf(feature);
  const spot = map.project([place.lon, place.lat]);
  const [x, y] = seatOffsets[Number(feature.properties['seat'] ?? 0)] ?? [0, 0];
  return { x: spot.x + x * markSize, y: spot.y + y * markSize };
}

function placeOf(feature: MapGeoJSONFeature): LonLat {
  const [lon = 0, lat = 0] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : [];
  return { lon, lat };
}

/** What is at a point of the screen: marks first, then a cluster, then what the base map shows there. */
export async function readTap(map: MapLibreMap, point: WorldPoint, markSize: number): Promise<Tap> {
  const { lng: lon, lat } = map.unproject([point.x, point.y]);
  const hits = hitsAt(map, point, markSize);
  const tap: Tap = {
    place: { lon, lat },
    point: { x: point.x, y: point.y },
    marks: [],
    cluster: null,
    object: null
  };
  const nearest = hits[0];
  if (!nearest) return { ...tap, object: objectAt(map, point) };
  if ('cluster_id' in nearest.feature.properties)
    return { ...tap, ...(await openCluster(map, nearest.feature)) };
  const together = hits.filter(({ at, feature }) => {
    const isNear = Math.hypot(at.x - nearest.at.x, at.y - nearest.at.y) < samePixels;
    return isNear && !('cluster_id' in feature.properties);
  });
  return { ...tap, marks: together.map(({ feature }) => String(feature.properties['id'])) };
}

/** A cluster falls apart on coming closer, unless what lies in it shares one spot: then it is a list. */
async function openCluster(
  map: MapLibreMap,
  feature: MapGeoJSONFeature
): Promise<Pick<Tap, 'marks' | 'cluster'>> {
  const source = map.getSource<GeoJSONSource>(sources.ideas);
  const id = Number(feature.properties['cluster_id']);
  if (!source) return { marks: [], cluster: null };
  const zoom = await source.getClusterExpansionZoom(id);
  if (zoom <= clusterRule.closest) return { marks: [], cluster: { place: placeOf(feature), zoom } };
  const leaves = await source.getClusterLeaves(id, 100, 0);
  return { marks: leaves.map((leaf) => String(leaf.properties?.['id'])), cluster: null };
}

function objectAt(map: MapLibreMap, point: WorldPoint): Tap['object'] {
  const found = map.queryRenderedFeatures([point.x, point.y], { layers: ['building', 'green'] })[0];
  if (!found) return null;
  const id = map.getZoom() >= objectZoom ? (found.properties['id'] as string | undefined) : undefined;
  return { kind: found.sourceLayer === 'building' ? 'building' : 'green', id: id ?? null };
}
