import { describe, expect, it } from 'vitest';
import { isMet, tableOf, valueText } from '../../../scripts/bench/report.ts';
import { median, percentile } from '../../../scripts/bench/statistics.ts';

describe('the statistics of the benchmark', () => {
  it('take the nearest rank, whatever the order', () => {
    expect(percentile([5, 1, 4, 2, 3], 0.5)).toBe(3);
    expect(percentile([4, 1, 3, 2], 0.5)).toBe(2);
    expect(percentile([10, 20], 0.95)).toBe(20);
    expect(percentile([7], 0)).toBe(7);
    expect(median([3, 1, 2])).toBe(2);
  });

  it('refuse to speak of nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('the table of the benchmark', () => {
  it('gives three digits that mean something', () => {
    expect(valueText(0.0123, 'points')).toBe('0.012 points');
    expect(valueText(1.2345, 's')).toBe('1.23 s');
    expect(valueText(57.02, 'ms')).toBe('57 ms');
    expect(valueText(11_418.4, '/s')).toBe('11,418 /s');
    expect(valueText(0, 'kB')).toBe('0 kB');
  });

  it('knows what was asked from either side', () => {
    const row = { name: 'a', value: 60, unit: 'kB' } as const;
    expect(isMet(row)).toBe(true);
    expect(isMet({ ...row, target: { atMost: 60 } })).toBe(true);
    expect(isMet({ ...row, target: { atMost: 59 } })).toBe(false);
    expect(isMet({ ...row, target: { atLeast: 61 } })).toBe(false);
  });

  it('shows what was missed, and a section that failed beside what it measured before', () => {
    const text = tableOf([
      {
        name: 'first-view',
        title: 'First view',
        seconds: 3.4,
        rows: [
          { name: 'script', value: 70, unit: 'kB', target: { atMost: 60 } },
          { name: 'requests', value: 2, unit: 'count', note: 'two' }
        ],
        failure: null
      },
      { name: 'map', title: 'The map', seconds: 1, rows: [], failure: 'There is no browser.' }
    ]);
    expect(text.split('\n')).toEqual([
      'First view (first-view, 3 s)',
      '  script    70 kB  at most 60 kB: MISSED',
      '  requests      2                         two',
      '',
      'The map (map, 1 s)',
      '  FAILED: There is no browser.'
    ]);
  });
});
