import type { ExpressionSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { palettes, type MapPalette, type MapTheme } from './palette.ts';
import type { LayerId } from './z-order.ts';

/** Name of the one source of the base map, for feature-state and queries. */
export const baseSource = 'base';

/**
 * From this zoom on buildings (`building`) and green areas (`green`) carry their BGT id and can be chosen by it;
 * below it they are melted together and the server finds the object by its point.
 */
export const objectZoom = 15;

/**
 * Fonts of the labels, drawn from the page's own fonts (no `glyphs` address).
 * MapLibre reads the weight from the first name, which is no font of its own; the second is what is drawn.
 */
export const labelFont = ['Atkinson Hyperlegible Next SemiBold', 'Atkinson Hyperlegible Next Variable'];

export interface BaseStyleOptions {
  theme: MapTheme;
  /** Where the tiles are: `pmtiles:///basemap/{wijk}/base.pmtiles`, on our own server. */
  source: { url: string };
  /** Credit shown on the map. */
  attribution: string;
}

type BaseLayer = LayerSpecification & { id: LayerId };

/** A number that grows smoothly with the zoom: pairs of zoom and value. */
function byZoom(...stops: [number, number][]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}

/** A size on the ground: doubles with each zoom, so that a crown stays as wide as it is. */
function byGround(...stops: [number, number][]): ExpressionSpecification {
  return ['interpolate', ['exponential', 2], ['zoom'], ...stops.flat()] as ExpressionSpecification;
}

function groundLayers(colour: MapPalette): BaseLayer[] {
  const source = baseSource;
  return [
    { id: 'ground', type: 'background', paint: { 'background-color': colour.ground } },
    {
      id: 'terrain',
      type: 'fill',
      source,
      'source-layer': 'terrain',
      paint: {
        'fill-color': [
          'match',
          ['get', 'kind'],
          ['paved', 'half-paved'],
          colour.paved,
          'unpaved',
          colour.sand,
          colour.terrain
        ],
        'fill-antialias': false
      }
    },
    {
      id: 'green',
      type: 'fill',
      source,
      'source-layer': 'green',
      paint: {
        'fill-color': [
          'match',
          ['get', 'kind'],
          'wood',
          colour.wood,
          'planting',
          colour.planting,
          'field',
          colour.field,
          'heath',
          colour.heath,
          colour.green
        ],
        // Neighbouring areas share their outline: smoothing each would draw a seam between them.
        'fill-antialias': false
      }
    },
    { id: 'water', type: 'fill', source, 'source-layer': 'water', paint: { 'fill-color': colour.water } }
  ];
}

function wayLayers(colour: MapPalette): BaseLayer[] {
  const source = baseSource;
  const edge = byZoom([13, 1], [15, 1.6], [17, 2], [19, 3]);
  return [
    {
      id: 'path-edge',
      type: 'line',
      source,
      'source-layer': 'path',
      minzoom: 14,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour.pathEdge, 'line-width': byZoom([14, 0.6], [17, 1.4]) }
    },
    { id: 'path', type: 'fill', source, 'source-layer': 'path', paint: { 'fill-color': colour.path } },
    {
      id: 'road-edge',
      type: 'line',
      source,
      'source-layer': 'road',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour.roadEdge, 'line-width': edge }
    },
    {
      id: 'road',
      type: 'fill',
      source,
      'source-layer': 'road',
      filter: ['==', ['get', 'kind'], 'road'],
      paint: { 'fill-color': colour.road }
    },
    {
      id: 'parking',
      type: 'fill',
      source,
      'source-layer': 'road',
      filter: ['==', ['get', 'kind'], 'parking'],
      paint: { 'fill-color': colour.road, 'fill-opacity': 0.75 }
    },
    {
      // From afar a road of five metres is less than a pixel: its own colour widens it.
      id: 'road-core',
      type: 'line',
      source,
      'source-layer': 'road',
      maxzoom: 15,
      filter: ['==', ['get', 'kind'], 'road'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour.road, 'line-width': byZoom([12, 1.2], [14, 0.8], [15, 0]) }
    }
  ];
}

