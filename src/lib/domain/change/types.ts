import type { IdeaFacts } from '#lib/domain/idea/types.ts';

/** That something visible changed: its place in the log of the neighbourhood, and what to look at again. */
export interface Change {
  /** Counts from 1 without gaps; the order in which things became visible. */
  position: number;
  /** `idea.created`, `claim.changed`, … */
  kind: string;
  entity: string;
  id: string;
}

/** What an event of the live feed carries. */
export interface LiveChange {
  position: number;
  entity: string;
  id: string;
  /**
   * For an idea its public facts, null when it is gone or hidden. Left out when a later event of the same moment
   * carries them.
   */
  facts?: IdeaFacts | null;
}

/** Names of the events that tell of a change: EventSource hears only the names it was told. */
export const changeNames: readonly string[] = [
  'idea',
  'claim',
  'place',
  'organisation',
  'pearl',
  'gathering',
  'neighbourhood'
].flatMap((entity) => ['created', 'changed', 'removed'].map((verb) => `${entity}.${verb}`));
