import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import { inReadingOrder, marksOf, type Mark } from '#lib/domain/neighbourhood/marks.ts';
import type { Snapshot, Theme } from '#lib/domain/neighbourhood/types.ts';

/** Ideas that changed since a page was made, by id; null is gone. */
export type IdeaChanges = ReadonlyMap<string, IdeaFacts | null>;

/** A list of ideas with what changed since: changed ones in their place, new ones first, those that are gone left out. */
export function mergeIdeas(ideas: readonly IdeaFacts[], changes: IdeaChanges): IdeaFacts[] {
  const known = new Set(ideas.map(({ id }) => id));
  const fresh = [...changes.values()]
    .filter((idea): idea is IdeaFacts => idea !== null && !known.has(idea.id))
    .sort((one, other) => (one.createdAt < other.createdAt ? 1 : -1));
  const rest = ideas.flatMap((idea) => {
    const changed = changes.get(idea.id);
    if (changed === undefined) return idea;
    return changed ?? [];
  });
  return [...fresh, ...rest];
}

/** The marks of a map with what changed since, in reading order. */
export function mergeMarks(
  marks: readonly Mark[],
  changes: IdeaChanges,
  wijk: string,
  themes: readonly Theme[]
): Mark[] {
  if (changes.size === 0) return [...marks];
  const changed = [...changes.values()].filter((idea) => idea !== null);
  return inReadingOrder([
    ...marks.filter(({ id }) => !changes.has(id)),
    ...marksOf(onlyIdeas(changed, wijk, themes))
  ]);
}

function onlyIdeas(ideas: IdeaFacts[], slug: string, themes: readonly Theme[]): Snapshot {
  return {
    position: 0,
    neighbourhood: {
      id: '',
      slug,
      name: '',
      kind: 'wijk',
      sentence: {},
      contact: {},
      languages: [],
      demo: false,
      timeZone: '',
      settings: {},
      border: { type: 'MultiPolygon', coordinates: [] }
    },
    themes: [...themes],
    ideas,
    places: [],
    organisations: [],
    pearls: [],
    gatherings: [],
    offerCount: 0
  };
}
