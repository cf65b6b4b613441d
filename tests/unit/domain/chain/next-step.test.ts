import { describe, expect, it } from 'vitest';
import { nextStepOf } from '#lib/domain/chain/next-step.ts';
import type { ClaimSummary, IdeaFacts } from '#lib/domain/idea/types.ts';

const context = {
  facilitator: 'Noor',
  stewardOf: (place: string) => (place === 'known' ? { id: 'z', name: 'Zevendak' } : null)
};

const claim: ClaimSummary = {
  id: 'claim',
  state: 'requested',
  placeId: 'known',
  answerBy: '2026-12-08T22:59:00Z',
  granted: false,
  silent: false,
  size: 'lasting',
  asksWhom: null,
  asksBefore: null,
  otherPlaceId: null,
  nextCheckIn: '2027-01-20'
};

const group = {
  id: 'group',
  state: 'active' as const,
  name: null,
  keptGoingSince: null,
  nextCheckIn: null,
  memberCount: 3,
  lead: null
};

const idea = (changes: Partial<IdeaFacts>): IdeaFacts => ({
  id: 'idea',
  kind: 'wish',
  title: 'Een bank',
  description: '',
  theme: null,
  size: 'lasting',
  placeNeeded: true,
  placeId: null,
  state: 'taken_up',
  lon: null,
  lat: null,
  shape: null,
  street: null,
  ground: null,
  name: null,
  supportCount: 0,
  helperCount: 0,
  commentCount: 0,
  readBefore: '2026-11-27',
  read: false,
  realisedOn: null,
  createdAt: '2026-11-22T10:00:00Z',
  changedAt: '2026-11-22T10:00:00Z',
  version: 1,
  coalition: group,
  claims: [],
  nextStep: null,
  nextPromise: null,
  openNeeds: [],
  answered: false,
  answer: null,
  photo: null,
  ...changes
});

const step = (changes: Partial<IdeaFacts>) => nextStepOf(idea(changes), context);

describe('every idea has a next step with an owner', () => {
  it('is read by the facilitator before a day, on its first day', () => {
    expect(step({ state: 'open', coalition: null })).toMatchObject({
      key: 'read',
      who: 'Noor',
      due: '2026-11-27'
    });
  });
  it('looks for people once it was read', () => {
    expect(step({ state: 'open', coalition: null, read: true })).toMatchObject({
      key: 'find_group',
      who: 'Noor'
    });
  });
  it('is what a person wrote before anything that follows from facts', () => {
    const nextStep = { what: 'Samen kijken', who: 'Ilse', due: '2026-11-27' };
    expect(step({ nextStep, claims: [claim] })).toEqual({
      key: 'written',
      words: 'Samen kijken',
      who: 'Ilse',
      due: '2026-11-27'
    });
  });
  it('is the answer of the steward while a place is asked', () => {
    expect(step({ claims: [claim] })).toMatchObject({
      key: 'owner_answers',
      who: 'Zevendak',
      due: claim.answerBy
    });
  });
  it('says honestly that nobody is known to answer', () => {
    expect(step({ claims: [{ ...claim, placeId: 'unknown' }] })).toMatchObject({
      key: 'owner_answers',
      who: null
    });
  });
  it('puts silence on the facilitator, not on the group', () => {
    expect(step({ claims: [{ ...claim, silent: true }] })).toMatchObject({
      key: 'owner_silent',
      who: 'Noor'
    });
  });
  it('is the nearest promise while the group works', () => {
    const nextPromise = { what: 'Menu', who: 'Fatma', due: '2026-12-01', organisation: null };
    expect(step({ claims: [{ ...claim, state: 'in_progress' }], nextPromise })).toMatchObject({
      key: 'promise',
      who: 'Fatma'
    });
  });
  it.each([
    ['in_talks', 'make_agreement'],
    ['granted', 'start'],
    ['in_progress', 'realise'],
    ['realised', 'keep_going'],
    ['in_stewardship', 'check_in'],
    ['resting', 'resting_place'],
    ['refused', 'ask_place'],
    ['withdrawn', 'ask_place'],
    ['released', 'ask_place']
  ] as const)('after a claim that is %s: %s', (state, key) => {
    expect(step({ claims: [{ ...claim, state }] }).key).toBe(key);
  });
  it.each([
    ['withdrawn', 'take_over'],
    ['declined', 'declined'],
    ['passed_on', 'passed_on']
  ] as const)('of an idea that is %s: %s', (state, key) => {
    expect(step({ state }).key).toBe(key);
  });
  it.each([
    ['resting', 'wake'],
    ['completed', 'done']
  ] as const)('of a group that is %s: %s', (state, key) => {
    expect(step({ coalition: { ...group, state } }).key).toBe(key);
  });
  it('needs one more person in a group of one', () => {
    expect(step({ coalition: { ...group, memberCount: 1 } }).key).toBe('grow_group');
  });
  it('goes on without a place where none is needed', () => {
    expect(step({ placeNeeded: false }).key).toBe('realise');
    expect(
      step({
        state: 'realised',
        placeNeeded: false,
        coalition: { ...group, keptGoingSince: '2026-01-01', nextCheckIn: '2027-01-01' }
      })
    ).toMatchObject({
      key: 'check_in',
      due: '2027-01-01'
    });
  });
});
