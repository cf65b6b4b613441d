import type { IdeaOfStory } from '../idea.ts';

/** Ideas that succeeded: 1, 2, 8, 11, 12, 16 and 18. */
export const realisedIdeas: readonly IdeaOfStory[] = [
  {
    number: 1,
    size: 'lasting',
    placeNeeded: true,
    place: 'P1',
    state: 'realised',
    created: -205,
    realised: -150,
    author: 'Riet',
    enteredBy: 'Noor',
    consent: 'Aan de deur gezegd. Noor schreef het op en las het voor; Riet vindt het goed.',
    follow: 'self',
    code: 'BEUK-41',
    support: 11,
    helpers: 2,
    needs: [
      { kind: 'place', by: 'theemuts', on: -166 },
      { kind: 'key', by: 'Joop', on: -160 },
      { kind: 'hands', amount: 4, by: '4 mensen' },
      { kind: 'money', amount: 150, by: 'de buurtpot van Woonstichting Zevendak (voorbeeld)', on: -160 }
    ],
    group: {
      state: 'active',
      since: -190,
      told: 'Vier mensen doen mee.',
      keptGoingSince: -94,
      lookedAfterBy: 'Joop',
      nextCheckIn: 60,
      members: [
        { person: 'Riet', role: 'lead' },
        { person: 'Joop' },
        { person: 'Bep' },
        { person: 'Nasrin' },
        { person: 'Anja', organisation: 'theemuts', on: -160 },
        { person: 'Noor', organisation: 'lampje-aan' }
      ]
    },
    claims: [
      {
        place: 'P1',
        purpose: 'Koffie op dinsdagochtend, met de deur open',
        size: 'lasting',
        starts: -150,
        weekly: [{ day: 2, from: '10:00', to: '12:00' }],
        path: [
          { to: 'requested', on: -170, by: 'Riet' },
          { to: 'in_talks', on: -166, by: 'Anja', told: 'Anja zegt ja: dinsdag van 10 tot 12 uur.' },
          { to: 'granted', on: -160, by: 'Anja' },
          { to: 'in_progress', on: -150, by: 'Riet' },
          { to: 'realised', on: -150, by: 'Riet' },
          { to: 'in_stewardship', on: -94, by: 'Riet' }
        ],
        agreement: {
          madeBy: 'coalition',
          proposedOn: -162,
          what: 'Koffie op dinsdag van 10 tot 12 uur, met de deur open. Iedereen mag binnenlopen.',
          groupDoes: ['Joop opent en sluit de deur.', 'Wij zetten koffie en ruimen op.'],
          ownerDoes: ['Wij houden de kamer op dinsdagochtend vrij.', 'Wij zorgen voor kopjes en warm water.'],
          conditions: ['Gratis, zonder inschrijven.'],
          costs: '€ 150 uit de buurtpot voor koffie, vooruit betaald. Bon of foto van de bon achteraf.',
          insurance: 'Via Welzijnswerk Lampje Aan (voorbeeld).',
          ending: 'Stoppen mag altijd. Wij zeggen het vier weken van tevoren en brengen de sleutel terug.',
          keyHolder: 'Joop',
          whoToCall: 'Anja',
          onPaper: true
        }
      }
    ],
    happenings: [
      {
        on: -205,
        kind: 'noted',
        role: 'facilitator',
        by: 'Noor',
        told: 'Riet zegt het aan de deur. Noor schrijft het op en leest het voor. Riet vindt het goed.'
      },
      { on: -160, kind: 'noted', role: 'lead', by: 'Riet', told: 'De afspraken staan op één A4.' }
    ],
    updates: [
      { on: -150, kind: 'realised', body: 'De eerste keer: 7 mensen.', by: 'Riet', picture: 'teapot' }
    ],
    checkIns: [
      {
        on: -30,
        answer: 'going',
        words: 'Joop: “Ja, meestal 14 mensen. Wij zoeken twee nieuwe schenkers.”'
      }
    ],
    steps: [
      {
        what: 'twee nieuwe schenkers vragen',
        who: 'Joop',
        due: 12,
        promise: { by: 'Joop', on: -30 }
      }
    ]
  },
  {
    number: 2,
    size: 'small',
    placeNeeded: true,
    place: 'P11',
    state: 'realised',
    created: -88,
    realised: -12,
    author: 'Lies',
    follow: 'self',
    code: 'EIK-23',
    support: 23,
    needs: [
      { kind: 'permission', by: 'zandermeer', on: -64 },
      { kind: 'tools', words: 'een bank', by: 'zandermeer', on: -64 },
      { kind: 'hands', by: 'scheve-schroef', on: -64 }
    ],
    group: {
      state: 'active',
      since: -76,
      members: [{ person: 'Lies', role: 'lead' }, { person: 'Gerrit' }, { organisation: 'scheve-schroef' }]
    },
    claims: [
      {
        place: 'P11',
        purpose: 'Een bank om halverwege te zitten',
        size: 'small',
        starts: -12,
        path: [
          { to: 'requested', on: -70, by: 'Lies' },
          { to: 'granted', on: -64, by: 'Ilse', words: 'Ja, aan de schaduwkant.' },
          { to: 'in_progress', on: -12, by: 'Lies' },
          { to: 'realised', on: -12, by: 'Lies' }
        ],
        agreement: {
          madeBy: 'steward',
          proposedOn: -64,
          what: 'Een bank van de gemeente langs het voetpad, aan de schaduwkant.',
          groupDoes: ['Wij zetten de bank neer, samen met Klusgroep Scheve Schroef (voorbeeld).'],
          ownerDoes: ['Wij geven de bank.'],
          conditions: ['Het pad blijft vrij.', 'Roep ons bij losse planken.'],
          costs: 'De gemeente betaalt de bank.',
          insurance: '',
          ending: 'Is de bank niet meer nodig, dan haalt de gemeente hem weg.',
          keyHolder: '',
          whoToCall: 'Ilse'
        }
      }
    ],
    happenings: [
      {
        on: -80,
        kind: 'noted',
        role: 'facilitator',
        by: 'Noor',
        told: '“Een zitje bij het veldje” van Teun is bij dit idee gezet. Teun is gevraagd en vond het goed.'
      }
    ],
    updates: [
      { on: -12, kind: 'realised', body: 'De bank staat er.', by: 'Lies', picture: 'bench' },
      { on: -11, kind: 'news', body: 'Lies zat als eerste.', by: 'Gerrit' }
    ],
    steps: [
      {
        what: 'kiezen wie er op de bank let (“roep ons bij losse planken”)',
        who: 'Lies',
        due: 7,
        promise: { by: 'Lies', on: -11 }
      }
    ]
  },
  {
    number: 8,
    size: 'lasting',
    placeNeeded: false,
    state: 'realised',
    created: -300,
    realised: -280,
    author: 'Wil',
    follow: 'self',
    code: 'HAAS-62',
    support: 6,
    helpers: 1,
    needs: [
      { kind: 'hands', amount: 2, words: 'om mee te lopen', by: '2 mensen die meelopen' },
      { kind: 'other', words: 'een wc onderweg', by: 'theemuts' }
    ],
    group: {
      state: 'active',
      since: -290,
      keptGoingSince: -224,
      lookedAfterBy: 'Mieke',
      nextCheckIn: 21,
      members: [
        { person: 'Mieke', role: 'lead' },
        { person: 'Wil' },
        { person: 'Riet' },
        { organisation: 'trage-veter' },
        { person: 'Karin', organisation: 'zilverdraad' }
      ]
    },
    happenings: [
      { on: -280, kind: 'realised', role: 'lead', by: 'Wil' },
      { on: -224, kind: 'kept_going', role: 'lead', by: 'Wil' },
      {
        on: -80,
        kind: 'handed_over',
        role: 'lead',
        by: 'Wil',
        label: 'Mieke',
        told: 'Wil geeft het trekken door aan Mieke. Wil loopt nog steeds mee.'
      }
    ],
    updates: [{ on: -280, kind: 'realised', body: 'De eerste keer: 5 lopers.', by: 'Wil', picture: 'shoes' }],
    checkIns: [{ on: -35, answer: 'going', words: '“Ja. Bij regen koffie.”' }],
    steps: [
      {
        what: 'de parelwandeling van 1,5 uur maken',
        who: 'Mieke',
        due: 20,
        promise: { by: 'Mieke', on: -35 }
      }
    ]
  },
  {
    number: 11,
    size: 'lasting',
    placeNeeded: true,
    place: 'P10',
    state: 'realised',
    created: -390,
    realised: -340,
    author: 'Els',
    follow: 'self',
    code: 'KLAVER-18',
    support: 5,
    needs: [{ kind: 'hands', words: 'niet meer nodig', by: 'Els en Yusuf' }],
    group: {
      state: 'completed',
      since: -386,
      members: [{ person: 'Els', role: 'lead' }, { person: 'Yusuf' }, { organisation: 'dikke-worm' }]
    },
    claims: [
      {
        place: 'P10',
        purpose: 'Bloemen in de berm, twee zomers lang',
        size: 'lasting',
        starts: -370,
        ends: -24,
        path: [
          { to: 'requested', on: -384, by: 'Els' },
          { to: 'in_talks', on: -378, by: 'Ilse' },
          { to: 'granted', on: -370, by: 'Ilse', words: 'Voor twee zomers.' },
          { to: 'in_progress', on: -340, by: 'Els' },
          { to: 'realised', on: -340, by: 'Els' },
          {
            to: 'released',
            on: -24,
            by: 'Els',
            told: 'De plek is teruggegeven. Gemeente Zandermeer (voorbeeld) bedankt de groep.'
          }
        ],
        agreement: {
          madeBy: 'coalition',
          proposedOn: -374,
          what: 'Bloemen in de berm, voor twee zomers.',
          groupDoes: ['Wij zaaien in en houden het pad vrij.'],
          ownerDoes: ['Wij maaien hier niet zolang het bloeit.'],
          conditions: ['Alleen lage planten.'],
          costs: 'Geen.',
          insurance: '',
          ending: 'Na twee zomers geven wij de plek netjes terug.',
          keyHolder: '',
          whoToCall: 'Ilse'
        }
      }
    ],
    happenings: [{ on: -24, kind: 'completed', role: 'lead', by: 'Els' }],
    updates: [
      { on: -340, kind: 'realised', body: 'De berm is ingezaaid.', by: 'Els', picture: 'flowers' },
      {
        on: -25,
        kind: 'news',
        body: '“Twee zomers bloemen gehad. Nu gaan wij in de moestuin.”',
        by: 'Els'
      }
    ]
  },
  {
    number: 12,
    size: 'small',
    placeNeeded: true,
    place: 'P7',
    state: 'realised',
    created: -140,
    realised: -100,
    author: 'Sjoerd',
    follow: 'self',
    code: 'MEREL-35',
    support: 17,
    helpers: 3,
    needs: [
      { kind: 'permission', by: 'zandermeer', on: -127 },
      { kind: 'other', words: 'stroom', by: 'een buurman, met dank', on: -120 },
      { kind: 'money', amount: 95, by: 'de buurtpot van Woonstichting Zevendak (voorbeeld)', on: -127 }
    ],
    group: {
      state: 'completed',
      since: -136,
      members: [
        { person: 'Sjoerd', role: 'lead' },
        { person: 'Daan' },
        { organisation: 'valse-noot' },
        { person: 'Hanna', organisation: 'warme-bank' }
      ]
    },
    claims: [
      {
        place: 'P7',
        purpose: 'Eén zomeravond muziek buiten',
        size: 'small',
        starts: -100,
        ends: -100,
        path: [
          { to: 'requested', on: -130, by: 'Sjoerd', told: 'De plek gevraagd voor één avond.' },
          { to: 'granted', on: -127, by: 'Ilse' },
          { to: 'in_progress', on: -100, by: 'Sjoerd' },
          { to: 'realised', on: -100, by: 'Sjoerd' },
          { to: 'released', on: -98, by: 'Sjoerd' }
        ],
        agreement: {
          madeBy: 'steward',
          proposedOn: -127,
          what: 'Muziek op het veldje, één avond. Iedereen neemt een stoel mee.',
          groupDoes: ['Wij ruimen dezelfde avond op.'],
          ownerDoes: ['Wij zeggen het tegen de buren.'],
          conditions: ['Om 22 uur stil.'],
          costs: '€ 95 uit de buurtpot, vooruit betaald. Bon of foto van de bon achteraf.',
          insurance: '',
          ending: 'Na de avond is het veldje weer leeg.',
          keyHolder: '',
          whoToCall: 'Ilse'
        }
      }
    ],
    happenings: [{ on: -95, kind: 'completed', role: 'lead', by: 'Sjoerd' }],
    updates: [
      {
        on: -100,
        kind: 'realised',
        body: 'Gespeeld! Ongeveer 60 mensen en 3 honden.',
        by: 'Sjoerd',
        picture: 'music'
      },
      { on: -95, kind: 'news', body: 'De bonnen zijn ingeleverd, het geld is terug.', by: 'Sjoerd' }
    ]
  },
  {
    number: 16,
    size: 'small',
    placeNeeded: false,
    state: 'realised',
    created: -150,
    realised: -145,
    author: 'Anja',
    follow: 'self',
    code: 'ROOS-16',
    support: 3,
    needs: [
      { kind: 'money', amount: 120, by: 'de buurtpot van Woonstichting Zevendak (voorbeeld)', on: -146 },
      { kind: 'hands', amount: 2, words: 'om op te letten', by: '2 buren' }
    ],
    group: {
      state: 'active',
      since: -148,
      keptGoingSince: -89,
      lookedAfterBy: 'twee buren',
      nextCheckIn: 70,
      members: [{ person: 'Anja', role: 'lead' }, { person: 'Joop' }]
    },
    happenings: [
      { on: -146, kind: 'noted', role: 'lead', by: 'Anja', told: 'Het geld is vooruit gekregen.' },
      { on: -145, kind: 'realised', role: 'lead', by: 'Anja' },
      { on: -89, kind: 'kept_going', role: 'lead', by: 'Anja' }
    ],
    updates: [{ on: -145, kind: 'realised', body: 'Wij zijn begonnen.', by: 'Anja', picture: 'posy' }],
    checkIns: [{ on: -20, answer: 'going', words: '“Ja, 9 bloemetjes.”' }],
    steps: [{ what: 'weer vragen of het nog goed gaat', who: 'Noor', due: 70 }]
  },
  {
    number: 18,
    size: 'small',
    placeNeeded: true,
    place: 'S1',
    state: 'realised',
    created: -210,
    realised: -175,
    author: 'Daan',
    follow: 'self',
    code: 'ZON-48',
    support: 9,
    helpers: 2,
    needs: [
      { kind: 'permission', by: 'zandermeer', on: -187 },
      { kind: 'money', amount: 60, by: 'de buurtpot van Woonstichting Zevendak (voorbeeld)', on: -187 },
      { kind: 'hands', by: 'de groep' }
    ],
    group: {
      state: 'completed',
      since: -204,
      members: [
        { person: 'Daan', role: 'lead' },
        { person: 'Mieke' },
        { person: 'Petra' },
        { organisation: 'gummetje' }
      ]
    },
    claims: [
      {
        place: 'S1',
        purpose: 'Foto’s aan een waslijn, één zaterdag',
        size: 'small',
        starts: -175,
        ends: -175,
        path: [
          { to: 'requested', on: -190, by: 'Daan', told: 'De straat gevraagd voor één zaterdag.' },
          { to: 'granted', on: -187, by: 'Ilse' },
          { to: 'in_progress', on: -175, by: 'Daan' },
          { to: 'realised', on: -175, by: 'Daan' },
          { to: 'released', on: -173, by: 'Daan' }
        ],
        agreement: {
          madeBy: 'steward',
          proposedOn: -187,
          what: 'Een waslijn met foto’s door de straat, één zaterdag.',
          groupDoes: ['Wij hangen op en halen dezelfde dag weg.'],
          ownerDoes: ['Wij houden de straat die dag vrij van auto’s.'],
          conditions: ['De stoep blijft vrij.'],
          costs: '€ 60 uit de buurtpot, vooruit betaald. Bon of foto van de bon achteraf.',
          insurance: '',
          ending: 'Na de dag is de straat weer zoals hij was.',
          keyHolder: '',
          whoToCall: 'Ilse'
        }
      }
    ],
    happenings: [
      { on: -173, kind: 'completed', role: 'lead', by: 'Daan' },
      {
        on: -173,
        kind: 'noted',
        role: 'lead',
        by: 'Daan',
        told: 'Uit de foto’s kwamen 2 parels op de kaart.'
      }
    ],
    updates: [
      {
        on: -175,
        kind: 'realised',
        body: '48 foto’s aan de lijn. De oudste maker is 91, de jongste 5.',
        by: 'Daan',
        picture: 'photos'
      }
    ]
  }
];
