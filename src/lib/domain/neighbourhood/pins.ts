import type { Geometry } from 'geojson';
import { marksOf, pageOf, type Mark, type MarkKind } from './marks.ts';
import type { Snapshot } from './types.ts';

/**
 * Every pin of a neighbourhood as it goes to the map: one array per property, all of the same length, which is a third
 * smaller than a list of objects and quicker to read. lon/lat are WGS84 degrees.
 */
export interface Pins {
  /** Position of the change log they belong to; the live feed goes on from here. */
  position: number;
  id: string[];
  lon: number[];
  lat: number[];
  kind: MarkKind[];
  /** Of an idea how far it is, see `encodeRing`; '' for anything else. */
  ring: string[];
  /** A key of `themeIcons`. */
  icon: string[];
  title: string[];
  /** Of an idea its theme's key; '' without one. */
  theme: string[];
  /** An invented thing of a demo: 1 or 0. */
  example: (0 | 1)[];
  /** By id the line or area of the few that are more than a point. */
  shape: Record<string, Geometry>;
}

/** About a decimetre. */
const decimals = 6;
const shorten = (degrees: number) => Number(degrees.toFixed(decimals));

/** The pins of a snapshot, in reading order. What has no place has no pin. */
export function pinsOf(snapshot: Snapshot): Pins {
  const themes = new Map(snapshot.ideas.map((idea) => [idea.id, idea.theme ?? '']));
  const marks = marksOf(snapshot, () => '');
  return {
    position: snapshot.position,
    id: marks.map(({ id }) => id),
    lon: marks.map(({ lon }) => shorten(lon)),
    lat: marks.map(({ lat }) => shorten(lat)),
    kind: marks.map(({ kind }) => kind),
    ring: marks.map(({ ring }) => ring ?? ''),
    icon: marks.map(({ icon }) => icon),
    title: marks.map(({ title }) => title),
    theme: marks.map(({ id }) => themes.get(id) ?? ''),
    example: marks.map(({ example }) => (example ? 1 : 0)),
    shape: Object.fromEntries(marks.flatMap(({ id, shape }) => (shape ? [[id, shape]] : [])))
  };
}

/** The pins as marks for a map, in the same order. */
export function marksFromPins(pins: Pins, wijk: string): Mark[] {
  return pins.id.map((id, index) => {
    const kind = pins.kind[index] ?? 'idea';
    const ring = pins.ring[index];
    const shape = pins.shape[id];
    return {
      id,
      kind,
      lon: pins.lon[index] ?? 0,
      lat: pins.lat[index] ?? 0,
      title: pins.title[index] ?? '',
      icon: pins.icon[index] ?? '',
      example: pins.example[index] === 1,
      href: pageOf(wijk, kind, id),
      ...(ring ? { ring } : {}),
      ...(shape ? { shape } : {})
    };
  });
}
