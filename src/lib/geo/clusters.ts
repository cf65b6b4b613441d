import { Supercluster } from '@maplibre/geojson-vt';
import { boundsOf, type Bounds } from './bounds.ts';
import { clusterRule } from './cluster-rule.ts';
import type { LonLat } from './mercator.ts';

/** Several points drawn as one. */
export interface Cluster extends LonLat {
  count: number;
  /** What lies in it; the same degrees twice when all share one spot. */
  bounds: Bounds;
}

export interface Clustered<Point> {
  /** Points that stand alone, in the order given. */
  single: Point[];
  clusters: Cluster[];
}

/**
 * Gathers points that crowd at a zoom (MapLibre's), within bounds. The same algorithm, order and numbers as a clustered
 * source of MapLibre, so that the drawn map and the live map show the same clusters in the same spots.
 */
export function clusterPoints<Point extends LonLat>(
  points: readonly Point[],
  zoom: number,
  bounds: Bounds
): Clustered<Point> {
  const index = new Supercluster({
    radius: clusterRule.radiusPixels,
    extent: 512,
    maxZoom: clusterRule.closest,
    minZoom: Math.min(clusterRule.closest, Math.floor(zoom))
  });
  index.load(
    points.map(({ lon, lat }, place) => ({
      type: 'Feature',
      properties: { place },
      geometry: { type: 'Point', coordinates: [lon, lat] }
    }))
  );
  const places: number[] = [];
  const clusters: Cluster[] = [];
  for (const { properties, geometry } of index.getClusters([...bounds], Math.floor(zoom))) {
    if (!properties || !('cluster_id' in properties)) {
      places.push(Number(properties?.['place']));
      continue;
    }
    const { cluster_id: id, point_count: count } = properties;
    const [lon = 0, lat = 0] = geometry.coordinates;
    const leaves = index.getLeaves(id, count).map((leaf) => leaf.geometry.coordinates);
    clusters.push({
      lon,
      lat,
      count,
      bounds: boundsOf(leaves.map(([x = 0, y = 0]) => ({ lon: x, lat: y }))) ?? [lon, lat, lon, lat]
    });
  }
  return { single: places.sort((a, b) => a - b).flatMap((place) => points[place] ?? []), clusters };
}
