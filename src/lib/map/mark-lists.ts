import type { Mark } from '#lib/domain/neighbourhood/marks.ts';

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
