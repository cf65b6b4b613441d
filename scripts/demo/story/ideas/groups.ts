import type { IdeaOfStory } from '../idea.ts';

/** Ideas with a group that has not asked a place: 9, 13, 19, 22, 23 and 25. */
export const ideasWithGroup: readonly IdeaOfStory[] = [
  {
    number: 9,
    size: 'lasting',
    placeNeeded: true,
    state: 'taken_up',
    created: -42,
    createdAt: '14:41',
    author: 'Kasia',
    language: 'pl',
    follow: 'self',
    code: 'SPAR-44',
    support: 3,
    helpers: 1,
    needs: [
      { kind: 'hands', by: 'Els' },
      { kind: 'place', words: 'zonder auto’s' },
      { kind: 'skill', words: 'fietsles geven, gevraagd aan Fietsmaat Slag-in-het-Wiel (voorbeeld)' },
      { kind: 'tools', words: '2 lage fietsen' }
    ],
    group: {
      state: 'forming',
      since: -15,
      members: [
        { person: 'Kasia', role: 'lead' },
        { person: 'Els', says: 'Ik loop wel naast je.' }
      ]
    },
    happenings: [
      { on: -41, kind: 'noted', role: 'participant', by: 'Marek', told: 'Met de hand vertaald door Marek.' },
      { on: -15, kind: 'noted', role: 'member', by: 'Els', told: 'Els: “Ik loop wel naast je.”' },
      {
        on: -3,
        kind: 'noted',
        role: 'facilitator',
        by: 'Noor',
        told: 'Noor vroeg Fietsmaat Slag-in-het-Wiel (voorbeeld).'
      }
    ],
    steps: [{ what: 'ja of nee zeggen namens Fietsmaat Slag-in-het-Wiel (voorbeeld)', who: 'Kees', due: 4 }]
  },
  {
    number: 13,
    size: 'small',
    placeNeeded: true,
    place: 'P6',
    state: 'taken_up',
    created: -42,
    createdAt: '15:01',
    author: 'Bep',
    enteredBy: 'Noor',
    consent: 'Op een kaartje. Noor belde Bep, las het idee voor, en Bep vond het goed.',
    follow: 'card',
    code: 'WILG-27',
    support: 4,
    helpers: 1,
    needs: [
      { kind: 'hands', words: 'om te timmeren', by: 'Teun' },
      { kind: 'tools', words: 'een oude keukenkast', by: 'een buur', on: -8 },
      {
        kind: 'hands',
        words: 'om hem netjes te houden',
        by: 'Bep en Taalclub Letterkoek (voorbeeld)',
        on: -8
      }
    ],
    group: {
      state: 'forming',
      since: -20,
      members: [{ person: 'Bep', role: 'lead' }, { person: 'Teun' }, { organisation: 'letterkoek' }]
    },
    happenings: [
      {
        on: -42,
        kind: 'noted',
        role: 'author',
        by: 'Bep',
        told: 'Geschreven op een kaartje; Bep heeft geen telefoon.'
      },
      {
        on: -20,
        kind: 'noted',
        role: 'facilitator',
        by: 'Noor',
        told: 'Noor belde Bep, las het idee voor, en Bep vond het goed.'
      },
      {
        on: -8,
        kind: 'noted',
        role: 'lead',
        by: 'Bep',
        told: 'Alles is er, behalve een ja van de eigenaar.'
      }
    ],
    steps: [
      {
        what: 'de plek vragen (Bep krijgt een kaart in de bus)',
        who: 'Teun',
        due: 3,
        promise: { by: 'Teun', on: -8 }
      }
    ]
  },
  {
    number: 19,
    size: 'lasting',
    placeNeeded: true,
    place: 'P8',
    state: 'taken_up',
    created: -42,
    createdAt: '14:55',
    author: 'Gerrit',
    follow: 'self',
    code: 'ANKER-29',
    support: 7,
    helpers: 2,
    needs: [
      { kind: 'hands', amount: 4, by: '4 klussers' },
      { kind: 'hands', amount: 3, words: 'om soep te maken', by: '3 mensen' },
      { kind: 'permission', words: 'van de huisbaas: welke klussen mogen' },
      { kind: 'insurance' },
      { kind: 'place', words: 'voor gereedschap', by: 'Schuurtje Buurtweg (voorbeeld)' }
    ],
    group: {
      state: 'forming',
      since: -29,
      members: [
        { person: 'Gerrit', role: 'lead' },
        { person: 'Lies' },
        { person: 'Teun' },
        { organisation: 'scheve-schroef' },
        {
          person: 'Karin',
          organisation: 'zilverdraad',
          says: 'Adressen staan nooit op de kaart. Wij brengen mensen bij elkaar.'
        }
      ]
    },
    happenings: [
      { on: -42, kind: 'noted', role: 'author', by: 'Gerrit', told: 'Gezegd op de bijeenkomst.' },
      {
        on: -13,
        kind: 'noted',
        role: 'steward',
        by: 'Bram',
        organisation: 'zevendak',
        told: 'Bram zoekt uit welke klussen mogen zonder te vragen.'
      }
    ],
    steps: [
      {
        what: 'een lijstje geven van wat mag zonder vragen',
        who: 'Bram',
        due: 8,
        promise: { by: 'Bram', organisation: 'zevendak', on: -13 }
      }
    ]
  },
  {
    number: 22,
    size: 'small',
    placeNeeded: true,
    place: 'P7',
    state: 'taken_up',
    created: -180,
    author: 'Yusuf',
    follow: 'self',
    code: 'MOS-22',
    support: 2,
    needs: [{ kind: 'tools', words: 'een tafel' }, { kind: 'hands' }],
    group: {
      state: 'resting',
      since: -170,
      members: [{ person: 'Yusuf', role: 'lead' }, { person: 'Daan' }]
    },
    happenings: [
      { on: -30, kind: 'noted', role: 'facilitator', by: 'Noor', told: 'Gevraagd: “Leeft dit nog?”' },
      {
        on: -9,
        kind: 'rested',
        role: 'clock',
        told: 'Geen antwoord. De groep rust, het idee blijft leesbaar.'
      }
    ],
    checkIns: [{ on: -30 }]
  },
  {
    number: 23,
    size: 'lasting',
    placeNeeded: true,
    place: 'P5',
    state: 'taken_up',
    created: -42,
    createdAt: '14:58',
    author: 'Mieke',
    follow: 'self',
    code: 'HAZEL-53',
    support: 6,
    helpers: 1,
    needs: [
      { kind: 'other', words: 'een praatje met de buren (6 prima, 2 vragen, 1 liever niet)' },
      { kind: 'place', words: 'nog niet gevraagd' },
      { kind: 'hands', words: 'om ze in de vakantie te voeren' },
      { kind: 'hands', amount: 2, by: '2 mensen' }
    ],
    group: {
      state: 'forming',
      since: -34,
      members: [{ person: 'Mieke', role: 'lead' }, { person: 'Bep' }, { organisation: 'dikke-worm' }]
    },
    happenings: [
      { on: -21, kind: 'noted', role: 'lead', by: 'Mieke', told: 'Een briefje bij 14 buren.' },
      {
        on: -10,
        kind: 'noted',
        role: 'lead',
        by: 'Mieke',
        told: 'Eén buur wil liever geen haan. De groep: “Alleen kippen, geen haan.”'
      }
    ],
    steps: [
      {
        what: 'praten met de buur die liever niet wil (Noor gaat mee als dat fijn is)',
        who: 'Mieke',
        due: 9,
        promise: { by: 'Mieke', on: -10 }
      }
    ]
  },
  {
    number: 25,
    size: 'small',
    placeNeeded: false,
    state: 'taken_up',
    created: -42,
    createdAt: '15:04',
    author: 'walker',
    enteredBy: 'table-helper',
    consent: 'Papieren kaart nummer 17, ingevoerd door een tafelhulp, voorgelezen en goed bevonden.',
    follow: 'card',
    code: 'MEES-75',
    support: 8,
    helpers: 1,
    needs: [
      { kind: 'other', words: 'een plek met een wc', by: 'De Theemuts (voorbeeld), open als er iemand is' },
      { kind: 'tools', words: 'een bordje' },
      { kind: 'other', words: 'een tweede wc' }
    ],
    group: {
      state: 'forming',
      since: -14,
      members: [{ person: 'Anja', role: 'lead' }, { organisation: 'trage-veter' }]
    },
    happenings: [
      {
        on: -42,
        kind: 'noted',
        role: 'author',
        told: 'Papieren kaart nummer 17, ingevoerd door een tafelhulp, voorgelezen en goed bevonden.'
      },
      { on: -14, kind: 'noted', role: 'lead', by: 'Anja', told: 'Anja: “Bij ons mag het altijd.”' }
    ],
    steps: [
      {
        what: 'een bordje ophangen en de tijden op de kaart zetten',
        who: 'Anja',
        due: 5,
        promise: { by: 'Anja', on: -14 }
      }
    ]
  }
];
