import { idOf, neighbourhoodId } from '../ids.ts';
import { dateOf, day, moment, sql, textSql, type Cell } from '../sql.ts';
import type { HappeningOfStory, IdeaOfStory, StepOfStory } from '../story/idea.ts';
import { organisationId } from '../story/organisations.ts';
import { personId, shownName } from '../story/people.ts';
import { drawings } from '../story/pictures.ts';
import type { Book } from './book.ts';
import type { EventWriter } from './events.ts';
import type { Timeline } from './timeline.ts';

/** What the parts of an idea are written with. */
export interface IdeaContext {
  idea: IdeaOfStory;
  ideaId: string;
  coalitionId: string;
  timeline: Timeline;
  book: Book;
  record: EventWriter;
}

export const needId = (idea: IdeaOfStory, index: number): string =>
  idOf('need', idea.number * 100 + index + 1);

const entityOf: Partial<Record<HappeningOfStory['kind'], 'coalition'>> = {
  handed_over: 'coalition',
  realised: 'coalition',
  kept_going: 'coalition',
  completed: 'coalition',
  rested: 'coalition'
};

function happeningDetail(happening: HappeningOfStory, idea: IdeaOfStory): Cell {
  const plain = {
    ...happening.detail,
    ...(happening.coversNeed !== undefined && { needId: needId(idea, happening.coversNeed) })
  };
  if (!happening.told) return { json: plain };
  return sql(`jsonb_build_object('text', ${textSql(happening.told)}) || '${JSON.stringify(plain)}'::jsonb`);
}

/** Something of the history that does not follow from the rest. */
export function addHappening(
  happening: HappeningOfStory,
  { idea, ideaId, coalitionId, timeline, record }: IdeaContext
): void {
  const entity = entityOf[happening.kind] ?? 'idea';
  timeline.add({
    on: happening.on,
    write: (at) =>
      record({
        at,
        ideaId,
        entity,
        entityId: entity === 'idea' ? ideaId : coalitionId,
        kind: happening.kind,
        role: happening.role,
        by: happening.by,
        label: happening.label ?? happening.by,
        organisation: happening.organisation ? organisationId(happening.organisation) : null,
        words: happening.words,
        detail: happeningDetail(happening, idea)
      })
  });
}

/** News, with the drawing that belongs to it. */
export function addUpdates({ idea, ideaId, timeline, book }: IdeaContext): void {
  for (const update of idea.updates ?? [])
    timeline.add({
      on: update.on,
      write: (at) =>
        book.add('updates', {
          id: book.next('update'),
          neighbourhood_id: neighbourhoodId,
          idea_id: ideaId,
          kind: update.kind,
          body: update.body,
          shown_name: update.by ? shownName(update.by) : null,
          organisation_id: update.organisation ? organisationId(update.organisation) : null,
          upload_id: update.picture ? idOf('upload', drawings[update.picture].idea) : null,
          created_at: at
        })
    });
}

/** “Gaat het nog goed?”, asked and answered. */
export function addCheckIns({ idea, ideaId, coalitionId, timeline, book, record }: IdeaContext): void {
  for (const checkIn of idea.checkIns ?? []) {
    const id = book.next('checkIn');
    timeline.add({
      on: checkIn.on,
      write: (at) => {
        book.add('check_ins', {
          id,
          coalition_id: coalitionId,
          idea_id: ideaId,
          asked_on: day(checkIn.on),
          answered_at: checkIn.answer ? at : null,
          answer: checkIn.answer ?? null,
          words: checkIn.words ?? null
        });
        if (checkIn.answer)
          record({
            at,
            ideaId,
            entity: 'check_in',
            entityId: coalitionId,
            kind: 'check_in_answered',
            role: 'member',
            detail: {
              json: { answer: checkIn.answer, text: `Gevraagd: “Gaat het nog goed?” ${checkIn.words ?? ''}` }
            }
          });
      }
    });
  }
}

/** What was said under the idea. */
export function addComments({ idea, ideaId, timeline, book }: IdeaContext): void {
  for (const comment of idea.comments ?? []) {
    const id = book.next('comment');
    timeline.add({
      on: comment.on,
      write: (at) => {
        book.add('comments', {
          id,
          idea_id: ideaId,
          body: comment.body,
          author_name: shownName(comment.by),
          created_at: at
        });
        book.add('comment_authors', { comment_id: id, participant_id: personId(comment.by) });
      }
    });
  }
}

/** The next step; when somebody promised it, a promise of the group as well. */
export function addStep(
  step: StepOfStory,
  { idea, ideaId, coalitionId, timeline, book, record }: IdeaContext
): void {
  const { promise } = step;
  const due = dateOf(step.due);
  const said = promise?.on ?? Math.max(idea.created, -10);
  const id = book.next('nextStep');
  timeline.add({
    on: Math.min(said, -2),
    write: (at) => {
      book.add('next_steps', { id, idea_id: ideaId, what: step.what, who: step.who, due, created_at: at });
      if (!promise) return;
      const commitment = book.next('commitment');
      const organisation = promise.organisation ? organisationId(promise.organisation) : null;
      book.add('commitments', {
        id: commitment,
        neighbourhood_id: neighbourhoodId,
        idea_id: ideaId,
        coalition_id: coalitionId,
        what: step.what,
        due,
        shown_name: shownName(promise.by),
        organisation_id: organisation,
        created_at: at
      });
      book.add('commitment_people', { commitment_id: commitment, participant_id: personId(promise.by) });
      record({
        at,
        ideaId,
        entity: 'commitment',
        entityId: commitment,
        kind: 'promised',
        role: organisation ? 'partner' : 'member',
        by: promise.by,
        organisation,
        detail: sql(`jsonb_build_object('what', ${textSql(step.what)}, 'due', ${due.sql})`)
      });
    }
  });
}

/** The word of a named party. */
export function addAnswer({ idea, ideaId, book }: IdeaContext): void {
  const { answer } = idea;
  if (!answer) return;
  const said = moment(answer.on, '15:00');
  book.add('answers', {
    idea_id: ideaId,
    kind: answer.kind,
    organisation_id: organisationId(answer.organisation),
    number: answer.number ?? null,
    reason: answer.reason ?? null,
    called_first: answer.calledFirst ?? false,
    publish_at: said,
    published: true,
    created_at: said
  });
}
