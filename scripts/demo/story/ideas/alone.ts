import type { IdeaOfStory } from '../idea.ts';

/** Ideas without a group: 10, 15, 17, 21, 24 and 26. */
export const ideasWithoutGroup: readonly IdeaOfStory[] = [
  {
    number: 10,
    kind: 'report',
    size: 'small',
    placeNeeded: false,
    state: 'passed_on',
    created: -42,
    createdAt: '14:36',
    author: 'dog-walker',
    follow: 'none',
    code: 'MAAN-40',
    support: 4,
    needs: [],
    happenings: [
      { on: -42, kind: 'noted', role: 'author', told: 'Gezegd op de bijeenkomst.' },
      {
        on: -40,
        kind: 'passed_on',
        role: 'facilitator',
        by: 'Noor',
        organisation: 'zandermeer',
        told: 'Noor: dit is een melding. Doorgegeven aan Gemeente Zandermeer (voorbeeld), oefennummer 0001.',
        detail: { number: '0001' }
      }
    ],
    answer: {
      kind: 'passed_on',
      organisation: 'zandermeer',
      number: '0001',
      reason: 'Dit is een melding. Het is een oefennummer.',
      on: -40
    },
    steps: [{ what: 'laten weten wat er gebeurt', who: 'Ilse', due: 6 }]
  },
  {
    number: 15,
    size: 'lasting',
    placeNeeded: true,
    state: 'declined',
    created: -42,
    createdAt: '14:44',
    author: 'Marek',
    follow: 'self',
    code: 'EGEL-51',
    support: 6,
    needs: [],
    happenings: [
      {
        on: -28,
        kind: 'noted',
        role: 'steward',
        by: 'Ilse',
        organisation: 'zandermeer',
        told: 'Ilse belde eerst met Marek.'
      },
      {
        on: -27,
        kind: 'declined',
        role: 'steward',
        by: 'Ilse',
        organisation: 'zandermeer',
        words:
          'Er is hier geen veld dat groot genoeg is en ver genoeg van kinderen ligt. Vindt u een andere plek? Dan kijken wij opnieuw.'
      }
    ],
    answer: {
      kind: 'declined',
      organisation: 'zandermeer',
      reason:
        'Er is hier geen veld dat groot genoeg is en ver genoeg van kinderen ligt. Vindt u een andere plek? Dan kijken wij opnieuw.',
      calledFirst: true,
      on: -27
    }
  },
  {
    number: 17,
    size: 'small',
    placeNeeded: true,
    state: 'open',
    created: -19,
    createdAt: '20:12',
    author: 'Hanna',
    follow: 'self',
    code: 'WOLK-19',
    support: 6,
    needs: [{ kind: 'place' }, { kind: 'tools', words: 'een beamer' }]
  },
  {
    number: 21,
    size: 'small',
    placeNeeded: false,
    state: 'withdrawn',
    created: -42,
    createdAt: '14:49',
    author: 'Els',
    follow: 'self',
    code: 'KERS-37',
    support: 1,
    needs: [],
    happenings: [
      {
        on: -10,
        kind: 'withdrawn',
        role: 'author',
        by: 'Els',
        words: 'Ik heb het te druk met de moestuin. Een ander mag het zo overnemen.'
      }
    ]
  },
  {
    number: 24,
    kind: 'question',
    size: 'small',
    placeNeeded: false,
    state: 'open',
    created: -5,
    author: 'scooter-rider',
    follow: 'self',
    code: 'BRUG-68',
    support: 2,
    needs: [],
    happenings: [
      {
        on: -5,
        kind: 'noted',
        role: 'author',
        told: 'Vraag bij het oefenplan “Stoep en riool rond de Zandhoek”.'
      }
    ],
    updates: [
      {
        on: -2,
        kind: 'answer',
        body: 'Ja. Er ligt altijd een pad van planken van 1,20 meter breed. Bel mij als het niet lukt.',
        by: 'Ruben',
        organisation: 'stoep-en-straat'
      }
    ],
    steps: [
      { what: 'bericht sturen aan iedereen die dit vroeg, als de datum zeker is', who: 'Ruben', due: 20 }
    ]
  },
  {
    number: 26,
    size: 'lasting',
    placeNeeded: true,
    state: 'open',
    created: -42,
    createdAt: '14:57',
    author: 'three-young-people',
    follow: 'self',
    code: 'VLINDER-26',
    support: 7,
    needs: [
      { kind: 'place' },
      { kind: 'hands', words: 'een volwassene die erbij wil zijn' },
      { kind: 'tools', words: 'een tosti-ijzer', by: 'Joop', on: -16 }
    ],
    happenings: [
      { on: -42, kind: 'noted', role: 'author', told: 'Door drie jongeren samen, op één telefoon.' },
      { on: -16, kind: 'need_covered', role: 'participant', by: 'Joop', coversNeed: 2 }
    ],
    comments: [{ on: -16, by: 'Joop', body: 'Ik heb een tosti-ijzer over.' }],
    steps: [
      {
        what: 'praten met de drie jongeren en met Schoolclub Het Gummetje (voorbeeld)',
        who: 'Noor',
        due: 2
      }
    ]
  }
];
