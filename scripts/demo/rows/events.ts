import { idOf, neighbourhoodId } from '../ids.ts';
import type { Cell, Expression } from '../sql.ts';
import type { IdeaOfStory } from '../story/idea.ts';
import { personId, shownName, type Person } from '../story/people.ts';
import type { Book } from './book.ts';

export interface EventOfStory {
  at: Expression;
  ideaId: string;
  entity: 'idea' | 'coalition' | 'claim' | 'agreement' | 'commitment' | 'check_in';
  entityId: string;
  kind: string;
  role: string;
  by?: Person | undefined;
  /** The name that is shown, when it is not that of `by`. */
  label?: Person | undefined;
  organisation?: string | null;
  words?: string | undefined;
  detail?: Cell;
}

export type EventWriter = (event: EventOfStory) => void;

/** The row of the group by which somebody is named: taking the name back there takes it back in the history too. */
function memberId(idea: IdeaOfStory, person: Person | undefined): string | null {
  const index = idea.group?.members.findIndex((member) => member.person === person) ?? -1;
  return person && index >= 0 ? idOf('member', idea.number * 100 + index + 1) : null;
}

/** Writes events and, apart from them, which person it was. */
export function eventWriter(book: Book, idea: IdeaOfStory): EventWriter {
  return ({ at, ideaId, entity, entityId, kind, role, by, label = by, organisation, words, detail }) => {
    const id = book.next('event');
    const member = ['lead', 'member', 'partner'].includes(role) ? memberId(idea, label) : null;
    const isNamedElsewhere = member !== null || role === 'author';
    book.add('events', {
      id,
      neighbourhood_id: neighbourhoodId,
      idea_id: ideaId,
      entity,
      entity_id: entityId,
      kind,
      actor_role: role,
      actor_label: label && !isNamedElsewhere ? shownName(label) : null,
      member_id: member,
      organisation_id: organisation ?? null,
      reason: words ?? null,
      detail: detail ?? { json: {} },
      at
    });
    if (by) book.add('event_actors', { event_id: id, participant_id: personId(by) });
  };
}
