import * as v from 'valibot';
import { optionalId } from '#lib/domain/refusal/fields.ts';
import type { StaffRole } from './types.ts';

export const staffRoles = ['facilitator', 'planner', 'administrator'] as const satisfies readonly StaffRole[];
export const mandates = ['steward', 'deputy', 'member'] as const;
export type Mandate = (typeof mandates)[number];

/** Somebody's role in the neighbourhood. `since` is when it was given, as the database writes a moment. */
export interface Membership {
  participantId: string;
  role: StaffRole;
  since: string;
}

/** Somebody's place in an organisation. */
export interface OrganisationMembership {
  organisationId: string;
  participantId: string;
  mandate: Mandate;
  name: string | null;
  since: string;
}

/** An e-mail address that becomes a role or a place in an organisation at its next sign-in. */
export interface Invitation {
  id: string;
  email: string;
  role: StaffRole | null;
  organisationId: string | null;
  mandate: Mandate | null;
  invitedAt: string;
  acceptedAt: string | null;
}

/** Somebody with a role or a mandate here. */
export interface Member {
  participantId: string;
  /** As they are known in an organisation. */
  name: string | null;
  /** The address they were invited at. */
  email: string | null;
  roles: { role: StaffRole; since: string }[];
  mandates: { organisationId: string; organisation: string; mandate: Mandate; since: string }[];
}

/**
 * Everybody who works here, once each: those with a role first, then by name.
 *
 * An account's own address is not for administrators to read. They do know whom they invited: an invitation turns into a
 * role in the same transaction in which it is accepted, so both carry the same moment.
 */
export function membersOf(
  memberships: readonly Membership[],
  organisationMemberships: readonly OrganisationMembership[],
  invitations: readonly Invitation[],
  organisationNames: ReadonlyMap<string, string>
): Member[] {
  const members = new Map<string, Member>();
  const memberOf = (participantId: string): Member => {
    const known = members.get(participantId);
    if (known) return known;
    const made: Member = { participantId, name: null, email: null, roles: [], mandates: [] };
    members.set(participantId, made);
    return made;
  };
  const emailAt = (since: string, is: (invitation: Invitation) => boolean): string | null =>
    invitations.find((invitation) => invitation.acceptedAt === since && is(invitation))?.email ?? null;

  for (const { participantId, role, since } of memberships) {
    const member = memberOf(participantId);
    member.roles.push({ role, since });
    member.email ??= emailAt(since, (invitation) => invitation.role === role);
  }
  for (const { participantId, organisationId, mandate, name, since } of organisationMemberships) {
    const member = memberOf(participantId);
    const organisation = organisationNames.get(organisationId) ?? '';
    member.mandates.push({ organisationId, organisation, mandate, since });
    member.name ??= name;
    member.email ??= emailAt(since, (invitation) => invitation.organisationId === organisationId);
  }
  const label = ({ name, email }: Member) => name ?? email ?? '\uFFFF';
  return [...members.values()].sort(
    (one, other) =>
      Number(other.roles.length > 0) - Number(one.roles.length > 0) ||
      label(one).localeCompare(label(other), 'nl') ||
      (one.participantId < other.participantId ? -1 : 1)
  );
}

/** To what somebody can be invited: a role, or an organisation with a mandate. */
export const invitedAs = [...staffRoles, 'organisation'] as const;
export type InvitedAs = (typeof invitedAs)[number];

const email = v.pipe(
  v.nullish(v.string('email_malformed'), ''),
  v.trim(),
  v.toLowerCase(),
  v.check((text) => text !== '', 'email_missing'),
  v.maxLength(200, 'email_malformed'),
  v.email('email_malformed')
);

/** An invitation as it is filled in. */
export const newInvitation = v.pipe(
  v.object(
    {
      email,
      as: v.picklist(invitedAs, 'invited_as_missing'),
      organisationId: optionalId,
      mandate: v.optional(v.picklist(mandates, 'choice_malformed'), 'member')
    },
    'input_malformed'
  ),
  v.forward(
    v.partialCheck(
      [['as'], ['organisationId']],
      (invitation) => invitation.as !== 'organisation' || invitation.organisationId !== null,
      'invited_organisation_missing'
    ),
    ['organisationId']
  )
);
export type NewInvitation = v.InferInput<typeof newInvitation>;
