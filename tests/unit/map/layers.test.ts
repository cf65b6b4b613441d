import { createExpression, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { clusterCount, clusterSize } from '#lib/map/cluster-look.ts';
import { seatOffset, type LayerLook } from '#lib/map/layer-look.ts';
import { seatOffsets } from '#lib/map/mark-look.ts';
import { inOrder, ownLayers, ownSources } from '#lib/map/own-layers.ts';
import { baseStyle } from '#lib/map/style.ts';
import { zOrder } from '#lib/map/z-order.ts';

const looks: LayerLook[] = [
  { theme: 'light', markSize: 40, letters: 1 },
  { theme: 'dark', markSize: 34, letters: 2 }
];

describe.each(looks)('layers in $theme', (look) => {
  const base = baseStyle({ theme: look.theme, source: { url: 'pmtiles://x' }, attribution: 'x' });
  const layers = inOrder([...base.layers, ...ownLayers(look)]);

  it('make a valid style together with the base map', () => {
    const style = { ...base, sources: { ...base.sources, ...ownSources(true) }, layers };
    expect(validateStyleMin(style).map(({ message }) => message)).toEqual([]);
  });

  it('stand in the one order, each once', () => {
    const places = layers.map(({ id }) => (zOrder as readonly string[]).indexOf(id));
    expect(places).toEqual([...places].sort((a, b) => a - b));
    expect(new Set(places).size).toBe(layers.length);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
  });
});

describe('a layer that nobody gave a place', () => {
  it('is refused', () => {
    expect(() => inOrder([{ id: 'stranger', type: 'background' }])).toThrow(/z-order/);
  });
});

describe('the offset of a seat', () => {
  it('is the one the drawn map uses, in pixels', () => {
    const made = createExpression(seatOffset(40), 'layers.ideas.layout.icon-offset');
    if (made.result !== 'success') throw new Error('Not an expression');
    seatOffsets.forEach(([x, y], seat) => {
      const offset: unknown = made.value.evaluate({ zoom: 15 }, { type: 1, properties: { seat } });
      expect(offset).toEqual([x * 40, y * 40]);
    });
  });
});

describe('a cluster', () => {
  it('grows with what lies in it', () => {
    expect([2, 25, 200].map((count) => clusterSize(count, 40))).toEqual([44, 52, 62]);
    expect(clusterSize(2, 34)).toBe(37);
  });

  it.each([
    [2, '2'],
    [999, '999'],
    [1200, '1,2k'],
    [9960, '10k'],
    [12_345, '12k']
  ])('of %i says %s', (count, words) => {
    expect(clusterCount(count)).toBe(words);
  });
});
