import { isSeeking, type Listable } from './listing.ts';
import { marksOf, type Mark } from './marks.ts';
import { contextNames, summaryContext, type ContextNames } from './context.ts';
import { summaryOf, type IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { Gathering, Snapshot } from './types.ts';

/** A snapshot as pages need it, composed once per position of the change log. */
export interface NeighbourhoodView {
  snapshot: Snapshot;
  names: ContextNames;
  listable: Listable;
  summaries: ReadonlyMap<string, IdeaSummary>;
  /** Every mark, in reading order. */
  readonly marks: readonly Mark[];
  /** What the first screen says of all ideas. */
  readonly ideas: IdeasOfFirstScreen;
}

const views = new WeakMap<Snapshot, NeighbourhoodView>();

/** Makes something when it is first asked for: not every page needs what is made of all ideas. */
function once<Result>(make: () => Result): () => Result {
  let made: { result: Result } | undefined;
  return () => (made ??= { result: make() }).result;
}

/** The view of a snapshot; the same snapshot gives the same view. */
export function viewOf(snapshot: Snapshot): NeighbourhoodView {
  const known = views.get(snapshot);
  if (known) return known;
  const names = contextNames(snapshot);
  const context = summaryContext(names);
  const ideas = snapshot.ideas.map((idea) => summaryOf(idea, context));
  const marks = once(() => marksOf(snapshot));
  const ofFirstScreen = once(() => ideasOfFirstScreen(ideas));
  const view: NeighbourhoodView = {
    snapshot,
    names,
    listable: {
      ideas,
      descriptions: new Map(snapshot.ideas.map((idea) => [idea.id, idea.description])),
      places: snapshot.places,
      organisations: snapshot.organisations,
      pearls: snapshot.pearls
    },
    summaries: new Map(ideas.map((idea) => [idea.id, idea])),
    get marks() {
      return marks();
    },
    get ideas() {
      return ofFirstScreen();
    }
  };
  views.set(snapshot, view);
  return view;
}

interface IdeasOfFirstScreen {
  succeeded: IdeaSummary[];
  seeking: IdeaSummary[];
  placeless: IdeaSummary[];
  realisedCount: number;
}

/** What the first screen shows before its list. */
export interface FirstScreen extends Omit<IdeasOfFirstScreen, 'realisedCount'> {
  moments: Gathering[];
  momentsAreThisWeek: boolean;
  numbers: { ideas: number; realised: number; helpers: number };
}

function ideasOfFirstScreen(ideas: readonly IdeaSummary[]): IdeasOfFirstScreen {
  const realised = ideas.filter((idea) => idea.state === 'realised');
  const succeeded = realised.toSorted(
    (one, other) =>
      Number(other.photo !== null) - Number(one.photo !== null) ||
      (other.realisedOn ?? '').localeCompare(one.realisedOn ?? '')
  );
  return {
    succeeded: succeeded.slice(0, 3),
    seeking: ideas.filter(isSeeking).slice(0, 4),
    placeless: ideas.filter((idea) => !idea.hasPlace && idea.state !== 'declined'),
    realisedCount: realised.length
  };
}

const dayMilliseconds = 86_400_000;

/**
 * One thing that succeeded (with a picture first, the newest first), the moments of the coming seven days (or the
 * next ones when there are none), and who is looking for something.
 */
export function firstScreen(view: NeighbourhoodView, now: Date): FirstScreen {
  const { realisedCount, ...ideas } = view.ideas;
  const coming = view.snapshot.gatherings.filter(
    (moment) => new Date(moment.endsAt ?? moment.startsAt).getTime() >= now.getTime()
  );
  const thisWeek = coming.filter(
    (moment) => new Date(moment.startsAt).getTime() < now.getTime() + 7 * dayMilliseconds
  );
  return {
    ...ideas,
    moments: (thisWeek.length > 0 ? thisWeek : coming).slice(0, 4),
    momentsAreThisWeek: thisWeek.length > 0,
    numbers: {
      ideas: view.listable.ideas.length,
      realised: realisedCount,
      helpers: view.snapshot.offerCount
    }
  };
}
