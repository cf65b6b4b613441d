import type { FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { markImage, seatOffset, sources, type LayerLook } from './layer-look.ts';
import { highlightScale } from './mark-look.ts';
import { palettes } from './palette.ts';
import { baseSource, labelFont } from './style.ts';

/** What is chosen or has focus: larger, in a halo, with its name. */
export function highlightLayers(look: LayerLook): LayerSpecification[] {
  const colour = palettes[look.theme];
  const size = Math.round(look.markSize * highlightScale);
  const textSize = 14 * look.letters;
  const above = { 'icon-allow-overlap': true, 'icon-ignore-placement': true } as const;
  return [
    {
      id: 'highlight-halo',
      type: 'symbol',
      source: sources.highlight,
      // What only lies under the pointer is larger, and that is enough.
      filter: ['!', ['boolean', ['get', 'quiet'], false]],
      layout: {
        ...above,
        'icon-image': `halo|${look.theme}|${Math.round(size * 1.36)}`,
        'icon-offset': seatOffset(look.markSize)
      }
    },
    {
      id: 'highlight',
      type: 'symbol',
      source: sources.highlight,
      layout: {
        ...above,
        'icon-image': markImage(look, size),
        'icon-offset': seatOffset(look.markSize),
        'text-field': ['get', 'title'],
        'text-font': labelFont,
        'text-size': textSize,
        'text-anchor': 'top',
        'text-offset': seatOffset(look.markSize / textSize, (size * 0.66) / textSize),
        'text-max-width': 12,
        'text-line-height': 1.15,
        'text-allow-overlap': true,
        'text-ignore-placement': true
      },
      paint: {
        'text-color': colour.selection,
        'text-halo-color': colour.halo,
        'text-halo-width': 3
      }
    },
    {
      id: 'place-shapes',
      type: 'fill',
      source: sources.highlightShape,
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': colour.chain, 'fill-opacity': 0.16 }
    },
    {
      id: 'place-shape-edges',
      type: 'line',
      source: sources.highlightShape,
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: { 'line-color': colour.chain, 'line-width': 3 }
    }
  ];
}

/** Nothing of the base map has this id. */
const nothing: FilterSpecification = ['==', ['get', 'id'], ''];

/** The building or green area that somebody tapped. Its filter is set when there is one. */
export function selectionLayers(look: LayerLook): LayerSpecification[] {
  const colour = palettes[look.theme];
  const of = (layer: 'building' | 'green'): LayerSpecification[] => {
    const [id, edge] =
      layer === 'building'
        ? (['selection', 'selection-edge'] as const)
        : (['selection-green', 'selection-green-edge'] as const);
    const shared = { source: baseSource, 'source-layer': layer, filter: nothing } as const;
    return [
      { ...shared, id, type: 'fill', paint: { 'fill-color': colour.chain, 'fill-opacity': 0.28 } },
      {
        ...shared,
        id: edge,
        type: 'line',
        layout: { 'line-join': 'round' },
        paint: { 'line-color': colour.chain, 'line-width': 2.5 }
      }
    ];
  };
  return [...of('building'), ...of('green')];
}
