import { people, spots, village } from '../fixtures/village.ts';
import type { TestDatabase } from '../support/database.ts';

// The rows behind role-table.ts: one of everything, literal, and what somebody tries with it.

type Values = Record<string, unknown>;

export interface Attempt {
  /** Columns that name the row somebody tries to read, change and remove. */
  row: Record<string, string>;
  /** Makes that row again when an allowed attempt removed it, by the owner of the tables; in order. */
  make: readonly string[];
  /** The row somebody tries to add; `person` is the uuid of who tries. Valid in all but who adds it. */
  add: (person: string) => Values;
  /** Columns that name the row that was added. */
  added: (person: string) => Record<string, string>;
  /** What somebody tries to change. */
  change: Values;
}

const uuid = (kind: string, number: number): string =>
  `${kind}000000-0000-4000-8000-${number.toString().padStart(12, '0')}`;

export const world = {
  idea: uuid('a1', 1),
  hiddenIdea: uuid('a1', 2),
  relayedIdea: uuid('a1', 3),
  otherIdea: uuid('a1', 4),
  coalition: uuid('a2', 1),
  hiddenCoalition: uuid('a2', 2),
  memberFatma: uuid('a3', 1),
  memberJoop: uuid('a3', 2),
  claim: uuid('a4', 1),
  hiddenClaim: uuid('a4', 2),
  agreement: uuid('a5', 1),
  commitment: uuid('a6', 1),
  upload: uuid('a7', 1),
  hiddenUpload: uuid('a7', 2),
  event: uuid('a8', 1),
  hiddenEvent: uuid('a8', 2),
  hidingEvent: uuid('a8', 3)
} as const;

/** A fresh uuid for each attempt to add something. */
const fresh = uuid('ff', 1);
const today = 'current_date';
const spot = (place: readonly [number, number]): string => `SRID=4326;POINT(${place[0]} ${place[1]})`;

const insert = (table: string, values: Record<string, string>): string =>
  `insert into public.${table} (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')}) on conflict do nothing`;
const text = (value: string): string => `'${value}'`;

const idea = (id: string, more: Record<string, string> = {}): string[] => [
  insert('ideas', { id: text(id), neighbourhood_id: text(village.linde), title: `'Een bank'`, ...more }),
  insert('idea_authors', { idea_id: text(id), participant_id: text(people.riet) })
];
const comment = (id: string, ofIdea: string, hidden: boolean): string[] => [
  insert('comments', { id: text(id), idea_id: text(ofIdea), body: `'Mooi'`, hidden: String(hidden) }),
  insert('comment_authors', { comment_id: text(id), participant_id: text(people.riet) })
];
const pearl = (id: string, hidden: boolean): string[] => [
  insert('pearls', {
    id: text(id),
    neighbourhood_id: text(village.linde),
    title: `'De lindes'`,
    hidden: String(hidden)
  }),
  insert('pearl_authors', { pearl_id: text(id), participant_id: text(people.riet) })
];
const upload = (id: string, hidden: boolean): string[] => [
  insert('uploads', {
    id: text(id),
    neighbourhood_id: text(village.linde),
    idea_id: text(world.idea),
    width: '8',
    height: '8',
    hidden: String(hidden)
  }),
  insert('upload_owners', { upload_id: text(id), participant_id: text(people.riet) }),
  insert('upload_variants', {
    upload_id: text(id),
    variant: `'small'`,
    media_type: `'image/jpeg'`,
    bytes: `decode('ffd8ffe000104a46494600010100', 'hex')`
  })
];
const claim = (id: string, coalition: string, ofIdea: string): string =>
  insert('claims', {
    id: text(id),
    neighbourhood_id: text(village.linde),
    coalition_id: text(coalition),
    idea_id: text(ofIdea),
    place_id: text(village.room),
    purpose: `'koffie'`,
    size: `'lasting'`,
    starts_on: today,
    during: `tstzmultirange(tstzrange(now(), null))`,
    exclusive: '1',
    state: `'in_talks'`
  });
