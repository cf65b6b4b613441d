import type { MultiPolygon } from 'geojson';
import type { IdeaFacts, MemberRole } from '#lib/domain/idea/types.ts';
import type { PlaceFacts } from '#lib/domain/place/types.ts';
import type { OrganisationFacts } from '#lib/domain/organisation/types.ts';
import type { Ground } from '#lib/domain/place/where.ts';

/** Text in several languages, by language code; Dutch is always there. */
export type Translated = Record<string, string>;

export interface Theme {
  key: string;
  names: Translated;
  icon: string;
}

/** The person who helps ideas on: a first name and how to reach them. */
export interface FacilitatorContact {
  name?: string;
  organisation?: string;
  hours?: number;
  reach?: Translated;
}

export interface Neighbourhood {
  id: string;
  slug: string;
  name: string;
  kind: 'wijk' | 'dorp' | 'buurt';
  sentence: Translated;
  contact: FacilitatorContact;
  languages: string[];
  demo: boolean;
  timeZone: string;
  settings: {
    answer_days?: number;
    lasting_residents?: number;
    lasting_households?: number;
    check_in_weeks?: number;
  };
  border: MultiPolygon;
}

/** Something residents say is good as it is. */
export interface Pearl {
  id: string;
  title: string;
  why: string;
  street: string | null;
  ground: Ground | null;
  lon: number | null;
  lat: number | null;
  name: string | null;
  example: boolean;
}

/** A dated moment to come along to. */
export interface Gathering {
  id: string;
  title: string;
  ideaId: string | null;
  placeId: string | null;
  where: string;
  words: string;
  startsAt: string;
  endsAt: string | null;
}

/** Everything a visitor may see of a neighbourhood, with the position of the change log it belongs to. */
export interface Snapshot {
  position: number;
  neighbourhood: Neighbourhood;
  themes: Theme[];
  ideas: IdeaFacts[];
  places: PlaceFacts[];
  organisations: OrganisationFacts[];
  pearls: Pearl[];
  gatherings: Gathering[];
  offerCount: number;
}

export type StaffRole = 'facilitator' | 'planner' | 'administrator';

/** What the person looking has in this neighbourhood, as `my_overview` gives it. */
export interface MyOverview {
  firstName: string | null;
  email: string | null;
  roles: StaffRole[];
  organisations: { id: string; name: string; mandate: 'steward' | 'deputy' | 'member' }[];
  ideas: IdeaFacts[];
  coalitions: IdeaFacts[];
  inbox: {
    claimId: string;
    ideaId: string;
    title: string;
    purpose: string;
    state: 'requested' | 'in_talks';
    size: 'small' | 'lasting';
    place: string;
    answerBy: string | null;
    silent: boolean;
  }[];
  toRead: IdeaFacts[];
  promises: { id: string; ideaId: string; what: string; due: string }[];
}

export type { MemberRole };

/** The text in the asked language, else Dutch, else any. */
export function translated(text: Translated | undefined, language: string): string {
  if (!text) return '';
  return text[language] ?? text['nl'] ?? Object.values(text)[0] ?? '';
}
