import { describe, expect, it } from 'vitest';
import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { palettes, type MapPalette, type MapTheme } from '#lib/map/palette.ts';
import { baseStyle, labelFont } from '#lib/map/style.ts';
import { isLayerId, layerBefore, zOrder } from '#lib/map/z-order.ts';

const themes: MapTheme[] = ['light', 'dark'];

function styleOf(theme: MapTheme) {
  return baseStyle({
    theme,
    source: { url: 'pmtiles:///basemap/otterlo/base.pmtiles' },
    attribution: 'Bron: BGT, Kadaster/PDOK (CC BY 4.0)'
  });
}

/** Relative luminance and contrast ratio of WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, two: string): number {
  const [light, dark] = [luminance(one), luminance(two)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const surfaces: (keyof MapPalette)[] = [
  'ground',
  'terrain',
  'paved',
  'sand',
  'green',
  'planting',
  'wood',
  'field',
  'heath',
  'water',
  'path',
  'road',
  'building'
];
const marks: (keyof MapPalette)[] = ['chain', 'action', 'place', 'organisation', 'planEdge', 'selection'];

describe.each(themes)('the base style in %s', (theme) => {
  const style = styleOf(theme);
  const palette = palettes[theme];

  it('is a valid MapLibre style', () => {
    expect(validateStyleMin(style)).toEqual([]);
  });

  it('draws layers that all have a place in the z-order, and in that order', () => {
    const positions = style.layers.map(({ id }) => (zOrder as readonly string[]).indexOf(id));
    expect(positions).not.toContain(-1);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    expect(new Set(positions).size).toBe(positions.length);
  });

  it('names no address of a third party, no glyphs and no sprite', () => {
    expect(JSON.stringify(style)).not.toMatch(/https?:|[^/]\/\/[a-z]/i);
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
  });

  it('draws every text in the font of the page', () => {
    const fonts = style.layers.flatMap((layer) =>
      layer.type === 'symbol' ? [layer.layout?.['text-font']] : []
    );
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toEqual(labelFont);
  });

  it('turns street names with the map', () => {
    const names = style.layers.find(({ id }) => id === 'street-label');
    expect(names?.layout).toMatchObject({
      'text-rotate': ['get', 'rotate'],
      'text-rotation-alignment': 'map'
    });
  });

  it('gives buildings and green areas their own id, so that one can be chosen', () => {
    expect(style.sources['base']).toMatchObject({ promoteId: { building: 'id', green: 'id' } });
  });

  it.each(surfaces)('keeps names readable on %s (4.5:1)', (surface) => {
    expect(contrast(palette.label, palette[surface])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.label, palette.halo)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('keeps the mark "%s" visible on every surface (3:1)', (mark) => {
    const weakest = Math.min(...surfaces.map((surface) => contrast(palette[mark], palette[surface])));
    expect(weakest).toBeGreaterThanOrEqual(3);
  });

  it('keeps the ring and the count of a cluster readable on their own ground', () => {
    expect(contrast(palette.chainEmpty, palette.disc)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.chain, palette.disc)).toBeGreaterThanOrEqual(3);
    expect(contrast(palette.icon, palette.disc)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.onChain, palette.chain)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the themes', () => {
  it('differ in colour only', () => {
    const shape = (theme: MapTheme) => styleOf(theme).layers.map(({ id, type }) => [id, type]);
    expect(shape('dark')).toEqual(shape('light'));
    expect(styleOf('dark')).not.toEqual(styleOf('light'));
  });
});

describe('the z-order', () => {
  it('names every layer once', () => {
    expect(new Set(zOrder).size).toBe(zOrder.length);
  });

  it('inserts a layer under the next one that is on the map', () => {
    expect(layerBefore('plans', ['ground', 'ideas', 'street-label', 'road'])).toBe('street-label');
    expect(layerBefore('tree', [...zOrder])).toBe('building');
  });

  it('puts the highest layer on top, also of a drawing tool', () => {
    expect(layerBefore('ideas', ['ground', 'street-label', 'td-polygon'])).toBeUndefined();
  });

  it('builds the same order whatever the order of adding', () => {
    const added: string[] = [];
    for (const id of [
      'ideas',
      'ground',
      'labels',
      'plans',
      'selection',
      'street-label',
      'places',
      'clusters'
    ]) {
      const before = layerBefore(id, added);
      added.splice(before === undefined ? added.length : added.indexOf(before), 0, id);
    }
    expect(added).toEqual(zOrder.filter((id) => added.includes(id)));
  });

  it('refuses a layer that is not listed', () => {
    expect(isLayerId('heatmap')).toBe(false);
    expect(() => layerBefore('heatmap', [])).toThrow(/"heatmap" is not listed/);
  });
});
