import { describe, expect, test } from 'vitest';
import {
  calendarDay,
  formatDate,
  formatDay,
  formatDayAndTime,
  formatDistance,
  formatEuro,
  formatList,
  formatNumber,
  formatPeriod,
  formatRelative,
  formatShortDate,
  formatTime
} from '#lib/components/shared/format.ts';

const now = '2026-11-22T12:00:00Z';
const nl = { locale: 'nl', now };
const en = { locale: 'en', now };
/** Intl puts narrow and unbreakable spaces; for reading they are spaces. */
const plain = (text: string) => text.replace(/[\u00a0\u202f\u2009]/g, ' ');

describe('dates', () => {
  test('a day has its weekday, and no year when it is this year', () => {
    expect(formatDay('2026-11-27T13:00:00Z', nl)).toBe('vrijdag 27 november');
    expect(formatDay('2026-11-27T13:00:00Z', en)).toBe('Friday 27 November');
  });

  test('another year is written', () => {
    expect(formatDay('2027-01-03T10:00:00Z', nl)).toBe('zondag 3 januari 2027');
    expect(formatDate('2025-12-08T10:00:00Z', nl)).toBe('8 december 2025');
    expect(formatDay('2027-01-03T10:00:00Z', en)).toBe('Sunday 3 January 2027');
  });

  test('a narrow column gets a short month without a full stop', () => {
    expect(formatShortDate('2026-11-12T10:00:00Z', nl)).toBe('12 nov');
    expect(formatShortDate('2026-11-12T10:00:00Z', en)).toBe('12 Nov');
  });

  test('the day is that of the wijk, not of Greenwich', () => {
    expect(formatDate('2026-11-26T23:30:00Z', nl)).toBe('27 november');
    expect(calendarDay('2026-11-26T23:30:00Z')).toBe('2026-11-27');
    expect(formatDate('2026-12-31T23:30:00Z', nl)).toBe('1 januari 2027');
  });

  test('the clock has 24 hours and leaves out whole minutes', () => {
    expect(formatTime('2026-11-27T13:00:00Z', nl)).toBe('14 uur');
    expect(formatTime('2026-11-27T08:05:00Z', nl)).toBe('9.05 uur');
    expect(formatTime('2026-07-01T18:30:00Z', nl)).toBe('20.30 uur');
    expect(formatTime('2026-11-26T23:00:00Z', nl)).toBe('0 uur');
    expect(formatTime('2026-11-27T13:00:00Z', en)).toBe('14:00');
    expect(formatTime('2026-11-27T08:05:00Z', en)).toBe('09:05');
  });

  test('day and time are one line', () => {
    expect(formatDayAndTime('2026-11-27T13:00:00Z', nl)).toBe('vrijdag 27 november, 14 uur');
  });

  test('a period names the month once when it can', () => {
    expect(formatPeriod('2026-12-04T10:00:00Z', '2026-12-08T10:00:00Z', nl)).toBe('4 t/m 8 december');
    expect(formatPeriod('2026-11-28T10:00:00Z', '2027-01-03T10:00:00Z', nl)).toBe(
      '28 november t/m 3 januari 2027'
    );
    expect(formatPeriod('2026-12-04T09:00:00Z', '2026-12-04T17:00:00Z', nl)).toBe('4 december');
    expect(formatPeriod('2026-12-04T10:00:00Z', '2026-12-08T10:00:00Z', en)).toBe('4 December to 8 December');
  });
});

describe('how far away', () => {
  test.each([
    ['2026-11-22T22:00:00Z', 'vandaag', 'today'],
    ['2026-11-22T23:30:00Z', 'morgen', 'tomorrow'],
    ['2026-11-21T10:00:00Z', 'gisteren', 'yesterday'],
    ['2026-11-25T10:00:00Z', 'over 3 dagen', 'in 3 days'],
    ['2026-11-10T10:00:00Z', '12 dagen geleden', '12 days ago'],
    ['2026-10-18T10:00:00Z', '5 weken geleden', '5 weeks ago'],
    ['2026-05-22T10:00:00Z', '6 maanden geleden', '6 months ago'],
    ['2025-11-01T10:00:00Z', 'vorig jaar', 'last year']
  ])('%s is %s', (value, dutch, english) => {
    expect(formatRelative(value, nl)).toBe(dutch);
    expect(formatRelative(value, en)).toBe(english);
  });

  test('the change of the clock in October does not move a day', () => {
    expect(formatRelative('2026-10-26T06:00:00Z', { locale: 'nl', now: '2026-10-24T22:30:00Z' })).toBe(
      'morgen'
    );
  });
});

describe('numbers', () => {
  test('thousands and decimals', () => {
    expect(formatNumber(1250, nl)).toBe('1.250');
    expect(formatNumber(1250.25, en)).toBe('1,250.3');
  });

  test('whole euros have no cents', () => {
    expect(plain(formatEuro(1250, nl))).toBe('€ 1.250');
    expect(plain(formatEuro(12.5, nl))).toBe('€ 12,50');
    expect(plain(formatEuro(12.5, en))).toBe('€12.50');
  });

  test.each([
    [43, '45 m', '45 m'],
    [348, '350 m', '350 m'],
    [994, '990 m', '990 m'],
    [998, '1 km', '1 km'],
    [1234, '1,2 km', '1.2 km'],
    [12_400, '12 km', '12 km']
  ])('%d metres is said as %s', (metres, dutch, english) => {
    expect(plain(formatDistance(metres, nl))).toBe(dutch);
    expect(plain(formatDistance(metres, en))).toBe(english);
  });

  test('a list reads as a sentence', () => {
    expect(formatList(['Riet', 'Joop', 'Bep'], nl)).toBe('Riet, Joop en Bep');
    expect(formatList(['Riet', 'Joop', 'Bep'], { locale: 'en' })).toBe('Riet, Joop, and Bep');
  });
});
