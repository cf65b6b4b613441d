import { idOf } from '../ids.ts';

/** Everybody of the story, by first name; the order gives the uuid. */
const names = [
  'Riet',
  'Fatma',
  'Anja',
  'Bram',
  'Ilse',
  'Noor',
  'Ruben',
  'Sanne',
  'Lies',
  'Samira',
  'Petra',
  'Koos',
  'Teun',
  'Wil',
  'Kasia',
  'Els',
  'Sjoerd',
  'Bep',
  'Marek',
  'Hanna',
  'Daan',
  'Gerrit',
  'Nasrin',
  'Yusuf',
  'Mieke',
  'Joop',
  'Henk',
  'Kees',
  'Karin',
  'Ingrid',
  'Tom'
] as const;

/** Who does not want to be named, and whom the story does not name. */
const unnamed = [
  'dog-walker',
  'learner',
  'scooter-rider',
  'walker',
  'three-young-people',
  'table-helper',
  'looker-on',
  'trailer-owner',
  'second-contact'
] as const;

export type Name = (typeof names)[number];
export type Unnamed = (typeof unnamed)[number];
export type Person = Name | Unnamed;

const everybody: readonly Person[] = [...names, ...unnamed];

export interface ParticipantOfStory {
  person: Person;
  id: string;
  firstName: string | null;
  /** Language the pages are shown in. */
  language: string;
}

export const participants: readonly ParticipantOfStory[] = everybody.map((person, index) => ({
  person,
  id: idOf('participant', index + 1),
  firstName: (names as readonly string[]).includes(person) ? person : null,
  language: 'nl'
}));

/** The uuid of somebody of the story. */
export function personId(person: Person): string {
  return idOf('participant', everybody.indexOf(person) + 1);
}

/** The name as the public may see it: none for who stays unnamed. */
export function shownName(person: Person): string | null {
  return participants[everybody.indexOf(person)]?.firstName ?? null;
}

/** People who take part for their work; they do not count as residents of a group. */
export const professionals: readonly Person[] = [
  'Bram',
  'Ilse',
  'Noor',
  'Ruben',
  'Sanne',
  'Karin',
  'Ingrid',
  'Tom'
];

/** Who has an account, beside the address it signs in with; `.invalid` never receives mail. */
export const accounts: readonly [Person, string][] = [
  ...(['Fatma', 'Anja', 'Bram', 'Ilse', 'Noor', 'Ruben', 'Sanne', 'Petra', 'Ingrid', 'Tom'] as const).map(
    (name): [Person, string] => [name, `${name.toLowerCase()}@voorbeeld.invalid`]
  ),
  ['second-contact', 'tweede-contact@voorbeeld.invalid']
];

export const memberships: readonly [Person, 'facilitator' | 'planner' | 'administrator'][] = [
  ['Noor', 'facilitator'],
  ['Ruben', 'planner'],
  ['Sanne', 'administrator']
];

/** How many people without a name support ideas: those of the gathering, and neighbours. */
export const supporterCount = 40;
