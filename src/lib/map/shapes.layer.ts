import type { LayerSpecification } from 'maplibre-gl';
import { sources, type LayerLook } from './layer-look.ts';
import { palettes } from './palette.ts';

/** Lines and areas that ideas are about. */
export function shapesLayers(look: LayerLook): LayerSpecification[] {
  const colour = palettes[look.theme];
  return [
    {
      id: 'idea-shapes',
      type: 'fill',
      source: sources.shapes,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour.chain, 'fill-opacity': 0.1 }
    },
    {
      id: 'idea-shape-edges',
      type: 'line',
      source: sources.shapes,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour.chain, 'line-width': 2.5, 'line-opacity': 0.75 }
    }
  ];
}

/** A ring that runs out from what somebody just put on the map. */
export function arrivalsLayer(look: LayerLook): LayerSpecification {
  return {
    id: 'arrivals',
    type: 'circle',
    source: sources.arrivals,
    paint: {
      'circle-color': 'transparent',
      'circle-stroke-color': palettes[look.theme].chain,
      'circle-stroke-width': 3,
      'circle-radius': look.markSize / 2,
      'circle-stroke-opacity': 0
    }
  };
}
