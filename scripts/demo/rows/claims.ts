import { idOf, neighbourhoodId } from '../ids.ts';
import { dateOf, day, moment, sql, type Expression } from '../sql.ts';
import type { ClaimMove, ClaimOfStory } from '../story/idea.ts';
import { organisationId, organisations } from '../story/organisations.ts';
import type { Person } from '../story/people.ts';
import { isExclusive, placeId, places } from '../story/places.ts';
import type { IdeaContext } from './idea-parts.ts';

const stewardOf = (claim: ClaimOfStory) => places.find((place) => place.key === claim.place)!.steward;

function isSteward(claim: ClaimOfStory, person: Person): boolean {
  const people: readonly (readonly [Person, string])[] =
    organisations.find((organisation) => organisation.key === stewardOf(claim))?.people ?? [];
  return people.some(([name]) => name === person);
}

/** Parts of a claim's row that follow from the moments at which it moved. */
interface Moments {
  requested?: Expression;
  granted?: Expression;
  changed?: Expression;
}

function addAgreement(claim: ClaimOfStory, claimId: string, context: IdeaContext, grantedOn: number): void {
  const { agreement } = claim;
  if (!agreement) return;
  const { idea, book, timeline, record, ideaId } = context;
  const lead = idea.group?.members.find(({ role }) => role === 'lead')?.person;
  const id = book.next('agreement');
  const steward = organisationId(stewardOf(claim));
  // Something small is granted by one yes: the agreement is written with it and nobody confirms it apart.
  const isOneYes = agreement.madeBy === 'steward';
  timeline.add({
    on: agreement.proposedOn,
    write: (at) => {
      book.add('agreements', {
        id,
        claim_id: claimId,
        version: 1,
        what: agreement.what,
        starts_on: dateOf(claim.starts),
        ends_on: claim.ends === undefined ? null : day(claim.ends),
        group_does: agreement.groupDoes,
        owner_does: agreement.ownerDoes,
        conditions: agreement.conditions,
        costs: agreement.costs,
        insurance: agreement.insurance,
        ending: agreement.ending,
        made_by: agreement.madeBy,
        created_at: at
      });
      book.add('agreement_details', {
        agreement_id: id,
        key_holder: agreement.keyHolder,
        who_to_call: agreement.whoToCall
      });
      if (!isOneYes)
        record({ at, ideaId, entity: 'agreement', entityId: id, kind: 'proposed', role: 'lead', by: lead });
    }
  });
  for (const side of ['coalition', 'steward'] as const)
    timeline.add({
      on: grantedOn,
      write: (at) => {
        const onPaper = agreement.onPaper ?? false;
        book.add('agreement_confirmations', { agreement_id: id, side, on_paper: onPaper, confirmed_at: at });
        if (!isOneYes)
          record({
            at,
            ideaId,
            entity: 'agreement',
            entityId: id,
            kind: 'confirmed',
            role: side === 'coalition' ? 'lead' : 'steward',
            by: side === 'coalition' ? lead : undefined,
            organisation: side === 'steward' ? steward : null,
            detail: { json: { side, onPaper } }
          });
      }
    });
}

function recordMove(
  claim: ClaimOfStory,
  claimId: string,
  index: number,
  context: IdeaContext,
  at: Expression
): void {
  const move = claim.path[index]!;
  const from = claim.path[index - 1]?.to;
  const isByOwner = isSteward(claim, move.by);
  const detail = from
    ? {
        from,
        to: move.to,
        ...(move.to === 'refused' && claim.otherPlace && { otherPlaceId: placeId(claim.otherPlace) })
      }
    : { placeId: placeId(claim.place) };
  context.record({
    at,
    ideaId: context.ideaId,
    entity: 'claim',
    entityId: claimId,
    kind: move.to,
    role: isByOwner ? 'steward' : 'lead',
    by: move.by,
    organisation: isByOwner ? organisationId(stewardOf(claim)) : null,
    words: move.words,
    detail: { json: { ...detail, ...(move.told && { text: move.told }) } }
  });
}

/** A request to use a place, how it went, and the agreement that came of it. */
export function addClaim(claim: ClaimOfStory, index: number, context: IdeaContext): void {
  const { book, timeline, idea, ideaId, coalitionId } = context;
  const id = idOf('claim', idea.number * 10 + index + 1);
  const moments: Moments = {};
  const last: ClaimMove = claim.path.at(-1)!;
  for (const [position, move] of claim.path.entries()) {
    if (move.to === 'granted') addAgreement(claim, id, context, move.on);
    timeline.add({
      on: move.on,
      write: (at) => {
        if (move.to === 'requested') moments.requested = at;
        if (move.to === 'granted') moments.granted = at;
        moments.changed = at;
        recordMove(claim, id, position, context, at);
        if (position === claim.path.length - 1) book.add('claims', row());
      }
    });
  }
  if (claim.silentSince !== undefined)
    timeline.add({
      on: claim.silentSince,
      fixedAt: '17:05',
      write: (at) =>
        context.record({ at, ideaId, entity: 'claim', entityId: id, kind: 'silent', role: 'clock' })
    });

  const row = () => ({
    id,
    neighbourhood_id: neighbourhoodId,
    coalition_id: coalitionId,
    idea_id: ideaId,
    place_id: placeId(claim.place),
    purpose: claim.purpose,
    size: claim.size,
    starts_on: dateOf(claim.starts),
    ends_on: claim.ends === undefined ? null : day(claim.ends),
    weekly: claim.weekly ? { json: claim.weekly } : null,
    during: sql(
      `private.expand_times(${dateOf(claim.starts).sql}, ${claim.ends === undefined ? 'null' : day(claim.ends).sql}, ${claim.weekly ? `'${JSON.stringify(claim.weekly)}'::jsonb` : 'null'}, 'Europe/Amsterdam')`
    ),
    exclusive: isExclusive(claim.place) ? 1 : 0,
    state: last.to,
    answer_by:
      claim.answerBy === undefined
        ? moment(claim.path[0]!.on + (claim.size === 'small' ? 7 : 14), '23:59')
        : moment(claim.answerBy, claim.silentSince === undefined ? '23:59' : '17:00'),
    silent_since: claim.silentSince === undefined ? null : moment(claim.silentSince, '17:05'),
    other_place_id: claim.otherPlace ? placeId(claim.otherPlace) : null,
    granted_at: moments.granted ?? null,
    realised_on: claim.path.some((move) => move.to === 'realised') ? day(idea.realised!) : null,
    looked_after_by: last.to === 'in_stewardship' ? (idea.group?.lookedAfterBy ?? null) : null,
    next_check_in:
      last.to === 'in_stewardship' && idea.group?.nextCheckIn !== undefined
        ? day(idea.group.nextCheckIn)
        : null,
    version: claim.path.length,
    created_at: moments.requested ?? null,
    changed_at: moments.changed ?? null
  });
}
