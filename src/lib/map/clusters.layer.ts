import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { clusterSize, clusterSteps } from './cluster-look.ts';
import { sources, type LayerLook } from './layer-look.ts';
import { palettes } from './palette.ts';
import { labelFont } from './style.ts';

function bySize(of: (size: number) => string | number, look: LayerLook): ExpressionSpecification {
  const [first, ...others] = clusterSteps.map(({ from }) => ({
    from,
    value: of(clusterSize(from, look.markSize))
  }));
  return [
    'step',
    ['get', 'point_count'],
    first?.value,
    ...others.flatMap(({ from, value }) => [from, value])
  ] as unknown as ExpressionSpecification;
}

/** Strings of beads with the number of things in them. */
export function clustersLayers(look: LayerLook): LayerSpecification[] {
  const colour = palettes[look.theme];
  const filter: FilterSpecification = ['has', 'point_count'];
  const shared = { type: 'symbol', source: sources.ideas, filter } as const;
  return [
    {
      ...shared,
      id: 'clusters',
      layout: {
        'icon-image': bySize((size) => `cluster|${look.theme}|${size}`, look),
        'icon-allow-overlap': true
      }
    },
    {
      ...shared,
      id: 'cluster-counts',
      layout: {
        'text-field': [
          'step',
          ['get', 'point_count'],
          ['to-string', ['get', 'point_count']],
          1000,
          [
            'concat',
            [
              'number-format',
              ['/', ['get', 'point_count'], 1000],
              { locale: 'nl', 'max-fraction-digits': 1 }
            ],
            'k'
          ],
          10_000,
          ['concat', ['to-string', ['round', ['/', ['get', 'point_count'], 1000]]], 'k']
        ],
        'text-font': labelFont,
        'text-size': bySize((size) => size * 0.36, look),
        'text-allow-overlap': true
      },
      paint: { 'text-color': colour.selection }
    }
  ];
}
