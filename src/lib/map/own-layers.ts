import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import { clusterRule } from '#lib/geo/cluster-rule.ts';
import { clustersLayers } from './clusters.layer.ts';
import { draftLayers, positionLayers } from './draft.layer.ts';
import { highlightLayers, selectionLayers } from './highlight.layer.ts';
import { sources, type LayerLook } from './layer-look.ts';
import { labelsLayer, marksLayers } from './marks.layer.ts';
import { arrivalsLayer, shapesLayers } from './shapes.layer.ts';
import { isLayerId, zOrder } from './z-order.ts';

/** Every layer over the base map, in the order of `zOrder`. Pure. */
export function ownLayers(look: LayerLook): LayerSpecification[] {
  return inOrder([
    ...shapesLayers(look),
    ...highlightLayers(look),
    ...selectionLayers(look),
    labelsLayer(look),
    arrivalsLayer(look),
    ...marksLayers(look),
    ...clustersLayers(look),
    ...draftLayers(look),
    ...positionLayers(look)
  ]);
}

/** The layers from the ground up. Throws for one that has no place in the order. */
export function inOrder(layers: readonly LayerSpecification[]): LayerSpecification[] {
  const placed = layers.map((layer) => {
    if (!isLayerId(layer.id))
      throw new Error(`Layer "${layer.id}" is not listed in map/z-order.ts: give it a place there`);
    return { layer, place: zOrder.indexOf(layer.id) };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ layer }) => layer);
}

/** The sources of those layers, still empty. `clustered`: ideas are so many that they crowd. */
export function ownSources(clustered: boolean): Record<string, GeoJSONSourceSpecification> {
  const empty = (): GeoJSONSourceSpecification => ({
    type: 'geojson',
    data: { type: 'FeatureCollection', features: [] },
    promoteId: 'id'
  });
  return {
    ...Object.fromEntries(Object.values(sources).map((name) => [name, empty()])),
    [sources.ideas]: { ...empty(), ...clusterOptions(clustered) }
  };
}

/** How the ideas gather, as a source takes it. The source's own closest zoom lies above that of its clusters. */
export function clusterOptions(clustered: boolean): {
  cluster: boolean;
  clusterRadius: number;
  clusterMaxZoom: number;
} {
  return { cluster: clustered, clusterRadius: clusterRule.radiusPixels, clusterMaxZoom: clusterRule.closest };
}
