import { expect, it } from 'vitest';
import { offersFor } from '#lib/domain/claim/answers.ts';
import { claimStates, type ClaimActor, type ClaimState } from '#lib/domain/claim/types.ts';

const fresh = { isSmall: false, asked: false, reopened: false };
const offers = (state: ClaimState, hats: ClaimActor[], more: Partial<typeof fresh> = {}) =>
  offersFor({ state, ...fresh, ...more }, hats);
const movesOf = (state: ClaimState, hats: ClaimActor[], more?: Partial<typeof fresh>) =>
  offers(state, hats, more).moves.map(({ to }) => to);

it('offers an owner the six answers in the order of the table talk', () => {
  for (const hat of ['steward', 'deputy'] as const) {
    for (const isSmall of [true, false]) {
      expect(offers('requested', [hat], { isSmall }).answers).toEqual([
        'join',
        'yes',
        'talk',
        'elsewhere',
        'ask_further',
        'no'
      ]);
    }
  }
});

it('offers to postpone once', () => {
  expect(offers('requested', ['steward'], { asked: true }).answers).not.toContain('ask_further');
});

it('offers only a no while they talk: the yes is the agreement that both sides confirm', () => {
  expect(offers('in_talks', ['steward']).answers).toEqual(['elsewhere', 'no']);
  expect(movesOf('in_talks', ['steward'])).toEqual([]);
});

it('offers the group nothing to answer, and a visitor nothing at all', () => {
  expect(offers('requested', ['lead'])).toMatchObject({ answers: [], moves: [{ to: 'withdrawn' }] });
  for (const state of claimStates) expect(offers(state, [])).toMatchObject({ answers: [], moves: [] });
});

it('walks the lead from the agreement to "it stays"', () => {
  expect(movesOf('granted', ['lead'])).toEqual(['in_progress', 'released']);
  expect(movesOf('in_progress', ['lead'])).toEqual(['realised', 'released']);
  expect(movesOf('realised', ['lead'])).toEqual(['in_stewardship', 'released']);
  expect(movesOf('resting', ['lead'])).toEqual(['in_stewardship', 'released']);
});

it('lets an owner say once that it is not done yet', () => {
  expect(movesOf('realised', ['steward'])).toContain('in_progress');
  expect(movesOf('realised', ['steward'], { reopened: true })).not.toContain('in_progress');
});

it('offers nobody what only the clock does', () => {
  expect(movesOf('in_stewardship', ['lead', 'steward', 'facilitator'])).not.toContain('resting');
});

it('offers a facilitator what others could do, on their behalf', () => {
  const asked = offers('requested', ['facilitator']);
  expect(asked.answersOnBehalf).toBe(true);
  expect(asked.answers).toHaveLength(6);
  expect(asked.moves).toMatchObject([{ to: 'withdrawn', onBehalf: true }]);
  expect(offers('realised', ['facilitator']).moves).toMatchObject([
    { to: 'in_stewardship', onBehalf: true },
    { to: 'released', onBehalf: true },
    { to: 'in_progress', onBehalf: false }
  ]);
  expect(offers('requested', ['facilitator', 'steward']).answersOnBehalf).toBe(false);
});
