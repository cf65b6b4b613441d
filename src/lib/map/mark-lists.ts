import { clusterAbove, type Mark, type MarkKind } from '#lib/domain/neighbourhood/marks.ts';
import type { Cluster } from '#lib/geo/clusters.ts';

/** Ideas, reports and questions gather into clusters; the rest stand alone in a source of their own. */
export function gathers(kind: MarkKind): boolean {
  return kind === 'idea' || kind === 'report' || kind === 'question';
}

/** Marks by their ids. */
export function marksById(marks: readonly Mark[]): ReadonlyMap<string, Mark> {
  return new Map(marks.map((mark) => [mark.id, mark]));
}

/** Marks with newer ones in their place, and what is new after them. */
export function withNewer(marks: readonly Mark[], newer: readonly Mark[]): readonly Mark[] {
  const byId = new Map(newer.map((mark) => [mark.id, mark]));
  const known = new Set(marks.map(({ id }) => id));
  return [...marks.map((mark) => byId.get(mark.id) ?? mark), ...newer.filter(({ id }) => !known.has(id))];
}

/** What the drawn map shows. */
interface Drawn {
  marks: readonly Mark[];
  clusters: readonly Cluster[];
}

/**
 * Remembers the marks of the drawn map while the live map has thousands: as many links would be slow, seen or not.
 * One instance belongs to one map.
 */
export class DrawnMarks {
  #last: Drawn | null = null;

  /** These marks and clusters when they are few enough to be drawn, else the last that were. */
  of(marks: readonly Mark[], clusters: readonly Cluster[]): Drawn {
    const isFew = marks.length <= clusterAbove || clusters.length > 0;
    if (isFew || !this.#last) this.#last = { marks: isFew ? marks : marks.slice(0, clusterAbove), clusters };
    return this.#last;
  }
}
