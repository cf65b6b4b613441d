import type { Agreement } from '#lib/domain/idea/types.ts';
import type { ClaimSize, ClaimState, WeeklySlot } from './types.ts';

/** A claim as a party of it gets it back after a step. Days are YYYY-MM-DD, moments ISO 8601. */
export interface StoredClaim {
  id: string;
  wijk: string;
  ideaId: string;
  coalitionId: string;
  placeId: string;
  purpose: string;
  size: ClaimSize;
  startsOn: string;
  endsOn: string | null;
  weekly: WeeklySlot[] | null;
  state: ClaimState;
  held: boolean;
  answerBy: string | null;
  asksWhom: string | null;
  asksBefore: string | null;
  otherPlaceId: string | null;
  lookedAfterBy: string | null;
  nextCheckIn: string | null;
  realisedOn: string | null;
  version: number;
}

/** What the page of a claim shows beside the page of its idea, as `claim_page` gives it. */
export interface ClaimPage {
  id: string;
  ideaId: string;
  coalitionId: string;
  /** Somebody said once before that it was not done yet. */
  reopenedOnce: boolean;
  /** Which events of the idea's history are this claim's; newest first, ISO 8601. */
  events: { kind: string; at: string }[];
  /** Earlier versions of the agreement, newest first; the last one is in the idea's page. */
  earlier: Agreement[];
}