const event = (id: string, ofIdea: string, kind: string): string[] => [
  insert('events', {
    id: text(id),
    neighbourhood_id: text(village.linde),
    idea_id: text(ofIdea),
    entity: `'idea'`,
    entity_id: text(ofIdea),
    kind: text(kind),
    actor_role: `'author'`
  }),
  insert('event_actors', { event_id: text(id), participant_id: text(people.riet) })
];

/** Everything that hangs together; what an entry makes by itself is not in here. */
const statements: readonly string[] = [
  ...idea(world.idea, {
    location: `extensions.st_setsrid(extensions.st_point(${spots.green[0]}, ${spots.green[1]}), 4326)`
  }),
  ...idea(world.otherIdea),
  ...idea(world.hiddenIdea, { hidden: 'true' }),
  ...idea(world.relayedIdea, { relayed: 'true' }),
  insert('coalitions', {
    id: text(world.coalition),
    neighbourhood_id: text(village.linde),
    idea_id: text(world.idea)
  }),
  insert('coalitions', {
    id: text(world.hiddenCoalition),
    neighbourhood_id: text(village.linde),
    idea_id: text(world.hiddenIdea)
  }),
  insert('coalition_members', {
    id: text(world.memberFatma),
    coalition_id: text(world.coalition),
    role: `'lead'`
  }),
  insert('coalition_members', {
    id: text(world.memberJoop),
    coalition_id: text(world.coalition),
    role: `'member'`
  }),
  insert('coalition_people', { member_id: text(world.memberFatma), participant_id: text(people.fatma) }),
  insert('coalition_people', { member_id: text(world.memberJoop), participant_id: text(people.joop) }),
  claim(world.claim, world.coalition, world.idea),
  claim(world.hiddenClaim, world.hiddenCoalition, world.hiddenIdea),
  insert('agreements', {
    id: text(world.agreement),
    claim_id: text(world.claim),
    version: '1',
    what: `'koffie op dinsdag'`,
    starts_on: today,
    made_by: `'steward'`
  }),
  insert('agreement_details', { agreement_id: text(world.agreement), key_holder: `'Joop'` }),
  insert('agreement_confirmations', { agreement_id: text(world.agreement), side: `'steward'` }),
  insert('commitments', {
    id: text(world.commitment),
    neighbourhood_id: text(village.linde),
    idea_id: text(world.idea),
    coalition_id: text(world.coalition),
    what: `'de deur openen'`,
    due: today
  }),
  insert('commitment_people', { commitment_id: text(world.commitment), participant_id: text(people.joop) }),
  ...event(world.event, world.idea, 'created'),
  ...event(world.hiddenEvent, world.hiddenIdea, 'created'),
  ...event(world.hidingEvent, world.idea, 'hidden'),
  insert('sessions', { token_hash: `'a-hash'`, participant_id: text(people.riet) }),
  insert('one_time_codes', { code_hash: `'a-hash'`, purpose: `'sign_in'`, expires_at: 'now()' }),
  insert('outbox_mails', {
    id: text(uuid('a9', 1)),
    recipient: `'riet@example.org'`,
    subject: `'code'`,
    body: `'123456'`
  }),
  insert('idempotency_keys', {
    participant_id: text(people.riet),
    key: `'a-key-of-riet'`,
    request_hash: `'x'`
  }),
  insert('accounts', { participant_id: text(people.riet), email: `'riet@example.org'` }),
  insert('follow_codes', {
    idea_id: text(world.idea),
    neighbourhood_id: text(village.linde),
    code: `'WILG-27'`
  }),
  insert('moderations', { idea_id: text(world.hiddenIdea), reason: `'een telefoonnummer'` }),
  insert('next_steps', {
    id: text(uuid('aa', 1)),
    idea_id: text(world.idea),
    what: `'bellen'`,
    who: `'Noor'`,
    due: today
  }),
  insert('check_ins', {
    id: text(uuid('ab', 1)),
    coalition_id: text(world.coalition),
    idea_id: text(world.idea),
    asked_on: today
  })
];

