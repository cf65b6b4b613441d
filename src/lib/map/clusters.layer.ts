import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { sources, type LayerLook } from './layer-look.ts';
import { palettes } from './palette.ts';
import { labelFont } from './style.ts';

/** From this many things on a cluster is a step larger: pixels beside an idea's mark of 40. */
const steps = [
  { from: 0, size: 44 },
  { from: 25, size: 52 },
  { from: 200, size: 62 }
] as const;

/** Diameter of a cluster of so many things, in CSS pixels. */
export function clusterSize(count: number, markSize: number): number {
  const step = [...steps].reverse().find(({ from }) => count >= from) ?? steps[0];
  return Math.round((step.size * markSize) / 40);
}

/** What a cluster says: whole below a thousand, then rounded, as there is room for four signs. */
export function clusterCount(count: number): string {
  if (count < 1000) return String(count);
  return count < 10_000
    ? `${(Math.round(count / 100) / 10).toString().replace('.', ',')}k`
    : `${Math.round(count / 1000)}k`;
}

function bySize(of: (size: number) => string | number, look: LayerLook): ExpressionSpecification {
  const [first, ...others] = steps.map(({ from }) => ({ from, value: of(clusterSize(from, look.markSize)) }));
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
