import type { LayerSpecification } from 'maplibre-gl';
import { markImage, seatOffset, sources, type LayerLook } from './layer-look.ts';
import { palettes } from './palette.ts';
import { labelFont } from './style.ts';
import type { LayerId } from './z-order.ts';

type MarkLayerId = Extract<LayerId, 'ideas' | 'places' | 'organisations' | 'pearls'>;

/** Layers whose marks can be opened, the topmost first. */
export const markLayers: readonly MarkLayerId[] = ['ideas', 'pearls', 'organisations', 'places'];

function markLayer(
  id: MarkLayerId,
  source: string,
  kind: string | null,
  look: LayerLook
): LayerSpecification {
  return {
    id,
    type: 'symbol',
    source,
    filter: kind ? ['==', ['get', 'kind'], kind] : ['!', ['has', 'point_count']],
    layout: {
      'icon-image': markImage(look, look.markSize),
      'icon-offset': seatOffset(look.markSize),
      // Everything that people put there is shown, also where it is crowded: clusters take care of that.
      'icon-allow-overlap': true,
      'icon-padding': 0,
      'symbol-sort-key': ['get', 'rank']
    }
  };
}

/** People's marks, one layer for each shape. */
export function marksLayers(look: LayerLook): LayerSpecification[] {
  return [
    markLayer('places', sources.things, 'place', look),
    markLayer('organisations', sources.things, 'organisation', look),
    markLayer('pearls', sources.things, 'pearl', look),
    markLayer('ideas', sources.ideas, null, look)
  ];
}

/** Names of places and organisations, where there is room between the marks. */
export function labelsLayer(look: LayerLook): LayerSpecification {
  const colour = palettes[look.theme];
  const textSize = 12.5 * look.letters;
  return {
    id: 'labels',
    type: 'symbol',
    source: sources.things,
    minzoom: 15,
    filter: ['in', ['get', 'kind'], ['literal', ['place', 'organisation']]],
    layout: {
      'text-field': ['get', 'title'],
      'text-font': labelFont,
      'text-size': textSize,
      'text-anchor': 'top',
      'text-offset': seatOffset(look.markSize / textSize, (look.markSize * 0.5 + 2) / textSize),
      'text-max-width': 11,
      'text-line-height': 1.1,
      'text-padding': 1
    },
    paint: {
      'text-color': ['match', ['get', 'kind'], 'place', colour.place, colour.organisation],
      'text-halo-color': colour.halo,
      'text-halo-width': 1.8
    }
  };
}
