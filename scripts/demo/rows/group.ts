import { idOf, neighbourhoodId } from '../ids.ts';
import { day } from '../sql.ts';
import type { MemberOfStory } from '../story/idea.ts';
import { organisationId } from '../story/organisations.ts';
import { personId, professionals, shownName } from '../story/people.ts';
import type { IdeaContext } from './idea-parts.ts';

function addMember(
  member: MemberOfStory,
  index: number,
  { idea, ideaId, coalitionId, timeline, book, record }: IdeaContext
): void {
  const id = idOf('member', idea.number * 100 + index + 1);
  const organisation = member.organisation ? organisationId(member.organisation) : null;
  timeline.add({
    on: member.on ?? idea.group!.since,
    write: (at) => {
      book.add('coalition_members', {
        id,
        coalition_id: coalitionId,
        role: organisation ? 'partner' : (member.role ?? 'member'),
        // A partner stands with the name of its organisation alone.
        shown_name: organisation || member.isUnnamed || !member.person ? null : shownName(member.person),
        organisation_id: organisation,
        says: member.says ?? null,
        joined_at: at
      });
      if (member.person) {
        const isProfessional = professionals.includes(member.person);
        book.add('coalition_people', {
          member_id: id,
          participant_id: personId(member.person),
          household: personId(member.person).replace('-8002-', '-8016-'),
          resident: !isProfessional,
          professional: isProfessional
        });
      }
      if (organisation)
        record({
          at,
          ideaId,
          entity: 'coalition',
          entityId: coalitionId,
          kind: 'joined',
          role: 'partner',
          organisation,
          words: member.says
        });
    }
  });
}

/** The group of an idea: who is in it, in which role, and since when. */
export function addGroup(context: IdeaContext): void {
  const { idea, ideaId, coalitionId, timeline, book, record } = context;
  const group = idea.group!;
  timeline.add({
    on: group.since,
    write: (at) => {
      // Who led it first: the author, where the lead was handed over.
      const lead = idea.happenings?.some(({ kind }) => kind === 'handed_over')
        ? idea.author
        : group.members.find(({ role }) => role === 'lead')?.person;
      book.add('coalitions', {
        id: coalitionId,
        neighbourhood_id: neighbourhoodId,
        idea_id: ideaId,
        name: null,
        state: group.state,
        kept_going_since: group.keptGoingSince === undefined ? null : day(group.keptGoingSince),
        looked_after_by: group.lookedAfterBy ?? null,
        next_check_in: group.nextCheckIn === undefined ? null : day(group.nextCheckIn),
        created_at: at
      });
      record({
        at,
        ideaId,
        entity: 'coalition',
        entityId: coalitionId,
        kind: 'started',
        role: 'lead',
        by: lead,
        detail: { json: group.told ? { text: group.told } : {} }
      });
    }
  });
  for (const [index, member] of group.members.entries()) addMember(member, index, context);
}
