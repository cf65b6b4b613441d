import type { Geometry } from 'geojson';
import { needKinds, type NeedKind } from './types.ts';

/** What is being said: an idea, something broken, something that is good as it is. */
export const draftKinds = ['wish', 'report', 'pearl'] as const;
export type DraftKind = (typeof draftKinds)[number];

/** An idea that is being written; travels from screen to screen in the form itself, so that nothing typed is lost. */
export interface IdeaDraft {
  /** Made before the first send, so that sending twice is the same thing twice. */
  id: string;
  kind: DraftKind;
  text: string;
  /** GeoJSON as text; empty while no spot is chosen. */
  location: string;
  /** The place this is about, when somebody came from a place. */
  placeId: string;
  anywhere: boolean;
  theme: string;
  needs: NeedKind[];
  canDo: string;
  name: string;
  /** Somebody looked at what is alike and said theirs is different. */
  different: boolean;
}

export const draftFields = ['id', 'kind', 'text', 'location', 'placeId', 'theme', 'canDo', 'name'] as const;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The draft a form carries; what is malformed counts as not filled in. */
export function draftFrom(form: { get(name: string): unknown; getAll(name: string): unknown[] }): IdeaDraft {
  const text = (name: string) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  const id = text('id');
  return {
    id: uuid.test(id) ? id : crypto.randomUUID(),
    kind: draftKinds.find((kind) => kind === text('kind')) ?? 'wish',
    text: text('text'),
    location: text('location'),
    placeId: uuid.test(text('placeId')) ? text('placeId') : '',
    anywhere: text('anywhere') === '1',
    theme: text('theme'),
    needs: needKinds.filter((kind) => form.getAll('needs').includes(kind)),
    canDo: text('canDo'),
    name: text('name'),
    different: text('different') === '1'
  };
}

/** The geometry of a draft; null when there is none or it is not GeoJSON. */
export function geometryOf(draft: Pick<IdeaDraft, 'location'>): Geometry | null {
  if (!draft.location) return null;
  try {
    const value: unknown = JSON.parse(draft.location);
    return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value
      ? (value as Geometry)
      : null;
  } catch {
    return null;
  }
}

/** A point of a geometry to describe it by: the point itself, or its first corner; [lon, lat]. */
export function pointOf(geometry: Geometry | null): [number, number] | null {
  if (!geometry || geometry.type === 'GeometryCollection') return null;
  let value: unknown = geometry.coordinates;
  while (Array.isArray(value) && Array.isArray(value[0])) value = value[0];
  if (!Array.isArray(value)) return null;
  const [lon, lat] = value as unknown[];
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : null;
}
