import type { OrganisationKey } from './organisations.ts';
import type { Person } from './people.ts';
import type { PlaceKey } from './places.ts';
import type { DrawingKey } from './pictures.ts';

/** A day of the story: D is the day on which the demo starts, -42 is six weeks before it. */
export type StoryDay = number;

export type NeedKind =
  'hands' | 'skill' | 'tools' | 'partner' | 'place' | 'permission' | 'key' | 'money' | 'insurance' | 'other';

/** What an idea needs; `by` is set when somebody covers it. */
export interface NeedOfStory {
  kind: NeedKind;
  words?: string;
  amount?: number;
  by?: string | OrganisationKey;
  on?: StoryDay;
}

export interface MemberOfStory {
  person?: Person;
  organisation?: OrganisationKey;
  role?: 'lead' | 'member' | 'partner';
  on?: StoryDay;
  says?: string;
  /** Takes part without a name. */
  isUnnamed?: boolean;
}

export interface GroupOfStory {
  state: 'forming' | 'active' | 'completed' | 'resting';
  since: StoryDay;
  told?: string;
  members: readonly MemberOfStory[];
  keptGoingSince?: StoryDay;
  lookedAfterBy?: string;
  nextCheckIn?: StoryDay;
}

export type ClaimState =
  | 'requested'
  | 'in_talks'
  | 'granted'
  | 'refused'
  | 'in_progress'
  | 'realised'
  | 'in_stewardship'
  | 'released';

export interface ClaimMove {
  to: ClaimState;
  on: StoryDay;
  by: Person;
  /** A reason or a quote, in somebody's own words. */
  words?: string;
  /** The whole sentence of the history, where the usual one would not do. */
  told?: string;
}

export interface WeeklySlot {
  /** Monday is 1. */
  day: number;
  from: string;
  to: string;
}

export interface AgreementOfStory {
  madeBy: 'coalition' | 'steward';
  proposedOn: StoryDay;
  what: string;
  groupDoes: readonly string[];
  ownerDoes: readonly string[];
  conditions: readonly string[];
  costs: string;
  insurance: string;
  ending: string;
  keyHolder: string;
  whoToCall: string;
  onPaper?: boolean;
}

export interface ClaimOfStory {
  place: PlaceKey;
  purpose: string;
  size: 'small' | 'lasting';
  /** Days of the story, or the Friday on or after D+14. */
  starts: StoryDay | 'first-friday';
  ends?: StoryDay;
  weekly?: readonly WeeklySlot[];
  path: readonly ClaimMove[];
  /** When the answer was promised; by default 14 days, or 7 for something small. */
  answerBy?: StoryDay;
  silentSince?: StoryDay;
  otherPlace?: PlaceKey;
  agreement?: AgreementOfStory;
}

/** Something that happened and does not follow from the rest. */
export interface HappeningOfStory {
  on: StoryDay;
  kind:
    | 'noted'
    | 'passed_on'
    | 'declined'
    | 'withdrawn'
    | 'need_covered'
    | 'handed_over'
    | 'realised'
    | 'kept_going'
    | 'completed'
    | 'rested';
  role: 'author' | 'participant' | 'member' | 'lead' | 'partner' | 'steward' | 'facilitator' | 'clock';
  by?: Person;
  /** The name that is shown, when it is not that of who did it. */
  label?: Person;
  organisation?: OrganisationKey;
  words?: string;
  told?: string;
  /** Which of the idea's needs somebody covers, counted from 0. */
  coversNeed?: number;
  detail?: Readonly<Record<string, string | number | boolean>>;
}

export interface UpdateOfStory {
  on: StoryDay;
  kind: 'news' | 'answer' | 'realised';
  body: string;
  by?: Person;
  organisation?: OrganisationKey;
  picture?: DrawingKey;
}

export interface StepOfStory {
  /** What comes after “Joop: ”. */
  what: string;
  who: string;
  due: StoryDay | 'first-friday';
  /** Who promised it, when a member or an organisation did: it then is a promise of the group as well. */
  promise?: { by: Person; organisation?: OrganisationKey; on: StoryDay };
}

export interface IdeaOfStory {
  number: number;
  kind?: 'wish' | 'report' | 'question';
  size: 'small' | 'lasting';
  placeNeeded: boolean;
  place?: PlaceKey;
  state: 'open' | 'taken_up' | 'realised' | 'passed_on' | 'declined' | 'withdrawn';
  created: StoryDay;
  /** Local time at which it was said. */
  createdAt?: string;
  realised?: StoryDay;
  author: Person;
  enteredBy?: Person;
  consent?: string;
  canDo?: string;
  language?: string;
  follow: 'self' | 'call' | 'card' | 'none';
  code: string;
  /** How many others say “dit wil ik ook”, and what else some of them will do. */
  support: number;
  helpers?: number;
  needs: readonly NeedOfStory[];
  group?: GroupOfStory;
  claims?: readonly ClaimOfStory[];
  happenings?: readonly HappeningOfStory[];
  updates?: readonly UpdateOfStory[];
  checkIns?: readonly { on: StoryDay; answer?: 'going'; words?: string }[];
  comments?: readonly { on: StoryDay; by: Person; body: string }[];
  steps?: readonly StepOfStory[];
  answer?: {
    kind: 'passed_on' | 'declined';
    organisation: OrganisationKey;
    number?: string;
    reason?: string;
    calledFirst?: boolean;
    on: StoryDay;
  };
}
