import { describe, expect, it } from 'vitest';
import { decodeRing, encodeRing, ringOf, stageOf, type RingFacts } from '#lib/domain/chain/ring.ts';
import type { ClaimSummary } from '#lib/domain/idea/types.ts';

const claim = (state: ClaimSummary['state'], granted = false): ClaimSummary => ({
  id: 'claim',
  state,
  placeId: 'place',
  answerBy: null,
  granted,
  silent: false,
  size: 'lasting',
  asksWhom: null,
  asksBefore: null,
  otherPlaceId: null,
  nextCheckIn: null
});

const coalition = (
  state: 'forming' | 'active' | 'completed' | 'resting' | 'dissolved',
  keptGoingSince: string | null = null
) => ({
  id: 'group',
  state,
  name: null,
  keptGoingSince,
  nextCheckIn: null,
  memberCount: 3,
  lead: null
});

const facts = (changes: Partial<RingFacts> = {}): RingFacts => ({
  state: 'open',
  kind: 'wish',
  placeNeeded: true,
  coalition: null,
  claims: [],
  realisedOn: null,
  ...changes
});

describe('the ring follows from facts', () => {
  it.each([
    ['a new idea waits for a group', facts(), 'dceeee'],
    [
      'a group waits to ask its place',
      facts({ state: 'taken_up', coalition: coalition('forming') }),
      'ddceee'
    ],
    [
      'a place is asked',
      facts({ state: 'taken_up', coalition: coalition('active'), claims: [claim('requested')] }),
      'dddcee'
    ],
    [
      'a place that said no is not asked',
      facts({ state: 'taken_up', coalition: coalition('active'), claims: [claim('refused')] }),
      'ddceee'
    ],
    [
      'an agreement stands',
      facts({ state: 'taken_up', coalition: coalition('active'), claims: [claim('granted', true)] }),
      'ddddce'
    ],
    [
      'realised waits for who looks after it',
      facts({ state: 'realised', coalition: coalition('active'), claims: [claim('realised', true)] }),
      'dddddc'
    ],
    [
      'kept going closes it',
      facts({
        state: 'realised',
        coalition: coalition('active', '2026-01-01'),
        claims: [claim('in_stewardship', true)]
      }),
      'dddddd'
    ],
    [
      'a resting claim still keeps going',
      facts({ state: 'realised', coalition: coalition('active'), claims: [claim('resting', true)] }),
      'dddddd'
    ],
    [
      'done and given back is realised, no more',
      facts({ state: 'realised', coalition: coalition('completed'), claims: [claim('released', true)] }),
      'ddddde'
    ],
    [
      'without a place the chain goes on',
      facts({ state: 'realised', placeNeeded: false, coalition: coalition('active', '2026-01-01') }),
      'ddnndd'
    ],
    [
      'a resting group waits for nothing',
      facts({ state: 'taken_up', coalition: coalition('resting') }),
      'ddeeee'
    ],
    ['a dissolved group is none', facts({ coalition: coalition('dissolved') }), 'dceeee'],
    ['a report is out of the chain', facts({ kind: 'report', state: 'passed_on' }), 'deeeee']
  ])('%s', (_, given, expected) => {
    expect(encodeRing(ringOf(given))).toBe(expected);
  });

  it('says the stage as the last step that is done', () => {
    expect(stageOf(decodeRing('dceeee'))).toBe('idea');
    expect(stageOf(decodeRing('dddcee'))).toBe('place_asked');
    expect(stageOf(decodeRing('ddnnde'))).toBe('realised');
    expect(stageOf(decodeRing('dddddd'))).toBe('kept_going');
  });

  it('reads back what it wrote and refuses anything else', () => {
    for (const code of ['dceeee', 'ddnndd', 'dddddc']) expect(encodeRing(decodeRing(code))).toBe(code);
    for (const code of ['', 'ddd', 'dceeex', 'dceeeee']) expect(() => decodeRing(code)).toThrow(TypeError);
  });
});