function thingLayers(colour: MapPalette): BaseLayer[] {
  const source = baseSource;
  return [
    {
      id: 'hedge',
      type: 'line',
      source,
      'source-layer': 'hedge',
      minzoom: 15,
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': colour.tree, 'line-width': byGround([15, 0.8], [19, 12.8]), 'line-opacity': 0.7 }
    },
    {
      id: 'barrier',
      type: 'line',
      source,
      'source-layer': 'barrier',
      minzoom: 16.5,
      paint: { 'line-color': colour.barrier, 'line-width': byZoom([16.5, 0.5], [19, 1.5]) }
    },
    {
      id: 'tree',
      type: 'circle',
      source,
      'source-layer': 'tree',
      minzoom: 14,
      paint: {
        'circle-color': colour.tree,
        'circle-opacity': byZoom([14, 0.5], [15, 0.75]),
        'circle-radius': byGround([14, 1], [16, 3], [19, 20]),
        'circle-blur': byZoom([16, 0.1], [18, 0.25]),
        'circle-pitch-alignment': 'map'
      }
    },
    {
      id: 'building',
      type: 'fill',
      source,
      'source-layer': 'building',
      paint: { 'fill-color': colour.building }
    },
    {
      id: 'building-edge',
      type: 'line',
      source,
      'source-layer': 'building',
      minzoom: 14,
      layout: { 'line-join': 'round' },
      paint: { 'line-color': colour.buildingEdge, 'line-width': byZoom([14, 0.3], [16, 0.8], [18, 1.3]) }
    },
    {
      id: 'lamp',
      type: 'circle',
      source,
      'source-layer': 'lamp',
      minzoom: 17.5,
      paint: { 'circle-color': colour.barrier, 'circle-radius': 2 }
    },
    {
      id: 'furniture',
      type: 'circle',
      source,
      'source-layer': 'furniture',
      minzoom: 16.5,
      filter: ['in', ['get', 'kind'], ['literal', ['bench', 'bus-stop', 'play']]],
      paint: {
        'circle-color': colour.halo,
        'circle-radius': byZoom([16.5, 2], [19, 5]),
        'circle-stroke-color': colour.furniture,
        'circle-stroke-width': byZoom([16.5, 1.2], [19, 2])
      }
    }
  ];
}

function limitLayers(colour: MapPalette): BaseLayer[] {
  const source = baseSource;
  return [
    {
      id: 'edge',
      type: 'fill',
      source,
      'source-layer': 'edge',
      paint: { 'fill-color': colour.ground, 'fill-opacity': ['get', 'fade'], 'fill-antialias': false }
    },
    {
      id: 'border',
      type: 'line',
      source,
      'source-layer': 'border',
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': colour.border,
        'line-width': byZoom([13, 1], [17, 2]),
        'line-dasharray': [4, 3],
        'line-opacity': 0.5
      }
    }
  ];
}

function labelLayers(colour: MapPalette): BaseLayer[] {
  const source = baseSource;
  const isMajor: ExpressionSpecification = ['boolean', ['get', 'major'], false];
  const size = (plain: number, major: number): ExpressionSpecification => ['case', isMajor, major, plain];
  return [
    {
      id: 'house-number',
      type: 'symbol',
      source,
      'source-layer': 'house_number',
      minzoom: 17.2,
      layout: {
        'text-field': ['get', 'number'],
        'text-font': labelFont,
        'text-size': byZoom([17, 10], [19, 13]),
        'text-padding': 1
      },
      paint: { 'text-color': colour.label, 'text-halo-color': colour.building, 'text-halo-width': 1 }
    },
    {
      id: 'street-label',
      type: 'symbol',
      source,
      'source-layer': 'street_label',
      minzoom: 13.5,
      // From afar what the drawn picture says too (ranks 1 to 3), close by every label of a street.
      filter: ['<=', ['get', 'rank'], ['step', ['zoom'], 1, 14.5, 2, 15, 3, 16, 5, 17, 99]],
      layout: {
        'text-field': ['get', 'name'],
        'text-font': labelFont,
        'text-size': [
          'interpolate',
          ['linear'],
          ['zoom'],
          14,
          size(10, 11),
          16,
          size(12.5, 13.5),
          18,
          size(16, 17)
        ],
        'text-rotate': ['get', 'rotate'],
        'text-rotation-alignment': 'map',
        'text-pitch-alignment': 'map',
        'text-letter-spacing': 0.01,
        'text-max-width': 40,
        'text-padding': 1,
        'symbol-sort-key': ['get', 'rank']
      },
      paint: {
        'text-color': colour.label,
        'text-halo-color': colour.halo,
        'text-halo-width': 1.6,
        'text-halo-blur': 0.4
      }
    }
  ];
}

/**
 * MapLibre style of the base map in one theme: calm and paper-like, so that people's marks speak.
 * Pure; it names no address but the given source, no sprite and no glyphs. Layers stand in the order of `zOrder`.
 */
export function baseStyle({ theme, source, attribution }: BaseStyleOptions): StyleSpecification {
  const colour = palettes[theme];
  return {
    version: 8,
    name: `samenspel-${theme}`,
    sources: {
      [baseSource]: {
        type: 'vector',
        url: source.url,
        attribution,
        promoteId: { building: 'id', green: 'id' }
      }
    },
    layers: [
      ...groundLayers(colour),
      ...wayLayers(colour),
      ...thingLayers(colour),
      ...limitLayers(colour),
      ...labelLayers(colour)
    ]
  };
}
