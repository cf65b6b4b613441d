import type { Geometry } from 'geojson';
import type { NeighbourhoodView } from './view.ts';

export type MarkKind = 'idea' | 'report' | 'question' | 'place' | 'organisation' | 'pearl';

/** Something that stands on the map. lon/lat are WGS84 degrees; ring is a code of encodeRing. */
export interface Mark {
  id: string;
  kind: MarkKind;
  lon: number;
  lat: number;
  title: string;
  ring?: string;
  icon: string;
  example: boolean;
  href: string;
  shape?: Geometry;
}

/** Everything of a neighbourhood that has a place on its map. */
export function marksOf(view: NeighbourhoodView): Mark[] {
  const { snapshot, summaries } = view;
  const base = `/${snapshot.neighbourhood.slug}`;
  const marks: Mark[] = [];
  for (const place of snapshot.places) {
    const { id, name: title, lon, lat, icon, example } = place;
    marks.push({ id, kind: 'place', lon, lat, title, icon, example, href: `${base}/places/${id}` });
  }
  for (const { id, name: title, lon, lat, example } of snapshot.organisations) {
    if (lon === null || lat === null) continue;
    const href = `${base}/organisations/${id}`;
    marks.push({ id, kind: 'organisation', lon, lat, title, icon: 'handshake', example, href });
  }
  for (const { id, title, lon, lat, example } of snapshot.pearls) {
    if (lon === null || lat === null) continue;
    marks.push({ id, kind: 'pearl', lon, lat, title, icon: 'star', example, href: `${base}/pearls/${id}` });
  }
  for (const idea of snapshot.ideas) {
    const summary = summaries.get(idea.id);
    if (idea.lon === null || idea.lat === null || !summary || idea.state === 'declined') continue;
    marks.push({
      id: idea.id,
      kind: idea.kind === 'wish' ? 'idea' : idea.kind,
      lon: idea.lon,
      lat: idea.lat,
      title: idea.title,
      ring: summary.ring,
      icon: summary.icon,
      example: false,
      href: `${base}/ideas/${idea.id}`,
      ...(idea.shape ? { shape: idea.shape } : {})
    });
  }
  return marks;
}
