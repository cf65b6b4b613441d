import type { SummaryContext } from '#lib/domain/idea/summary.ts';
import type { Snapshot } from './types.ts';

/** The names that summaries need, as plain data that a page can carry. */
export interface ContextNames {
  facilitator: string;
  icons: Record<string, string>;
  stewards: Record<string, { id: string; name: string }>;
}

/** The names of a neighbourhood; stewards only of places that somebody asked, to keep pages small. */
export function contextNames(snapshot: Snapshot): ContextNames {
  const asked = new Set(snapshot.ideas.flatMap((idea) => idea.claims.map((claim) => claim.placeId)));
  const stewards: ContextNames['stewards'] = {};
  for (const place of snapshot.places) {
    if (place.steward && asked.has(place.id)) stewards[place.id] = place.steward;
  }
  return {
    facilitator: snapshot.neighbourhood.contact.name ?? '',
    icons: Object.fromEntries(snapshot.themes.map((theme) => [theme.key, theme.icon])),
    stewards
  };
}

/** The context of summaries from plain names. */
export function summaryContext(names: ContextNames): SummaryContext {
  return {
    facilitator: names.facilitator,
    stewardOf: (placeId) => names.stewards[placeId] ?? null,
    iconOf: (theme) => (theme ? names.icons[theme] : undefined) ?? 'lightbulb'
  };
}
