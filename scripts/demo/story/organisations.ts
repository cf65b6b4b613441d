import { idOf } from '../ids.ts';
import type { Person } from './people.ts';

export interface OrganisationOfStory {
  key: string;
  name: string;
  kind: string;
  words: string;
  reach: string;
  /** WGS84, only for those with a place of their own in the story; beside its mark, on the same green. */
  spot: readonly [lon: number, lat: number] | null;
  people: readonly [Person, 'steward' | 'deputy' | 'member'][];
}

/** The clubs and organisations of the story, all invented; their kinds are words of the software. */
export const organisations = [
  {
    key: 'zevendak',
    name: 'Woonstichting Zevendak (voorbeeld)',
    kind: 'housing_association',
    words:
      'Wij verhuren huizen. Wij doen ook mee: met een lege kamer, een potje geld en een paar uur per week.',
    reach: 'Alle dagen bellen van 9 tot 12 uur. Bram antwoordt, Ingrid vervangt hem.',
    spot: [5.77634, 52.10266],
    people: [
      ['Bram', 'steward'],
      ['Ingrid', 'deputy']
    ]
  },
  {
    key: 'zandermeer',
    name: 'Gemeente Zandermeer (voorbeeld)',
    kind: 'municipality',
    words: 'Wij gaan over stoepen, veldjes en lampen.',
    reach: 'Ilse antwoordt, Tom vervangt haar.',
    spot: null,
    people: [
      ['Ilse', 'steward'],
      ['Tom', 'deputy']
    ]
  },
  {
    key: 'theemuts',
    name: 'Stichting De Theemuts (voorbeeld)',
    kind: 'meeting_place',
    words: 'Een kamer waar u binnen kunt lopen, ook zonder reden.',
    reach: 'Loop binnen en vraag naar Anja.',
    spot: [5.7726, 52.10039],
    people: [['Anja', 'steward']]
  },
  {
    key: 'lampje-aan',
    name: 'Welzijnswerk Lampje Aan (voorbeeld)',
    kind: 'welfare',
    words: 'Wij helpen ideeën verder. Noor is hier de droommakelaar.',
    reach: 'Noor, 16 uur per week.',
    spot: null,
    people: [['Noor', 'member']]
  },
  {
    key: 'trage-veter',
    name: 'Wandelclub Trage Veter (voorbeeld)',
    kind: 'club',
    words: 'Wij lopen langzaam en stoppen vaak.',
    reach: 'Vraag naar Wil of Mieke.',
    spot: null,
    people: [
      ['Wil', 'member'],
      ['Mieke', 'member']
    ]
  },
  {
    key: 'valse-noot',
    name: 'Muziekclub De Valse Noot (voorbeeld)',
    kind: 'club',
    words: 'Wij spelen op straat, op feest en bij koffie.',
    reach: 'Vraag naar Sjoerd.',
    spot: null,
    people: [['Sjoerd', 'member']]
  },
  {
    key: 'zilverdraad',
    name: 'Zorgteam Zilverdraad (voorbeeld)',
    kind: 'care',
    words: 'Wij komen bij mensen thuis en kennen de weg.',
    reach: 'Vraag naar Karin.',
    spot: null,
    people: [['Karin', 'member']]
  },
  {
    key: 'warme-bank',
    name: 'Kerkgroep De Warme Bank (voorbeeld)',
    kind: 'church',
    words: 'Wij zetten soep en stoelen klaar, voor iedereen.',
    reach: 'Vraag naar Hanna.',
    spot: null,
    people: [['Hanna', 'member']]
  },
  {
    key: 'gummetje',
    name: 'Schoolclub Het Gummetje (voorbeeld)',
    kind: 'school',
    words: 'Na schooltijd is ons zaaltje vrij.',
    reach: 'Vraag naar Petra.',
    spot: [5.7728, 52.10305],
    people: [
      ['Petra', 'steward'],
      ['second-contact', 'deputy']
    ]
  },
  {
    key: 'volle-pan',
    name: 'Eetclub De Volle Pan (voorbeeld)',
    kind: 'club',
    words: 'Wij koken groot en eten samen.',
    reach: 'Vraag naar Fatma.',
    spot: null,
    people: [['Fatma', 'member']]
  },
  {
    key: 'scheve-schroef',
    name: 'Klusgroep Scheve Schroef (voorbeeld)',
    kind: 'club',
    words: 'Wij maken kleine dingen in en om het huis.',
    reach: 'Vraag naar Gerrit.',
    spot: null,
    people: [['Gerrit', 'member']]
  },
  {
    key: 'dikke-worm',
    name: 'Tuinvrienden Dikke Worm (voorbeeld)',
    kind: 'club',
    words: 'Wij weten van grond, zaad en compost.',
    reach: 'Vraag naar Henk.',
    spot: null,
    people: [['Henk', 'member']]
  },
  {
    key: 'letterkoek',
    name: 'Taalclub Letterkoek (voorbeeld)',
    kind: 'club',
    words: 'Praten, lezen en koek. Niemand hoeft foutloos.',
    reach: 'Vraag naar Nasrin.',
    spot: null,
    people: [['Nasrin', 'member']]
  },
  {
    key: 'slag-in-het-wiel',
    name: 'Fietsmaat Slag-in-het-Wiel (voorbeeld)',
    kind: 'club',
    words: 'Wij maken fietsen en leren mensen fietsen.',
    reach: 'Vraag naar Kees.',
    spot: null,
    people: [['Kees', 'member']]
  },
  {
    key: 'stoep-en-straat',
    name: 'Projectteam Stoep & Straat (voorbeeld)',
    kind: 'project',
    words: 'Wij maken het oefenplan “Stoep en riool rond de Zandhoek” en beantwoorden vragen daarover.',
    reach: 'Vraag naar Ruben.',
    spot: null,
    people: [['Ruben', 'member']]
  }
] as const satisfies readonly OrganisationOfStory[];

export type OrganisationKey = (typeof organisations)[number]['key'];

/** The uuid of an organisation of the story. */
export function organisationId(key: OrganisationKey): string {
  return idOf('organisation', organisations.findIndex((organisation) => organisation.key === key) + 1);
}

/** Its name as it stands on the screen, with “(voorbeeld)”. */
export function organisationName(key: OrganisationKey): string {
  return organisations.find((organisation) => organisation.key === key)?.name ?? '';
}
