/**
 * Colours of the map: what each one means and what it is measured against (WCAG contrast ratio).
 *
 * Rules, asserted by `tests/unit/map/style.test.ts` for both themes:
 * - street names and house numbers at least 4.5:1 on every surface, and on their halo where a tree lies under them;
 * - marks that carry meaning (pearl, pin, place, organisation, plan, selection) at least 3:1 on every natural
 *   surface and on buildings;
 * - surfaces have no meaning to tell apart by colour alone: they stay quiet, below 3:1, on purpose. So does the
 *   border of the wijk, which is always said in words too.
 *
 * The values are the tokens of the design; the marks are those of `components/shared/tokens.css`, which WebGL
 * cannot read.
 */
export interface MapPalette {
  /** Paper beyond the data, and what the map fades into. */
  ground: string;
  /** Yards and everything not named otherwise: most of what one sees. */
  terrain: string;
  /** Squares, car parks off the road, hard standing. */
  paved: string;
  /** Sand and loose ground. */
  sand: string;
  /** Grass, verges, banks. */
  green: string;
  /** Planted beds along streets: a shade deeper than grass. */
  planting: string;
  wood: string;
  /** Arable land. */
  field: string;
  heath: string;
  water: string;
  /** Carriageways. */
  road: string;
  /** Thin edge that holds a road together on pale ground. */
  roadEdge: string;
  /** Pavements, footpaths, cycle paths. */
  path: string;
  pathEdge: string;
  building: string;
  buildingEdge: string;
  /** Crowns of trees, drawn soft; also hedges. */
  tree: string;
  /** Walls and fences, lamp posts. */
  barrier: string;
  /** Benches and bus stops. */
  furniture: string;
  /** Border of the wijk: a soft dashed line, with text saying the same in words. */
  border: string;
  /** Street names and house numbers. */
  label: string;
  /** Light edge round text, so that it reads over roads and buildings. */
  halo: string;

  /** How far something is: the filled part of a pearl's ring. */
  chain: string;
  /** The part of the ring still to come; always beside the filled part and a word. */
  chainEmpty: string;
  /** White (or dark) disc within the ring. */
  disc: string;
  /** Icon on a disc. */
  icon: string;
  /** The one thing to do now: the pin being placed. */
  action: string;
  place: string;
  organisation: string;
  /** Fill of a plan's hatched area, drawn at 16 %. */
  plan: string;
  planEdge: string;
  /** Outline of what is chosen. */
  selection: string;
  /** Count on a cluster, on `chain`. */
  onChain: string;
}

export type MapTheme = 'light' | 'dark';

const light: MapPalette = {
  ground: '#efe9dc',
  terrain: '#f1ebdf',
  paved: '#f6f1e7',
  sand: '#f3ead4',
  green: '#dfe8cd',
  planting: '#d5e2c1',
  wood: '#c9dab8',
  field: '#e4e8cb',
  heath: '#e5e0d0',
  water: '#b9d8e6',
  road: '#ffffff',
  roadEdge: '#dfd2b9',
  path: '#f9f3e6',
  pathEdge: '#e6dac1',
  building: '#dccfbd',
  buildingEdge: '#c3b39c',
  tree: '#a3c08f',
  barrier: '#cdbfa8',
  furniture: '#8a6f45',
  border: '#7b6a4f',
  label: '#574c3c', // 5.5:1 on buildings, 7.1:1 on terrain
  halo: '#fffdf8',

  chain: '#0d5c63', // 5.0:1 on buildings, 5.1:1 on water
  chainEmpty: '#8f8674', // 3.6:1 on the disc
  disc: '#ffffff',
  icon: '#0d5c63',
  action: '#c8401f', // 3.3:1 on buildings and water
  place: '#7a5a2f', // 4.1:1 on buildings
  organisation: '#6b3fa0', // 4.8:1 on buildings
  plan: '#e9a13b',
  planEdge: '#a66200', // 3.2:1 on buildings and water
  selection: '#1f2a37', // 9.5:1 on buildings
  onChain: '#ffffff' // 7.7:1
};

const dark: MapPalette = {
  ground: '#211f1c',
  terrain: '#2a2723',
  paved: '#312e29',
  sand: '#33302a',
  green: '#273023',
  planting: '#2c3926',
  wood: '#213023',
  field: '#2d3024',
  heath: '#2f2b28',
  water: '#20485a',
  road: '#4f4a43',
  roadEdge: '#625b50',
  path: '#3a3630',
  pathEdge: '#464139',
  building: '#423b33',
  buildingEdge: '#5c5347',
  tree: '#476041',
  barrier: '#544c41',
  furniture: '#b79a6c',
  border: '#a5977c',
  label: '#d9d0bf', // 5.7:1 on roads, 7.2:1 on buildings
  halo: '#171613',

  chain: '#7fcbc9', // 4.7:1 on roads
  chainEmpty: '#8d8474', // 4.7:1 on the disc
  disc: '#1b1a17',
  icon: '#7fcbc9',
  action: '#ff9b7d', // 4.3:1 on roads; the red of the dark button would be 2.1:1
  place: '#d8b27c', // 4.4:1 on roads
  organisation: '#c4a3ee', // 4.1:1 on roads
  plan: '#e9a13b',
  planEdge: '#e9a13b', // 4.0:1 on roads
  selection: '#f3eee3', // 7.6:1 on roads
  onChain: '#08282a' // 8.4:1
};

/** Colours of the map by theme, as `#rrggbb`. */
export const palettes: Record<MapTheme, MapPalette> = { light, dark };