export async function furnishWorld(database: TestDatabase): Promise<void> {
  for (const statement of statements) await database.sql(statement);
}

const none: readonly string[] = [];
const byId = (id: string) => ({ id });
const dayLater = '2030-01-01';

/** For a table whose rows are made by the server alone. */
const closed = (
  row: Record<string, string>,
  add: Values,
  added: Record<string, string>,
  change: Values
): Attempt => ({
  row,
  make: none,
  add: () => add,
  added: () => added,
  change
});

const ideaAttempt = (id: string): Attempt =>
  closed(byId(id), { id: fresh, neighbourhood_id: village.linde, title: 'Zo maar een idee' }, byId(fresh), {
    title: 'Iets heel anders'
  });
const support = (ofIdea: string, addTo: string): Attempt => ({
  row: { idea_id: ofIdea, participant_id: people.riet },
  make: [insert('supports', { idea_id: text(ofIdea), participant_id: text(people.riet) })],
  add: (person) => ({ idea_id: addTo, participant_id: person }),
  added: (person) => ({ idea_id: addTo, participant_id: person }),
  change: { degree: 'help' }
});
const commentAttempt = (id: string, ofIdea: string, hidden: boolean, addHidden: boolean): Attempt => ({
  row: byId(id),
  make: comment(id, ofIdea, hidden),
  add: () => ({ id: fresh, idea_id: ofIdea, body: 'Ik ook', hidden: addHidden }),
  added: () => byId(fresh),
  change: { hidden: !hidden }
});
const pearlAttempt = (id: string, hidden: boolean): Attempt => ({
  row: byId(id),
  make: pearl(id, hidden),
  add: () => ({
    id: fresh,
    neighbourhood_id: village.linde,
    title: 'De bankjes',
    hidden,
    location: spot(spots.green)
  }),
  added: () => byId(fresh),
  change: { hidden: !hidden }
});
const uploadAttempt = (id: string, hidden: boolean): Attempt => ({
  row: byId(id),
  make: upload(id, hidden),
  add: () => ({ id: fresh, neighbourhood_id: village.linde, idea_id: world.idea, width: 8, height: 8 }),
  added: () => byId(fresh),
  change: { hidden: !hidden }
});
const updateAttempt = (id: string, hidden: boolean): Attempt => ({
  row: byId(id),
  make: [
    insert('updates', {
      id: text(id),
      neighbourhood_id: text(village.linde),
      idea_id: text(world.idea),
      body: `'De bank staat'`,
      hidden: String(hidden)
    })
  ],
  add: () => ({ id: fresh, neighbourhood_id: village.linde, idea_id: world.idea, body: 'Nieuws' }),
  added: () => byId(fresh),
  change: { hidden: !hidden }
});
const eventAttempt = (id: string, ofIdea: string, added: string): Attempt =>
  closed(
    byId(id),
    {
      id: added,
      neighbourhood_id: village.linde,
      idea_id: ofIdea,
      entity: 'idea',
      entity_id: ofIdea,
      kind: 'invented',
      actor_role: 'steward'
    },
    byId(added),
    { reason: 'herschreven' }
  );
const coalitionAttempt = (id: string, ofIdea: string): Attempt =>
  closed(byId(id), { id: fresh, neighbourhood_id: village.linde, idea_id: ofIdea }, byId(fresh), {
    looked_after_by: 'ik'
  });
const claimAttempt = (id: string, coalition: string, ofIdea: string): Attempt =>
  closed(
    byId(id),
    {
      id: fresh,
      neighbourhood_id: village.linde,
      coalition_id: coalition,
      idea_id: ofIdea,
      place_id: village.room,
      purpose: 'alles',
      size: 'lasting',
      starts_on: dayLater,
      during: '{[2030-01-01,2030-02-01)}',
      exclusive: 1,
      state: 'requested'
    },
    byId(fresh),
    { purpose: 'iets anders' }
  );
