import { describe, expect, it } from 'vitest';
import { groupActFor } from '#lib/domain/coalition/next-act.ts';
import type { ClaimState } from '#lib/domain/claim/types.ts';
import type { ClaimDetail, CoalitionSummary, IdeaPage, MemberRole } from '#lib/domain/idea/types.ts';

const today = '2026-11-23';
const group: CoalitionSummary = {
  id: 'g',
  state: 'active',
  name: null,
  keptGoingSince: null,
  nextCheckIn: null,
  memberCount: 3,
  lead: { name: null }
};
const lead = { id: 'm1', role: 'lead', name: null, says: null, organisation: null, joinedAt: '' } as const;

type Group = Parameters<typeof groupActFor>[0];
const idea = (changes: Partial<Group> = {}): Group => ({
  state: 'taken_up',
  placeNeeded: true,
  coalition: group,
  members: [lead],
  claimDetails: [],
  ...changes
});
const claims = (...states: ClaimState[]) => states.map((state) => ({ state }) as ClaimDetail);
const as = (role: MemberRole) => ({ member: { id: 'm', role, name: null } });
const actOf = (changes: Partial<IdeaPage>, role: MemberRole | null, isReady = true) =>
  groupActFor(idea(changes), role ? as(role) : null, isReady, today);

describe('who is not in the group', () => {
  it('may join, also as a supporter and while the group rests', () => {
    expect(actOf({}, null)).toBe('join');
    expect(actOf({}, 'supporter')).toBe('join');
    expect(actOf({ coalition: { ...group, state: 'resting' } }, null)).toBe('join');
  });
});

describe('who is in the group', () => {
  it('wakes it, leads it when nobody does, and answers when it is time', () => {
    expect(actOf({ coalition: { ...group, state: 'resting' } }, 'member')).toBe('wake');
    expect(actOf({ members: [] }, 'member')).toBe('take_lead');
    expect(actOf({ members: [] }, 'partner')).toBe('promise');
    const kept = { ...group, keptGoingSince: '2026-09-01', nextCheckIn: today };
    expect(actOf({ state: 'realised', coalition: kept }, 'member')).toBe('check_in');
    expect(actOf({ state: 'realised', coalition: { ...kept, nextCheckIn: '2026-11-24' } }, 'lead')).toBe(
      'promise'
    );
  });

  it('promises something otherwise', () => {
    expect(actOf({}, 'member')).toBe('promise');
    expect(actOf({}, 'partner')).toBe('promise');
  });
});

describe('the lead', () => {
  it('asks a place once the group is ready', () => {
    expect(actOf({}, 'lead')).toBe('ask');
    expect(actOf({}, 'lead', false)).toBe('promise');
    expect(actOf({ claimDetails: claims('refused', 'withdrawn', 'released') }, 'lead')).toBe('ask');
  });

  it('waits for an answer, and goes on with the place when it is the group’s turn', () => {
    expect(actOf({ claimDetails: claims('requested') }, 'lead')).toBe('promise');
    for (const state of ['in_talks', 'granted', 'in_progress', 'realised', 'resting'] as const)
      expect(actOf({ claimDetails: claims('refused', state) }, 'lead')).toBe('claim');
    expect(actOf({ claimDetails: claims('in_stewardship'), state: 'realised' }, 'lead')).toBe('promise');
  });

  it('goes the same way without a place', () => {
    expect(actOf({ placeNeeded: false }, 'lead', false)).toBe('realise');
    expect(actOf({ placeNeeded: false, state: 'realised' }, 'lead', false)).toBe('keep_going');
  });
});

it('has nothing to do in a group that stopped', () => {
  for (const state of ['completed', 'dissolved'] as const)
    for (const role of ['lead', 'member', null] as const)
      expect(actOf({ coalition: { ...group, state } }, role)).toBe('none');
  expect(actOf({ coalition: null }, null)).toBe('none');
});
