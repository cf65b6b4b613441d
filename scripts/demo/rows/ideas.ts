import { idOf, neighbourhoodId } from '../ids.ts';
import { day, moment, point, sql } from '../sql.ts';
import type { HappeningOfStory, IdeaOfStory, NeedOfStory } from '../story/idea.ts';
import { themes } from '../story/neighbourhood.ts';
import {
  organisationId,
  organisationName,
  organisations,
  type OrganisationKey
} from '../story/organisations.ts';
import { personId, shownName } from '../story/people.ts';
import { placeId } from '../story/places.ts';
import type { Book } from './book.ts';
import { addClaim } from './claims.ts';
import { eventWriter } from './events.ts';
import { addGroup } from './group.ts';
import {
  addAnswer,
  addCheckIns,
  addComments,
  addHappening,
  addStep,
  addUpdates,
  needId,
  type IdeaContext
} from './idea-parts.ts';
import type { StoryTexts } from './sources.ts';
import { Timeline } from './timeline.ts';

type Texts = StoryTexts['ideas'][number];

const isOrganisation = (key: string): key is OrganisationKey =>
  organisations.some((organisation) => organisation.key === key);

function addIdea({ idea, ideaId, timeline, book, record }: IdeaContext, texts: Texts): void {
  const theme = themes.findIndex(({ nl }) => nl === texts.thema);
  if (theme < 0) throw new Error(`Idea ${idea.number} has an unknown theme: ${texts.thema}`);
  timeline.add({
    on: idea.created,
    fixedAt: idea.createdAt ?? '10:05',
    write: (at) => {
      book.add('ideas', {
        id: ideaId,
        neighbourhood_id: neighbourhoodId,
        kind: idea.kind ?? 'wish',
        title: texts.titel,
        description: texts.tekst,
        original: texts.origineel,
        language: idea.language ?? 'nl',
        theme_id: idOf('theme', theme + 1),
        size: idea.size,
        place_needed: idea.placeNeeded,
        place_id: idea.place ? placeId(idea.place) : null,
        location: point([texts.lon, texts.lat]),
        // The story says “bij de halte” in one place: the street is what comes before it.
        street: texts.waar.split(',')[0]!,
        state: idea.state,
        realised_on: idea.realised === undefined ? null : day(idea.realised),
        author_name: shownName(idea.author),
        read_before: sql(`private.next_friday(${day(idea.created).sql})`),
        read_at: moment(idea.created + 2, '10:30'),
        created_at: at,
        changed_at: at
      });
      record({
        at,
        ideaId,
        entity: 'idea',
        entityId: ideaId,
        kind: 'created',
        role: 'author',
        by: idea.author
      });
    }
  });
  book.add('idea_authors', {
    idea_id: ideaId,
    participant_id: personId(idea.author),
    entered_by: idea.enteredBy ? personId(idea.enteredBy) : null,
    consent_note: idea.consent ?? null
  });
  book.add('follow_codes', { idea_id: ideaId, neighbourhood_id: neighbourhoodId, code: idea.code });
  book.add('follows', {
    idea_id: ideaId,
    participant_id: personId(idea.author),
    channel: idea.follow,
    created_at: moment(idea.created, '20:30')
  });
}

function addNeed(need: NeedOfStory, index: number, { idea, ideaId, book }: IdeaContext): void {
  const coveredOn = need.on ?? idea.group?.since ?? idea.created;
  const organisation = need.by !== undefined && isOrganisation(need.by) ? need.by : null;
  book.add('needs', {
    id: needId(idea, index),
    idea_id: ideaId,
    kind: need.kind,
    words: need.words ?? '',
    amount: need.amount ?? null,
    covered_at: need.by === undefined ? null : moment(coveredOn, '21:00'),
    covered_by: organisation ? organisationName(organisation) : (need.by ?? null),
    organisation_id: organisation ? organisationId(organisation) : null,
    position: index,
    created_at: moment(idea.created, '21:00')
  });
}

/** One idea with all that hangs on it: needs, group, claims, agreements, promises, news and history. */
export function addIdeaOfStory(idea: IdeaOfStory, texts: Texts, book: Book): void {
  const context: IdeaContext = {
    idea,
    ideaId: idOf('idea', idea.number),
    coalitionId: idOf('coalition', idea.number),
    timeline: new Timeline(),
    book,
    record: eventWriter(book, idea)
  };
  addIdea(context, texts);
  for (const [index, need] of idea.needs.entries()) addNeed(need, index, context);
  const isEarly = (happening: HappeningOfStory): boolean => happening.on === idea.created;
  const happenings = idea.happenings ?? [];
  for (const happening of happenings.filter(isEarly)) addHappening(happening, context);
  if (idea.group) addGroup(context);
  for (const [index, claim] of (idea.claims ?? []).entries()) addClaim(claim, index, context);
  for (const happening of happenings.filter((one) => !isEarly(one))) addHappening(happening, context);
  addUpdates(context);
  addCheckIns(context);
  addComments(context);
  for (const step of idea.steps ?? []) addStep(step, context);
  addAnswer(context);
  context.timeline.settle();
}