const variantAttempt = (id: string): Attempt =>
  closed(
    { upload_id: id },
    { upload_id: id, variant: 'large', media_type: 'image/jpeg', bytes: '\\xffd8ffe000104a46494600010100' },
    { upload_id: id, variant: 'large' },
    { variant: 'large' }
  );

/** What is tried for each entry of the role table. */
export const attempts: Record<string, Attempt> = {
  neighbourhoods: closed(
    byId(village.linde),
    {
      id: fresh,
      slug: 'nieuw',
      name: 'Nieuw',
      border: 'SRID=4326;MULTIPOLYGON(((5 52,5.1 52,5.1 52.1,5 52)))'
    },
    byId(fresh),
    { name: 'Linde en omstreken' }
  ),
  themes: {
    row: byId(uuid('b1', 1)),
    make: [
      insert('themes', {
        id: text(uuid('b1', 1)),
        neighbourhood_id: text(village.linde),
        key: `'food'`,
        names: `'{}'`,
        icon: `'pan'`
      })
    ],
    add: () => ({
      id: fresh,
      neighbourhood_id: village.linde,
      key: 'sport',
      names: { nl: 'Sport' },
      icon: 'ball'
    }),
    added: () => byId(fresh),
    change: { icon: 'soup' }
  },
  map_objects: closed(
    { neighbourhood_id: village.linde, id: 'shed-1' },
    {
      neighbourhood_id: village.linde,
      id: 'new',
      kind: 'green',
      source: 'mine',
      geometry: spot(spots.green)
    },
    { neighbourhood_id: village.linde, id: 'new' },
    { detail: 'home' }
  ),
  participants: closed(byId(people.riet), byId(fresh), byId(fresh), { first_name: 'Iemand' }),
  accounts: closed(
    { participant_id: people.riet },
    { participant_id: people.bep, email: 'bep@example.org' },
    { participant_id: people.bep },
    { email: 'ander@example.org' }
  ),
  memberships: {
    row: { neighbourhood_id: village.linde, participant_id: people.ruben, role: 'planner' },
    make: [
      insert('memberships', {
        neighbourhood_id: text(village.linde),
        participant_id: text(people.ruben),
        role: `'planner'`
      })
    ],
    add: () => ({ neighbourhood_id: village.linde, participant_id: people.bep, role: 'administrator' }),
    added: () => ({ neighbourhood_id: village.linde, participant_id: people.bep, role: 'administrator' }),
    change: { created_at: '2020-01-01T00:00:00+00:00' }
  },
  contacts: {
    row: { participant_id: people.riet, channel: 'call' },
    make: [
      insert('contacts', {
        participant_id: text(people.riet),
        neighbourhood_id: text(village.linde),
        channel: `'call'`,
        value: `'0318-111111'`
      })
    ],
    add: (person) => ({
      participant_id: person,
      neighbourhood_id: village.linde,
      channel: 'mail',
      value: 'ik@example.org'
    }),
    added: (person) => ({ participant_id: person, channel: 'mail' }),
    change: { value: '0318-222222' }
  },
  sessions: closed(
    { token_hash: 'a-hash' },
    { token_hash: 'mine', participant_id: people.noor },
    { token_hash: 'mine' },
    { participant_id: people.stef }
  ),
  one_time_codes: closed(
    { code_hash: 'a-hash' },
    { code_hash: 'mine', purpose: 'administrator', expires_at: dayLater },
    { code_hash: 'mine' },
    { purpose: 'administrator' }
  ),
  outbox_mails: closed(
    byId(uuid('a9', 1)),
    { id: fresh, recipient: 'x@example.org', subject: 'x', body: 'x' },
    byId(fresh),
    { recipient: 'x@example.org' }
  ),
  idempotency_keys: closed(
    { participant_id: people.riet, key: 'a-key-of-riet' },
    { participant_id: people.riet, key: 'another-key', request_hash: 'x' },
    { participant_id: people.riet, key: 'another-key' },
    { request_hash: 'y' }
  ),
  canaries: closed({ id: '1' }, { id: 2, song: 'mine' }, { id: '2' }, { song: 'mine' }),
  invitations: {
    row: byId(uuid('b2', 1)),
    make: [
      insert('invitations', {
        id: text(uuid('b2', 1)),
        neighbourhood_id: text(village.linde),
        email: `'nieuw@example.org'`,
        role: `'facilitator'`
      })
    ],
    add: () => ({
      id: fresh,
      neighbourhood_id: village.linde,
      email: 'steward@example.org',
      organisation_id: village.housing,
      mandate: 'steward'
    }),
    added: () => byId(fresh),
    change: { email: 'ik@example.org' }
  },
  organisations: closed(
    byId(village.housing),
    { id: fresh, neighbourhood_id: village.linde, name: 'Nieuwe club' },
    byId(fresh),
    { words: 'Wij doen mee' }
  ),
  organisation_members: {
    row: { organisation_id: village.housing, participant_id: people.mo },
    make: [
      insert('organisation_members', {
        organisation_id: text(village.housing),
        participant_id: text(people.mo),
        mandate: `'member'`
      })
    ],
    add: () => ({ organisation_id: village.housing, participant_id: people.bep, mandate: 'steward' }),
    added: () => ({ organisation_id: village.housing, participant_id: people.bep }),
    change: { shown_name: 'Mo' }
  },
  places: closed(
    byId(village.field),
    {
      id: fresh,
      neighbourhood_id: village.linde,
      kind: 'green',
      name: 'Nog een veldje',
      location: spot(spots.green)
    },
    byId(fresh),
    { description: 'Gras en een boom' }
  ),
  ideas: ideaAttempt(world.idea),
  'ideas: hidden': ideaAttempt(world.hiddenIdea),
  'ideas: relayed': ideaAttempt(world.relayedIdea),
  idea_authors: {
    ...closed(
      { idea_id: world.idea },
      { idea_id: uuid('a1', 5), participant_id: people.stef },
      { idea_id: uuid('a1', 5) },
      { participant_id: people.stef }
    ),
    make: [
      insert('ideas', {
        id: text(uuid('a1', 5)),
        neighbourhood_id: text(village.linde),
        title: `'Van niemand'`
      }),
      insert('idea_authors', { idea_id: text(world.idea), participant_id: text(people.riet) })
    ]
  },
  moderations: closed(
    { idea_id: world.hiddenIdea },
    { idea_id: world.otherIdea, reason: 'zomaar' },
    { idea_id: world.otherIdea },
    { reason: 'iets anders' }
  ),
  answers: {
    ...closed(
      { idea_id: world.idea },
      { idea_id: world.relayedIdea, kind: 'declined', organisation_id: village.housing, published: true },
      { idea_id: world.relayedIdea },
      { reason: 'Toch niet' }
    ),
    make: [
      insert('answers', {
        idea_id: text(world.idea),
        kind: `'passed_on'`,
        organisation_id: text(village.housing),
        published: 'true'
      })
    ]
  },
  'answers: not yet public': {
    ...closed(
      { idea_id: world.otherIdea },
      { idea_id: world.hiddenIdea, kind: 'declined', organisation_id: village.housing },
      { idea_id: world.hiddenIdea },
      { published: true }
    ),
    make: [
      insert('answers', {
        idea_id: text(world.otherIdea),
        kind: `'declined'`,
        organisation_id: text(village.housing),
        publish_at: `now() + interval '1 day'`
      })
    ]
  },
  needs: {
    ...closed(byId(uuid('b3', 1)), { id: fresh, idea_id: world.idea, kind: 'money' }, byId(fresh), {
      covered_by: 'Iemand'
    }),
    make: [insert('needs', { id: text(uuid('b3', 1)), idea_id: text(world.idea), kind: `'hands'` })]
  },
  'needs: of a hidden idea': {
    ...closed(byId(uuid('b3', 2)), { id: fresh, idea_id: world.hiddenIdea, kind: 'money' }, byId(fresh), {
      covered_by: 'Iemand'
    }),
    make: [insert('needs', { id: text(uuid('b3', 2)), idea_id: text(world.hiddenIdea), kind: `'hands'` })]
  },
  supports: support(world.idea, world.otherIdea),
  'supports: for another': {
    row: { idea_id: world.idea, participant_id: people.bep },
    make: [insert('supports', { idea_id: text(world.idea), participant_id: text(people.bep) })],
    add: () => ({ idea_id: world.otherIdea, participant_id: people.bep }),
    added: () => ({ idea_id: world.otherIdea, participant_id: people.bep }),
    change: { degree: 'help' }
  },
  'supports: of a hidden idea': {
    ...support(world.hiddenIdea, world.hiddenIdea),
    add: (person) => ({ idea_id: world.relayedIdea, participant_id: person }),
    added: (person) => ({ idea_id: world.relayedIdea, participant_id: person })
  },
  comments: commentAttempt(uuid('b4', 1), world.idea, false, false),
  'comments: hidden': commentAttempt(uuid('b4', 2), world.idea, true, true),
  'comments: under a hidden idea': commentAttempt(uuid('b4', 3), world.hiddenIdea, false, false),
  comment_authors: {
    ...closed(
      { comment_id: uuid('b4', 4) },
      { comment_id: uuid('b4', 5), participant_id: people.stef },
      { comment_id: uuid('b4', 5) },
      { participant_id: people.stef }
    ),
    make: [
      ...comment(uuid('b4', 4), world.idea, false),
      insert('comments', { id: text(uuid('b4', 5)), idea_id: text(world.idea), body: `'Van niemand'` })
    ]
  },
  next_steps: closed(
    byId(uuid('aa', 1)),
    { id: fresh, idea_id: world.idea, what: 'weggooien', who: 'Noor', due: dayLater },
    byId(fresh),
    { who: 'Bram' }
  ),
  follow_codes: closed(
    { idea_id: world.idea },
    { idea_id: world.otherIdea, neighbourhood_id: village.linde, code: 'BEUK-12' },
    { idea_id: world.otherIdea },
    { code: 'BEUK-13' }
  ),
  follows: {
    row: { idea_id: world.idea, participant_id: people.riet },
    make: [
      insert('follows', { idea_id: text(world.idea), participant_id: text(people.riet), channel: `'call'` })
    ],
    add: (person) => ({ idea_id: world.otherIdea, participant_id: person, channel: 'self' }),
    added: (person) => ({ idea_id: world.otherIdea, participant_id: person }),
    change: { channel: 'mail' }
  },
  pearls: pearlAttempt(uuid('b5', 1), false),
  'pearls: hidden': pearlAttempt(uuid('b5', 2), true),
  pearl_authors: {
    ...closed(
      { pearl_id: uuid('b5', 3) },
      { pearl_id: uuid('b5', 4), participant_id: people.stef },
      { pearl_id: uuid('b5', 4) },
      { participant_id: people.stef }
    ),
    make: [
      ...pearl(uuid('b5', 3), false),
      insert('pearls', {
        id: text(uuid('b5', 4)),
        neighbourhood_id: text(village.linde),
        title: `'Van niemand'`
      })
    ]
  },
  offers: {
    row: byId(uuid('b6', 1)),
    make: [
      insert('offers', {
        id: text(uuid('b6', 1)),
        neighbourhood_id: text(village.linde),
        participant_id: text(people.riet),
        what: `'soep maken'`
      })
    ],
    add: (person) => ({
      id: fresh,
      neighbourhood_id: village.linde,
      participant_id: person,
      what: 'timmeren'
    }),
    added: () => byId(fresh),
    change: { paused: true }
  },
  messages: {
    row: byId(uuid('b7', 1)),
    make: [
      insert('messages', {
        id: text(uuid('b7', 1)),
        neighbourhood_id: text(village.linde),
        participant_id: text(people.riet),
        body: `'Bel mij'`
      })
    ],
    add: (person) => ({
      id: fresh,
      neighbourhood_id: village.linde,
      participant_id: person,
      body: 'Mag ik iets vragen?'
    }),
    added: () => byId(fresh),
    change: { body: 'Bel mij niet' }
  },
  events: eventAttempt(world.event, world.idea, uuid('ad', 1)),
  'events: of a hidden idea': eventAttempt(world.hiddenEvent, world.hiddenIdea, uuid('ad', 2)),
  'events: that an idea was hidden': eventAttempt(world.hidingEvent, world.idea, uuid('ad', 3)),
  event_actors: {
    ...closed(
      { event_id: world.event },
      { event_id: uuid('a8', 9), participant_id: people.stef },
      { event_id: uuid('a8', 9) },
      { participant_id: people.stef }
    ),
    make: [
      insert('events', {
        id: text(uuid('a8', 9)),
        neighbourhood_id: text(village.linde),
        idea_id: text(world.idea),
        entity: `'idea'`,
        entity_id: text(world.idea),
        kind: `'created'`,
        actor_role: `'author'`
      })
    ]
  },
  change_counters: {
    ...closed(
      { neighbourhood_id: uuid('ac', 1) },
      { neighbourhood_id: uuid('ac', 2), position: 5 },
      { neighbourhood_id: uuid('ac', 2) },
      { position: 1000000 }
    ),
    make: [
      ...[1, 2].map((number) =>
        insert('neighbourhoods', {
          id: text(uuid('ac', number)),
          slug: `'leeg-${number}'`,
          name: `'Leeg'`,
          border: `extensions.st_geomfromewkt('SRID=4326;MULTIPOLYGON(((5 52,5.1 52,5.1 52.1,5 52)))')`
        })
      ),
      insert('change_counters', { neighbourhood_id: text(uuid('ac', 1)), position: '1' })
    ]
  },
  changes: closed(
    { neighbourhood_id: village.linde, position: '1' },
    {
      neighbourhood_id: village.linde,
      position: 999999,
      kind: 'idea.removed',
      entity: 'idea',
      entity_id: world.idea
    },
    { neighbourhood_id: village.linde, position: '999999' },
    { kind: 'idea.removed' }
  ),
  coalitions: coalitionAttempt(world.coalition, world.otherIdea),
  'coalitions: of a hidden idea': coalitionAttempt(world.hiddenCoalition, world.hiddenIdea),
  coalition_members: closed(
    byId(world.memberJoop),
    { id: fresh, coalition_id: world.coalition, role: 'lead' },
    byId(fresh),
    { role: 'lead' }
  ),
  coalition_people: {
    ...closed(
      { member_id: world.memberJoop },
      { member_id: uuid('a3', 3), participant_id: people.stef },
      { member_id: uuid('a3', 3) },
      { participant_id: people.stef }
    ),
    make: [
      insert('coalition_members', {
        id: text(uuid('a3', 3)),
        coalition_id: text(world.coalition),
        role: `'member'`,
        left_at: 'now()'
      }),
      insert('coalition_people', { member_id: text(world.memberJoop), participant_id: text(people.joop) })
    ]
  },
  claims: claimAttempt(world.claim, world.coalition, world.idea),
  'claims: of a hidden idea': claimAttempt(world.hiddenClaim, world.hiddenCoalition, world.hiddenIdea),
  agreements: closed(
    byId(world.agreement),
    {
      id: fresh,
      claim_id: world.claim,
      version: 2,
      what: 'alles mag',
      starts_on: dayLater,
      made_by: 'steward'
    },
    byId(fresh),
    { what: 'alles mag' }
  ),
  agreement_details: {
    ...closed(
      { agreement_id: world.agreement },
      { agreement_id: uuid('a5', 2), key_holder: 'ik' },
      { agreement_id: uuid('a5', 2) },
      { key_holder: 'ik' }
    ),
    make: [
      insert('agreements', {
        id: text(uuid('a5', 2)),
        claim_id: text(world.hiddenClaim),
        version: '1',
        what: `'x'`,
        starts_on: today,
        made_by: `'steward'`
      }),
      insert('agreement_details', { agreement_id: text(world.agreement), key_holder: `'Joop'` })
    ]
  },
  agreement_confirmations: closed(
    { agreement_id: world.agreement, side: 'steward' },
    { agreement_id: world.agreement, side: 'coalition' },
    { agreement_id: world.agreement, side: 'coalition' },
    { on_paper: true }
  ),
  commitments: closed(
    byId(world.commitment),
    {
      id: fresh,
      neighbourhood_id: village.linde,
      idea_id: world.idea,
      coalition_id: world.coalition,
      what: 'iets',
      due: dayLater
    },
    byId(fresh),
    { what: 'iets anders' }
  ),
  commitment_people: {
    ...closed(
      { commitment_id: world.commitment },
      { commitment_id: uuid('a6', 2), participant_id: people.stef },
      { commitment_id: uuid('a6', 2) },
      { participant_id: people.stef }
    ),
    make: [
      insert('commitments', {
        id: text(uuid('a6', 2)),
        neighbourhood_id: text(village.linde),
        idea_id: text(world.idea),
        coalition_id: text(world.coalition),
        what: `'van een club'`,
        due: today
      }),
      insert('commitment_people', {
        commitment_id: text(world.commitment),
        participant_id: text(people.joop)
      })
    ]
  },
  uploads: uploadAttempt(world.upload, false),
  'uploads: hidden': uploadAttempt(world.hiddenUpload, true),
  upload_owners: {
    ...closed(
      { upload_id: uuid('a7', 3) },
      { upload_id: uuid('a7', 4), participant_id: people.stef },
      { upload_id: uuid('a7', 4) },
      { participant_id: people.stef }
    ),
    make: [
      ...upload(uuid('a7', 3), false),
      insert('uploads', {
        id: text(uuid('a7', 4)),
        neighbourhood_id: text(village.linde),
        idea_id: text(world.idea),
        width: '8',
        height: '8'
      })
    ]
  },
  upload_variants: { ...variantAttempt(uuid('a7', 5)), make: upload(uuid('a7', 5), false) },
  'upload_variants: of a hidden photo': {
    ...variantAttempt(uuid('a7', 6)),
    make: upload(uuid('a7', 6), true)
  },
  updates: updateAttempt(uuid('b8', 1), false),
  'updates: hidden': updateAttempt(uuid('b8', 2), true),
  check_ins: closed(
    byId(uuid('ab', 1)),
    { id: fresh, coalition_id: world.coalition, idea_id: world.idea, asked_on: dayLater },
    byId(fresh),
    { answer: 'stopped' }
  ),
  gatherings: {
    ...closed(
      byId(uuid('b9', 1)),
      {
        id: fresh,
        neighbourhood_id: village.linde,
        title: 'Borrel',
        starts_at: `${dayLater}T10:00:00Z`,
        idea_id: world.idea
      },
      byId(fresh),
      { where_words: 'Bij de lindes' }
    ),
    make: [
      insert('gatherings', {
        id: text(uuid('b9', 1)),
        neighbourhood_id: text(village.linde),
        title: `'Koffie'`,
        starts_at: 'now()'
      })
    ]
  }
};
