import type { LayerSpecification } from 'maplibre-gl';
import { sources, type LayerLook } from './layer-look.ts';
import { palettes } from './palette.ts';

/** What somebody is putting on the map now. */
export function draftLayers(look: LayerLook): LayerSpecification[] {
  const colour = palettes[look.theme];
  const source = sources.draft;
  return [
    {
      id: 'draft-shape',
      type: 'fill',
      source,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour.action, 'fill-opacity': 0.16 }
    },
    {
      id: 'draft-shape-edge',
      type: 'line',
      source,
      filter: ['==', ['get', 'part'], 'shape'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour.action, 'line-width': 3.5 }
    },
    {
      id: 'draft-corner',
      type: 'circle',
      source,
      filter: ['==', ['get', 'part'], 'corner'],
      paint: {
        'circle-radius': 7,
        'circle-color': colour.disc,
        'circle-stroke-color': colour.action,
        'circle-stroke-width': 3
      }
    },
    {
      id: 'draft',
      type: 'symbol',
      source,
      filter: ['==', ['get', 'part'], 'pin'],
      layout: {
        'icon-image': `pin|${look.theme}|${Math.round(44 * look.letters)}`,
        'icon-anchor': 'bottom',
        'icon-allow-overlap': true,
        'icon-ignore-placement': true
      }
    }
  ];
}

/** Where the device says it is, and how sure it is of that: `radius` in pixels at zoom 20. */
export function positionLayers(look: LayerLook): LayerSpecification[] {
  const colour = palettes[look.theme];
  const source = sources.position;
  return [
    {
      id: 'position-accuracy',
      type: 'circle',
      source,
      paint: {
        'circle-color': colour.chain,
        'circle-opacity': 0.14,
        'circle-radius': ['interpolate', ['exponential', 2], ['zoom'], 0, 0, 20, ['get', 'radius']]
      }
    },
    {
      id: 'position',
      type: 'circle',
      source,
      paint: {
        'circle-radius': 8,
        'circle-color': colour.chain,
        'circle-stroke-color': colour.disc,
        'circle-stroke-width': 3
      }
    }
  ];
}
