import { people, spots, village, type Person } from '../fixtures/village.ts';
import type { TestDatabase } from '../support/database.ts';
import { as } from './acting.ts';

// The steps of the chain that most tests need before they come to the one they are about.

let counter = 0;
/** A uuid of its own for each call, the same ones in each run of a file. */
export function nextId(): string {
  counter += 1;
  return `f0000000-0000-4000-8000-${counter.toString(16).padStart(12, '0')}`;
}

export const point = (spot: readonly [number, number]) => ({ type: 'Point', coordinates: spot });

/** `YYYY-MM-DD` of today in the Netherlands, some days later or earlier. */
export function day(later: number): string {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam' }).format(new Date());
  const moved = new Date(`${today}T12:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + later);
  return moved.toISOString().slice(0, 10);
}

export interface Story {
  idea: string;
  coalition: string;
  claim: string;
}

/** An idea on the green, by its author. */
export async function tellIdea(
  database: TestDatabase,
  author: Person = 'riet',
  request: Record<string, unknown> = {}
): Promise<string> {
  const person = await as(database, author);
  const idea = await person.does<{ id: string }>('create_idea', {
    request: {
      id: nextId(),
      wijk: 'linde',
      title: 'Een bank in de zon',
      location: point(spots.green),
      ...request
    }
  });
  return idea.id;
}

/** A group of fatma (lead), joop and bep, each in a home of their own. */
export async function gather(
  database: TestDatabase,
  idea: string,
  members: readonly Person[] = ['joop', 'bep'],
  lead: Person = 'fatma'
): Promise<string> {
  const started = await (
    await as(database, lead)
  ).does<{ id: string }>('start_coalition', {
    idea,
    request: { id: nextId(), name: lead, says: 'Ik wil dit wel trekken' }
  });
  for (const member of members)
    await (
      await as(database, member)
    ).does('join_coalition', { coalition: started.id, request: { says: 'Ik doe mee' } });
  return started.id;
}

/** A lasting request for the shared green, from tomorrow on. */
export async function askPlace(
  database: TestDatabase,
  coalition: string,
  request: Record<string, unknown> = {},
  lead: Person = 'fatma'
): Promise<string> {
  const claim = await (
    await as(database, lead)
  ).does<{ id: string }>('request_claim', {
    request: {
      id: nextId(),
      coalitionId: coalition,
      placeId: village.field,
      purpose: 'Een bank neerzetten',
      size: 'lasting',
      startsOn: day(1),
      ...request
    }
  });
  return claim.id;
}

/** From an idea to a request. */
export async function askedStory(
  database: TestDatabase,
  claim: Record<string, unknown> = {}
): Promise<Story> {
  const idea = await tellIdea(database);
  const coalition = await gather(database, idea);
  return { idea, coalition, claim: await askPlace(database, coalition, claim) };
}

/** Talks, an agreement, and both sides' yes. Answers with the agreement. */
export async function agree(
  database: TestDatabase,
  claim: string,
  request: Record<string, unknown> = {}
): Promise<string> {
  const bram = await as(database, 'bram');
  await bram.does('transition_claim', { claim, to_state: 'in_talks' });
  const agreement = await bram.does<{ id: string }>('make_agreement', {
    claim,
    request: {
      what: 'Een bank aan de schaduwkant',
      keyHolder: 'Bram heeft de sleutel',
      whoToCall: 'Bel 0318-000000',
      ...request
    }
  });
  await bram.does('confirm_agreement', { agreement: agreement.id });
  await (await as(database, 'fatma')).does('confirm_agreement', { agreement: agreement.id });
  return agreement.id;
}

/** A photo of an idea, one grey pixel wide in spirit: the bytes only begin as a photo does. */
export async function putPhoto(database: TestDatabase, idea: string, person: Person): Promise<string> {
  const photo = await (
    await as(database, person)
  ).does<{ id: string }>('create_upload', {
    request: {
      id: nextId(),
      ideaId: idea,
      description: 'Een bank',
      width: 800,
      height: 600,
      variants: {
        small: {
          mediaType: 'image/jpeg',
          base64: Buffer.from('ffd8ffe000104a46494600010100', 'hex').toString('base64')
        },
        large: {
          mediaType: 'image/webp',
          base64: Buffer.from('524946460c00000057454250abcd', 'hex').toString('base64')
        }
      }
    }
  });
  return photo.id;
}

export async function claimRow(database: TestDatabase, claim: string): Promise<Record<string, unknown>> {
  const [row] = await database.sql('select * from public.claims where id = $1', [claim]);
  if (!row) throw new Error('There is no such claim.');
  return row;
}

/** Puts a claim in a state by hand, past the table of transitions, to begin a test there. */
export async function placeClaim(
  database: TestDatabase,
  story: Story,
  state: string,
  columns: Record<string, string> = {}
): Promise<string> {
  const id = nextId();
  const values: Record<string, string> = {
    id: `'${id}'`,
    neighbourhood_id: `'${village.linde}'`,
    coalition_id: `'${story.coalition}'`,
    idea_id: `'${story.idea}'`,
    place_id: `'${village.field}'`,
    purpose: `'proef'`,
    size: `'lasting'`,
    starts_on: `'${day(1)}'`,
    during: `private.expand_times('${day(1)}', null, null, 'Europe/Amsterdam')`,
    exclusive: '0',
    state: `'${state}'`,
    ...columns
  };
  await database.sql(
    `insert into public.claims (${Object.keys(values).join(', ')}) values (${Object.values(values).join(', ')})`
  );
  return id;
}

export const participant = (person: Person): string => people[person];
