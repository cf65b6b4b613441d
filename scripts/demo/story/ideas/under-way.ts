import type { IdeaOfStory } from '../idea.ts';

/** Ideas whose group asked a place: 3, 4, 5, 6, 7, 14 and 20. */
export const ideasUnderWay: readonly IdeaOfStory[] = [
  {
    number: 3,
    size: 'lasting',
    placeNeeded: true,
    place: 'P3',
    state: 'taken_up',
    created: -120,
    author: 'Samira',
    follow: 'self',
    code: 'PEEN-31',
    support: 14,
    helpers: 3,
    needs: [
      { kind: 'place', by: 'zandermeer', on: -60 },
      { kind: 'hands', amount: 6, by: '6 mensen' },
      { kind: 'tools', by: 'Schuurtje Buurtweg (voorbeeld)', on: -60 },
      { kind: 'tools', words: 'een kraan of regenton, voor water' },
      { kind: 'money', amount: 400, by: 'de buurtpot van Woonstichting Zevendak (voorbeeld)', on: -60 }
    ],
    group: {
      state: 'active',
      since: -108,
      members: [
        { person: 'Samira', role: 'lead' },
        { person: 'Henk', says: 'Kom maar kijken bij mij.' },
        { person: 'Els' },
        { person: 'Yusuf' },
        { organisation: 'dikke-worm' },
        { person: 'Bram', organisation: 'zevendak', on: -60, says: 'Wij brengen compostbakken.' }
      ]
    },
    claims: [
      {
        place: 'P3',
        purpose: 'Moestuin in vier bakken',
        size: 'lasting',
        starts: -60,
        path: [
          { to: 'requested', on: -75, by: 'Samira' },
          { to: 'in_talks', on: -68, by: 'Ilse' },
          { to: 'granted', on: -60, by: 'Ilse' },
          { to: 'in_progress', on: -40, by: 'Samira' }
        ],
        agreement: {
          madeBy: 'coalition',
          proposedOn: -64,
          what: 'Een moestuin in 4 bakken. Het pad blijft vrij en ieder kan erbij.',
          groupDoes: ['Wij zorgen voor de bakken en ruimen op.', 'Wij geven water.'],
          ownerDoes: ['Wij maaien om de bakken heen.'],
          conditions: ['Het pad blijft vrij.', 'Ieder kan erbij.'],
          costs: '€ 400 uit de buurtpot, vooruit betaald. Bon of foto van de bon achteraf.',
          insurance: '',
          ending: 'Stoppen wij, dan halen wij de bakken weg en zaaien wij gras.',
          keyHolder: '',
          whoToCall: 'Ilse'
        }
      }
    ],
    happenings: [
      { on: -110, kind: 'noted', role: 'participant', by: 'Henk', told: 'Henk: “Kom maar kijken bij mij.”' },
      {
        on: -95,
        kind: 'noted',
        role: 'lead',
        by: 'Samira',
        told: 'Buren gevraagd met een briefje: 11 prima, 2 vragen, 0 liever niet.'
      },
      {
        on: -6,
        kind: 'noted',
        role: 'facilitator',
        by: 'Noor',
        organisation: 'stoep-en-straat',
        told: 'Het oefenplan “Stoep en riool” raakt deze plek van {D+70} tot {D+100}. Groep en planner kregen bericht.'
      }
    ],
    updates: [{ on: -40, kind: 'news', body: 'De eerste schep.', by: 'Samira', picture: 'vegetables' }],
    steps: [
      {
        what: 'praten over de bakken (blijven, schuiven of wachten); Noor kijkt mee',
        who: 'Ruben (planner) en Samira',
        due: 14
      }
    ]
  },
  {
    number: 4,
    size: 'lasting',
    placeNeeded: true,
    place: 'P4',
    state: 'taken_up',
    created: -42,
    createdAt: '14:38',
    author: 'Petra',
    follow: 'self',
    code: 'BIJ-57',
    support: 9,
    helpers: 1,
    needs: [
      { kind: 'permission' },
      { kind: 'money', amount: 900 },
      { kind: 'hands', amount: 3, by: '3 mensen' },
      { kind: 'skill', words: 'veilige toestellen' }
    ],
    group: {
      state: 'active',
      since: -30,
      members: [
        { person: 'Petra', role: 'lead' },
        { person: 'Daan' },
        { person: 'Hanna' },
        { organisation: 'gummetje' }
      ]
    },
    claims: [
      {
        place: 'P4',
        purpose: 'Een speelplekje voor de allerkleinsten',
        size: 'lasting',
        starts: 30,
        path: [
          { to: 'requested', on: -24, by: 'Petra' },
          { to: 'in_talks', on: -18, by: 'Ilse', words: 'Leuk. Kom kijken op het veldje.' }
        ]
      }
    ],
    happenings: [
      { on: -42, kind: 'noted', role: 'author', by: 'Petra', told: 'Gezegd op de bijeenkomst, aan tafel 4.' },
      {
        on: -9,
        kind: 'noted',
        role: 'facilitator',
        by: 'Noor',
        told: 'Ook de jeu-de-boulesgroep vraagt dit veldje. Beide groepen zien dat van elkaar.'
      }
    ],
    steps: [
      {
        what: 'samen kijken op het veldje, met Ilse, Petra en Koos',
        who: 'Noor',
        due: 5
      }
    ]
  },
  {
    number: 5,
    size: 'lasting',
    placeNeeded: true,
    place: 'P4',
    state: 'taken_up',
    created: -42,
    createdAt: '14:52',
    author: 'Koos',
    enteredBy: 'table-helper',
    consent: 'Papieren kaart nummer 12.',
    follow: 'card',
    code: 'UIL-12',
    support: 5,
    helpers: 1,
    needs: [
      { kind: 'place', words: 'gevraagd' },
      { kind: 'hands', amount: 4, by: '4 mensen' },
      { kind: 'tools', words: 'gravel en 2 planken' }
    ],
    group: {
      state: 'active',
      since: -16,
      members: [
        { person: 'Koos', role: 'lead' },
        { person: 'Wil' },
        { person: 'Marek' },
        { organisation: 'trage-veter' }
      ]
    },
    claims: [
      {
        place: 'P4',
        purpose: 'Jeu de boules en een praatje',
        size: 'lasting',
        starts: 30,
        answerBy: 12,
        path: [
          {
            to: 'requested',
            on: -9,
            by: 'Koos',
            told: 'Plek gevraagd: zelfde veldje als “Spelen voor de allerkleinsten”.'
          }
        ]
      }
    ],
    happenings: [
      { on: -42, kind: 'noted', role: 'author', by: 'Koos', told: 'Gezegd op papieren kaart nummer 12.' },
      {
        on: -7,
        kind: 'noted',
        role: 'facilitator',
        by: 'Noor',
        told: 'Noor stelt voor: boules aan de noordkant, kleintjes aan de zuidkant.'
      }
    ],
    steps: [
      {
        what: 'antwoorden over de plek (samen kijken op {D+5})',
        who: 'Ilse',
        due: 12
      }
    ]
  },
  {
    number: 6,
    size: 'lasting',
    placeNeeded: true,
    place: 'P9',
    state: 'taken_up',
    created: -60,
    author: 'Teun',
    follow: 'self',
    code: 'DEN-66',
    support: 8,
    helpers: 2,
    needs: [
      { kind: 'place', words: 'gevraagd aan Zaaltje Het Gummetje (voorbeeld)' },
      { kind: 'hands', amount: 3, by: '3 mensen die het kunnen' },
      { kind: 'tools', by: 'de groep' },
      { kind: 'insurance', words: 'nog uitzoeken met Welzijnswerk Lampje Aan (voorbeeld)' }
    ],
    group: {
      state: 'active',
      since: -48,
      members: [
        { person: 'Teun', role: 'lead' },
        { person: 'Gerrit' },
        { person: 'Kees' },
        { organisation: 'scheve-schroef' }
      ]
    },
    claims: [
      {
        place: 'P9',
        purpose: 'Samen repareren op zaterdagochtend',
        size: 'lasting',
        starts: 13,
        weekly: [{ day: 6, from: '09:00', to: '13:00' }],
        answerBy: -12,
        silentSince: -12,
        path: [{ to: 'requested', on: -40, by: 'Teun' }]
      }
    ],
    happenings: [
      {
        on: -12,
        kind: 'noted',
        role: 'clock',
        told: 'De vraag blijft staan. Het tweede contact kreeg bericht.'
      },
      { on: -4, kind: 'noted', role: 'facilitator', by: 'Noor', told: 'Noor sprak de voicemail in.' }
    ],
    steps: [{ what: 'de vervanger bellen (Teun hoeft niets te doen)', who: 'Noor', due: 1 }]
  },
  {
    number: 7,
    size: 'lasting',
    placeNeeded: true,
    place: 'P2',
    state: 'taken_up',
    created: -42,
    createdAt: '14:33',
    author: 'Fatma',
    follow: 'self',
    code: 'PRUIM-72',
    support: 12,
    helpers: 3,
    needs: [
      { kind: 'place', by: 'zevendak', on: -22 },
      { kind: 'key', by: 'Sjoerd', on: -5 },
      {
        kind: 'money',
        amount: 180,
        words: 'voor 6 keer',
        by: 'de buurtpot van Woonstichting Zevendak (voorbeeld)',
        on: -22
      },
      { kind: 'hands', amount: 5, by: '5 mensen' },
      { kind: 'tools', words: 'een losse drempelhulp, voor de trede' }
    ],
    group: {
      state: 'active',
      since: -39,
      members: [
        { person: 'Fatma', role: 'lead' },
        { person: 'Anja' },
        { person: 'Sjoerd' },
        { organisation: 'volle-pan' },
        { person: 'Bram', organisation: 'zevendak', on: -33, says: 'Wij doen mee.' }
      ]
    },
    claims: [
      {
        place: 'P2',
        purpose: 'Samen eten, elke eerste vrijdag',
        size: 'lasting',
        starts: 'first-friday',
        weekly: [{ day: 5, from: '17:00', to: '20:00' }],
        path: [
          { to: 'requested', on: -26, by: 'Fatma' },
          { to: 'in_talks', on: -22, by: 'Bram', told: 'Bram zegt: ja, en wij betalen vooruit.' },
          { to: 'granted', on: -5, by: 'Bram' }
        ],
        agreement: {
          madeBy: 'coalition',
          proposedOn: -15,
          what: 'Samen eten op de eerste vrijdag van de maand, van 17 tot 20 uur. 12 stoelen.',
          groupDoes: ['Wij koken, schenken en ruimen op.', 'Sjoerd haalt en brengt de sleutel.'],
          ownerDoes: ['Wij betalen vooruit.', 'Wij maken de afzuigkap en zorgen voor een drempelhulp.'],
          conditions: ['Gratis. Wie wil doet iets in de pot, niemand ziet hoeveel.'],
          costs: '€ 180 uit de buurtpot voor 6 keer, vooruit betaald. Bon of foto van de bon achteraf.',
          insurance: '',
          ending: 'Na 6 keer praten wij verder. Stoppen mag ook.',
          keyHolder: 'Sjoerd',
          whoToCall: 'Bram'
        }
      }
    ],
    happenings: [{ on: -42, kind: 'noted', role: 'author', by: 'Fatma', told: 'Gezegd op de bijeenkomst.' }],
    steps: [
      {
        what: 'het menu maken',
        who: 'Fatma',
        due: 5,
        promise: { by: 'Fatma', on: -5 }
      },
      {
        what: 'de afzuigkap maken en een drempelhulp brengen',
        who: 'Bram',
        due: 10,
        promise: { by: 'Bram', organisation: 'zevendak', on: -5 }
      },
      {
        what: 'de sleutel halen',
        who: 'Sjoerd',
        due: 13,
        promise: { by: 'Sjoerd', on: -5 }
      },
      { what: 'de eerste keer eten', who: 'Fatma', due: 'first-friday' }
    ]
  },
  {
    number: 14,
    size: 'lasting',
    placeNeeded: true,
    place: 'P2',
    state: 'taken_up',
    created: -42,
    createdAt: '14:47',
    author: 'learner',
    follow: 'self',
    code: 'STER-84',
    support: 5,
    needs: [
      { kind: 'place', words: 'nu gevraagd bij Dorpskamer De Theemuts (voorbeeld)' },
      { kind: 'hands', amount: 2, by: '2 mensen' }
    ],
    group: {
      state: 'active',
      since: -36,
      members: [
        { person: 'Nasrin', role: 'lead' },
        { person: 'Hanna' },
        { person: 'learner', isUnnamed: true },
        { organisation: 'gummetje' }
      ]
    },
    claims: [
      {
        place: 'P2',
        purpose: 'Stille tafels om te leren',
        size: 'lasting',
        starts: 10,
        weekly: [{ day: 3, from: '18:30', to: '20:30' }],
        otherPlace: 'P1',
        path: [
          { to: 'requested', on: -30, by: 'Nasrin' },
          {
            to: 'refused',
            on: -20,
            by: 'Bram',
            words:
              'Deze kamer heeft maar één uitgang. Dat is ’s avonds met een groep niet veilig. Ik heb De Theemuts (voorbeeld) gebeld: woensdag 16-18 uur kan.'
          }
        ]
      },
      {
        place: 'P1',
        purpose: 'Stille tafels om te leren',
        size: 'lasting',
        starts: 10,
        weekly: [{ day: 3, from: '16:00', to: '18:00' }],
        answerBy: 6,
        path: [
          {
            to: 'requested',
            on: -18,
            by: 'Nasrin',
            told: 'De groep vraagt Dorpskamer De Theemuts (voorbeeld).'
          }
        ]
      }
    ],
    steps: [{ what: 'antwoorden over woensdag van 16 tot 18 uur', who: 'Anja', due: 6 }]
  },
  {
    number: 20,
    size: 'lasting',
    placeNeeded: true,
    place: 'P1',
    state: 'taken_up',
    created: -90,
    author: 'Nasrin',
    follow: 'self',
    code: 'LINDE-90',
    support: 4,
    helpers: 1,
    needs: [
      { kind: 'place', words: 'donderdag', by: 'theemuts', on: -55 },
      { kind: 'hands', amount: 3, by: '3 mensen' },
      { kind: 'hands', words: 'oppas', by: 'Hanna', on: -55 }
    ],
    group: {
      state: 'active',
      since: -72,
      members: [
        { person: 'Nasrin', role: 'lead' },
        { person: 'Hanna' },
        { person: 'Kasia' },
        { organisation: 'letterkoek' }
      ]
    },
    claims: [
      {
        place: 'P1',
        purpose: 'Taaltafel met thee op donderdagochtend',
        size: 'lasting',
        starts: -55,
        weekly: [{ day: 4, from: '09:30', to: '11:00' }],
        path: [
          { to: 'requested', on: -60, by: 'Nasrin' },
          { to: 'in_talks', on: -58, by: 'Anja' },
          { to: 'granted', on: -55, by: 'Anja', words: 'Donderdag van 9.30 tot 11 uur.' },
          { to: 'in_progress', on: -14, by: 'Nasrin' }
        ],
        agreement: {
          madeBy: 'coalition',
          proposedOn: -57,
          what: 'Taaltafel op donderdag van 9.30 tot 11 uur, in de hoek bij het raam.',
          groupDoes: ['Wij zetten thee en ruimen op.', 'Hanna past op de kinderen.'],
          ownerDoes: ['Wij houden de hoek bij het raam vrij.'],
          conditions: ['Gratis. Niemand hoeft foutloos te praten.'],
          costs: 'Geen.',
          insurance: 'Via Welzijnswerk Lampje Aan (voorbeeld).',
          ending: 'Stoppen mag altijd. Wij zeggen het twee weken van tevoren.',
          keyHolder: '',
          whoToCall: 'Anja'
        }
      }
    ],
    updates: [{ on: -14, kind: 'news', body: 'De eerste keer: 6 mensen, 4 talen.', by: 'Nasrin' }],
    steps: [
      {
        what: 'na drie keer een kort nieuwtje schrijven, met foto van de theepot',
        who: 'Nasrin',
        due: 7,
        promise: { by: 'Nasrin', on: -14 }
      }
    ]
  }
];
