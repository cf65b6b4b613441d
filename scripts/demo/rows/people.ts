import { neighbourhoodId } from '../ids.ts';
import { moment, point } from '../sql.ts';
import { organisationId, organisations } from '../story/organisations.ts';
import { accounts, memberships, participants, personId, shownName } from '../story/people.ts';
import type { Book } from './book.ts';

const beforeEverything = moment(-420, '09:00');

/** The clubs and organisations, the people of the story, and what they are in the village. */
export function addPeople(book: Book): void {
  for (const organisation of organisations) {
    const id = organisationId(organisation.key);
    book.add('organisations', {
      id,
      neighbourhood_id: neighbourhoodId,
      name: organisation.name,
      kind: organisation.kind,
      words: organisation.words,
      reach: organisation.reach,
      location: organisation.spot ? point(organisation.spot) : null,
      example: true,
      created_at: beforeEverything
    });
    for (const [person, mandate] of organisation.people)
      book.add('organisation_members', {
        organisation_id: id,
        participant_id: personId(person),
        mandate,
        shown_name: shownName(person),
        created_at: beforeEverything
      });
  }
  for (const { id, firstName, language } of participants)
    book.add('participants', { id, first_name: firstName, language, created_at: beforeEverything });
  for (const [person, email] of accounts)
    book.add('accounts', { participant_id: personId(person), email, created_at: beforeEverything });
  for (const [person, role] of memberships)
    book.add('memberships', {
      neighbourhood_id: neighbourhoodId,
      participant_id: personId(person),
      role,
      created_at: beforeEverything
    });
}
