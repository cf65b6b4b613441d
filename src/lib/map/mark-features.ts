import type { Feature, FeatureCollection, Geometry, Point } from 'geojson';
import type { Mark, MarkKind } from '#lib/domain/neighbourhood/marks.ts';
import { gathers } from './mark-lists.ts';
import { lookKey } from './mark-look.ts';

/** A mark as the live map knows it. Properties are plain values: they travel to another thread and back. */
export interface MarkProperties {
  id: string;
  kind: MarkKind;
  look: string;
  title: string;
  seat: number;
  rank: number;
}

export type MarkFeature = Feature<Point, MarkProperties> & { id: string };

/** One feature for each mark, in the order given; `seats` as seatsOf gives them. */
export function markFeatures(marks: readonly Mark[], seats: ReadonlyMap<string, number>): MarkFeature[] {
  return marks.map((mark) => ({
    type: 'Feature',
    id: mark.id,
    properties: {
      id: mark.id,
      kind: mark.kind,
      look: lookKey(mark),
      title: mark.title,
      seat: seats.get(mark.id) ?? 0,
      rank: mark.ring ? mark.ring.replaceAll(/[^d]/g, '').length : 0
    },
    geometry: { type: 'Point', coordinates: [mark.lon, mark.lat] }
  }));
}

/** Lines and areas of ideas, to be drawn under the marks. */
export function shapeFeatures(marks: readonly Mark[]): FeatureCollection<Geometry, { id: string }> {
  return {
    type: 'FeatureCollection',
    features: marks.flatMap((mark) =>
      mark.shape && gathers(mark.kind)
        ? [{ type: 'Feature' as const, properties: { id: mark.id }, geometry: mark.shape }]
        : []
    )
  };
}

export interface MarkChanges {
  added: MarkFeature[];
  /** Those of `added` that were not there before under another look or in another spot. */
  arrived: MarkFeature[];
  removed: string[];
}

/** What changed between two sets of features. One that changed is removed and added: features are small. */
export function changesBetween(before: readonly MarkFeature[], after: readonly MarkFeature[]): MarkChanges {
  const known = new Map(before.map((feature) => [feature.id, feature]));
  const kept = new Set(after.map((feature) => feature.id));
  const added = after.filter((feature) => {
    const old = known.get(feature.id);
    return !old || !isSame(old, feature);
  });
  return {
    added,
    arrived: added.filter((feature) => !known.has(feature.id)),
    removed: [
      ...before.filter((feature) => !kept.has(feature.id)).map((feature) => feature.id),
      ...added.filter((feature) => known.has(feature.id)).map((feature) => feature.id)
    ]
  };
}

function isSame(a: MarkFeature, b: MarkFeature): boolean {
  const [one, other] = [a.properties, b.properties];
  return (
    one.look === other.look &&
    one.title === other.title &&
    one.seat === other.seat &&
    a.geometry.coordinates[0] === b.geometry.coordinates[0] &&
    a.geometry.coordinates[1] === b.geometry.coordinates[1]
  );
}
