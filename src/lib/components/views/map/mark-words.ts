import { m } from '#messages';
import { decodeRing, stageOf } from '#lib/domain/chain/ring.ts';
import type { StepName } from '#lib/domain/chain/pearl.ts';
import type { Mark, MarkKind } from '#lib/domain/neighbourhood/marks.ts';

const steps: Record<StepName, () => string> = {
  idea: m.map_kind_idea,
  group: m.map_kind_group,
  place_asked: m.map_kind_place_asked,
  agreements: m.map_kind_agreements,
  realised: m.map_kind_realised,
  kept_going: m.map_kind_kept_going
};

const kinds: Record<Exclude<MarkKind, 'idea'>, () => string> = {
  report: m.map_kind_report,
  question: m.map_kind_question,
  place: m.map_kind_place,
  organisation: m.map_kind_organisation,
  pearl: m.map_kind_pearl
};

/** What a mark is, and how far, in a few words. */
export function kindWords(mark: Pick<Mark, 'kind' | 'ring'>): string {
  if (mark.kind !== 'idea') return kinds[mark.kind]();
  return steps[mark.ring ? stageOf(decodeRing(mark.ring)) : 'idea']();
}

/** A mark in words: "Een bank halverwege de Zandhoek: gelukt". */
export function markWords(mark: Pick<Mark, 'kind' | 'ring' | 'title'>): string {
  return m.map_mark({ title: mark.title, what: kindWords(mark) });
}

/** How many there are on this part of the map. */
export function inViewWords(count: number): string {
  if (count === 0) return m.map_in_view_none();
  return count === 1 ? m.map_in_view_one() : m.map_in_view({ count });
}
