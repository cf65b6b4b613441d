import { describe, expect, it } from 'vitest';
import {
  membersOf,
  type Invitation,
  type Membership,
  type OrganisationMembership
} from '#lib/domain/neighbourhood/members.ts';

const names = new Map([['theemuts', 'De Theemuts']]);
const role = (participantId: string, given: Membership['role'], since: string): Membership => ({
  participantId,
  role: given,
  since
});
const place = (participantId: string, name: string | null, since: string): OrganisationMembership => ({
  organisationId: 'theemuts',
  participantId,
  mandate: 'member',
  name,
  since
});
const accepted = (email: string, acceptedAt: string, changes: Partial<Invitation> = {}): Invitation => ({
  id: email,
  email,
  role: 'planner',
  organisationId: null,
  mandate: null,
  invitedAt: '2026-11-01T10:00:00Z',
  acceptedAt,
  ...changes
});

describe('who works here', () => {
  it('shows everybody once, with all they are, those with a role first', () => {
    const members = membersOf(
      [role('noor', 'facilitator', 't1')],
      [place('anja', 'Anja', 't2'), place('noor', 'Noor', 't3')],
      [],
      names
    );
    expect(members.map(({ name }) => name)).toEqual(['Noor', 'Anja']);
    expect(members[0]).toMatchObject({
      roles: [{ role: 'facilitator' }],
      mandates: [{ organisation: 'De Theemuts', mandate: 'member' }]
    });
  });

  it('knows somebody by the invitation that became their role, and by no other', () => {
    const members = membersOf(
      [
        role('tom', 'planner', '2026-11-02T09:00:00.123456Z'),
        role('mo', 'planner', '2026-11-02T09:00:00.999Z')
      ],
      [place('lies', null, '2026-11-03T09:00:00Z')],
      [
        accepted('tom@example.org', '2026-11-02T09:00:00.123456Z'),
        accepted('other@example.org', '2026-11-02T09:00:00.999Z', { role: 'facilitator' }),
        accepted('lies@example.org', '2026-11-03T09:00:00Z', { role: null, organisationId: 'theemuts' })
      ],
      names
    );
    const emails = Object.fromEntries(members.map(({ participantId, email }) => [participantId, email]));
    expect(emails).toEqual({ tom: 'tom@example.org', mo: null, lies: 'lies@example.org' });
  });
});
