import { describe, expect, it } from 'vitest';
import { claimTransitions, movesFor } from '#lib/domain/claim/transitions.ts';
import { claimStates, holdsPlace } from '#lib/domain/claim/types.ts';

describe('the table of transitions', () => {
  it('names each move once', () => {
    const moves = claimTransitions.map(({ from, to }) => `${from} > ${to}`);
    expect(new Set(moves).size).toBe(moves.length);
  });
  it('lets every state be reached, and ends only where the place is free', () => {
    const reached = new Set(['requested', ...claimTransitions.map(({ to }) => to)]);
    expect(claimStates.filter((state) => !reached.has(state))).toEqual([]);
    const ends = claimStates.filter((state) => !claimTransitions.some(({ from }) => from === state));
    expect(ends.sort()).toEqual(['refused', 'released', 'withdrawn']);
    expect(ends.some(holdsPlace)).toBe(false);
  });
  it('never lets the clock release, refuse or withdraw', () => {
    const byClock = claimTransitions.filter(({ actors }) => actors.includes('clock'));
    expect(byClock.map(({ to }) => to)).toEqual(['resting']);
  });
  it('never lets anybody take a place without a reason while something is being made', () => {
    for (const from of ['granted', 'in_progress'] as const) {
      expect(claimTransitions.find((one) => one.from === from && one.to === 'released')?.requires).toContain(
        'reason'
      );
    }
  });
});

describe('the moves a page offers', () => {
  it('are those of the hats one wears', () => {
    expect(movesFor('requested', ['lead'], false).map(({ to }) => to)).toEqual(['withdrawn']);
    expect(movesFor('requested', ['steward'], false).map(({ to }) => to)).toEqual([
      'in_talks',
      'refused',
      'requested'
    ]);
  });
  it('let a small claim be granted by one yes, a lasting one not', () => {
    expect(movesFor('requested', ['deputy'], true).map(({ to }) => to)).toContain('granted');
    expect(movesFor('requested', ['deputy'], false).map(({ to }) => to)).not.toContain('granted');
  });
  it('are none for who is no party', () => {
    for (const state of claimStates) expect(movesFor(state, [], true)).toEqual([]);
  });
});
