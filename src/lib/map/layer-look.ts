import type { ExpressionSpecification } from 'maplibre-gl';
import type { MapTheme } from './palette.ts';
import { seatOffsets } from './mark-look.ts';

/** What the layers of people's marks depend on. */
export interface LayerLook {
  theme: MapTheme;
  /** Width of an idea's mark in CSS pixels. */
  markSize: number;
  /** How much larger than usual the reader's letters are: 1 is 16 pixels to the rem. */
  letters: number;
}

/** Names of the sources beside the base map. Saved things and what is being made now stay apart. */
export const sources = {
  /** Ideas, reports and questions: clustered when there are many. */
  ideas: 'marks-ideas',
  /** Places, organisations and pearls. */
  things: 'marks-things',
  shapes: 'marks-shapes',
  highlight: 'highlight',
  highlightShape: 'highlight-shape',
  arrivals: 'arrivals',
  draft: 'draft',
  position: 'position'
} as const;

/** Names of images that are drawn when a layer first asks for them. */
export const imageNames = {
  mark: (look: string, theme: MapTheme, size: number): string => `mark|${look}|${theme}|${size}`,
  cluster: (theme: MapTheme, size: number): string => `cluster|${theme}|${size}`,
  halo: (theme: MapTheme, size: number): string => `halo|${theme}|${size}`,
  pin: (theme: MapTheme, size: number): string => `pin|${theme}|${size}`
};

/** The image of each feature's own look, for a mark of that size. */
export function markImage({ theme }: LayerLook, size: number): ExpressionSpecification {
  return ['concat', 'mark|', ['get', 'look'], `|${theme}|${size}`];
}

/** How far a mark stands from its spot when it shares that with others, in units of `unit` pixels. */
export function seatOffset(unit: number, down = 0): ExpressionSpecification {
  const at = ([x, y]: readonly [number, number]): ExpressionSpecification => [
    'literal',
    [x * unit, y * unit + down]
  ];
  const [own, ...others] = seatOffsets.map(at);
  return [
    'match',
    ['get', 'seat'],
    ...others.flatMap((offset, index) => [index + 1, offset]),
    own
  ] as unknown as ExpressionSpecification;
}
