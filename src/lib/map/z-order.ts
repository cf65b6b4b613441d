/**
 * Every layer of the map from the ground up: the base map, what people drew on it, names, marks.
 * The one place that decides what lies over what; a layer that is not listed here cannot be added.
 */
export const zOrder = [
  // Ground
  'ground',
  'terrain',
  'green',
  'water',
  // Ways
  'path-edge',
  'path',
  'road-edge',
  'road',
  'parking',
  'road-core',
  // Things
  'hedge',
  'barrier',
  'tree',
  'building',
  'building-edge',
  'lamp',
  'furniture',
  // Where the map ends, and where the wijk does
  'edge',
  'border',
  // Areas and lines of people
  'plans',
  'plan-edges',
  'place-shapes',
  'place-shape-edges',
  'idea-shapes',
  'idea-shape-edges',
  'claim-shapes',
  'claim-shape-edges',
  'selection',
  'selection-edge',
  'selection-green',
  'selection-green-edge',
  // Names read over areas, but give way to marks
  'house-number',
  'street-label',
  'labels',
  // Marks: what somebody may touch
  'arrivals',
  'places',
  'organisations',
  'pearls',
  'clusters',
  'cluster-counts',
  'ideas',
  'highlight-halo',
  'highlight',
  // Oneself
  'draft-shape',
  'draft-shape-edge',
  'draft-corner',
  'draft',
  'position-accuracy',
  'position'
] as const;

export type LayerId = (typeof zOrder)[number];

/** Whether a layer has a place in the order. */
export function isLayerId(id: string): id is LayerId {
  return (zOrder as readonly string[]).includes(id);
}

/**
 * The id before which a layer must be inserted (`map.addLayer(layer, layerBefore(layer.id, present))`).
 * `present` are the ids now on the map, in any order; ids of others, such as a drawing tool, are ignored.
 * Returns undefined when the layer belongs on top. Throws for an id that is not in `zOrder`.
 */
export function layerBefore(id: string, present: readonly string[]): LayerId | undefined {
  if (!isLayerId(id)) throw new Error(`Layer "${id}" is not listed in map/z-order.ts: give it a place there`);
  return zOrder.slice(zOrder.indexOf(id) + 1).find((other) => present.includes(other));
}
