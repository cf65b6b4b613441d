import type { Geometry } from 'geojson';
import type { ClaimSize, ClaimState, ClaimActor, WeeklySlot } from '#lib/domain/claim/types.ts';
import type { Composition } from '#lib/domain/coalition/readiness.ts';
import type { Ground } from '#lib/domain/place/where.ts';
import type { PlaceFacts } from '#lib/domain/place/types.ts';

export type IdeaKind = 'wish' | 'report' | 'question';
export type IdeaState = 'open' | 'taken_up' | 'realised' | 'passed_on' | 'declined' | 'withdrawn';
export type CoalitionState = 'forming' | 'active' | 'completed' | 'resting' | 'dissolved';
export type NeedKind =
  'hands' | 'skill' | 'tools' | 'partner' | 'place' | 'permission' | 'key' | 'money' | 'insurance' | 'other';
/** How much somebody will do: "this I want too", make it together, help once, come when it is there, just say it. */
export type SupportDegree = 'want' | 'make' | 'help' | 'come' | 'say';
export type MemberRole = 'lead' | 'member' | 'partner' | 'supporter';

export const needKinds: readonly NeedKind[] = [
  'hands',
  'skill',
  'tools',
  'partner',
  'place',
  'permission',
  'key',
  'money',
  'insurance',
  'other'
];

/** A claim as lists and the ring need it. Dates are ISO 8601. */
export interface ClaimSummary {
  id: string;
  state: ClaimState;
  placeId: string;
  answerBy: string | null;
  granted: boolean;
  silent: boolean;
  size: ClaimSize;
  asksWhom: string | null;
  asksBefore: string | null;
  otherPlaceId: string | null;
  nextCheckIn: string | null;
}

export interface CoalitionSummary {
  id: string;
  state: CoalitionState;
  name: string | null;
  keptGoingSince: string | null;
  nextCheckIn: string | null;
  memberCount: number;
  lead: { name: string | null } | null;
}

/** The public facts of one idea, as `map_snapshot` and `idea_facts` give them. lon/lat are WGS84 degrees. */
export interface IdeaFacts {
  id: string;
  kind: IdeaKind;
  title: string;
  description: string;
  theme: string | null;
  size: ClaimSize;
  placeNeeded: boolean;
  placeId: string | null;
  state: IdeaState;
  lon: number | null;
  lat: number | null;
  shape: Geometry | null;
  street: string | null;
  ground: Ground | null;
  name: string | null;
  supportCount: number;
  helperCount: number;
  commentCount: number;
  readBefore: string | null;
  read: boolean;
  realisedOn: string | null;
  createdAt: string;
  changedAt: string;
  version: number;
  coalition: CoalitionSummary | null;
  claims: ClaimSummary[];
  nextStep: { what: string; who: string; due: string } | null;
  nextPromise: { what: string; who: string | null; due: string; organisation: string | null } | null;
  openNeeds: NeedKind[];
  answer: {
    kind: 'passed_on' | 'declined';
    organisation: string;
    number: string | null;
    reason: string | null;
  } | null;
  /** Whether somebody answered in public: that is what a question asks for. */
  answered: boolean;
  photo: string | null;
}

export interface Photo {
  id: string;
  description: string;
  width: number;
  height: number;
}

export interface Agreement {
  id: string;
  version: number;
  what: string;
  startsOn: string;
  endsOn: string | null;
  groupDoes: string[];
  ownerDoes: string[];
  conditions: string[];
  costs: string;
  insurance: string;
  ending: string;
  madeBy: 'coalition' | 'steward' | 'facilitator';
  createdAt: string;
  /** Null for whoever is not a party: private means absent. */
  keyHolder: string | null;
  whoToCall: string | null;
  confirmations: { side: 'coalition' | 'steward'; onPaper: boolean; at: string }[];
}

export interface ClaimDetail {
  id: string;
  coalitionId: string;
  purpose: string;
  size: ClaimSize;
  startsOn: string;
  endsOn: string | null;
  weekly: WeeklySlot[] | null;
  state: ClaimState;
  answerBy: string | null;
  silent: boolean;
  asksWhom: string | null;
  asksBefore: string | null;
  lookedAfterBy: string | null;
  nextCheckIn: string | null;
  realisedOn: string | null;
  version: number;
  place: PlaceFacts;
  otherPlace: { id: string; name: string } | null;
  rivals: { ideaId: string; title: string; state: ClaimState }[];
  agreement: Agreement | null;
}

export interface HistoryEvent {
  kind: string;
  entity: string;
  role: string;
  label: string | null;
  organisation: string | null;
  reason: string | null;
  detail: Record<string, unknown>;
  at: string;
}

/** Everything the page of one idea shows, as `idea_page` gives it. */
export interface IdeaPage extends IdeaFacts {
  wijk: string;
  original: string | null;
  language: string;
  canDo: string | null;
  hidden: boolean;
  relayed: boolean;
  location: Geometry | null;
  movedToStreet: boolean;
  moderation: string | null;
  place: PlaceFacts | null;
  needs: {
    id: string;
    kind: NeedKind;
    words: string;
    amount: number | null;
    covered: boolean;
    coveredBy: string | null;
    organisation: string | null;
  }[];
  members: {
    id: string;
    role: MemberRole;
    name: string | null;
    says: string | null;
    organisation: { id: string; name: string } | null;
    joinedAt: string;
  }[];
  composition: Composition | null;
  claimDetails: ClaimDetail[];
  promises: {
    id: string;
    what: string;
    due: string;
    name: string | null;
    organisation: string | null;
    done: boolean;
    dropped: boolean;
  }[];
  updates: {
    id: string;
    kind: 'news' | 'answer' | 'realised';
    body: string;
    name: string | null;
    organisation: string | null;
    photo: Photo | null;
    at: string;
  }[];
  photos: Photo[];
  comments: { id: string; body: string; name: string | null; at: string }[];
  checkIns: {
    askedOn: string;
    answeredAt: string | null;
    answer: 'going' | 'needs_help' | 'stopped' | null;
    words: string | null;
  }[];
  history: HistoryEvent[];
}

/** What the person looking is and did in one idea. */
export interface MyPart {
  author: boolean;
  followCode: string | null;
  support: SupportDegree | null;
  channel: 'self' | 'call' | 'card' | 'mail' | 'none' | null;
  member: { id: string; role: MemberRole; name: string | null } | null;
  promises: string[];
  hats: Record<string, ClaimActor[]>;
  facilitator: boolean;
}
