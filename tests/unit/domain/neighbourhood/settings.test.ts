import { describe, expect, it } from 'vitest';
import { checkInput, refusalsOf } from '#lib/domain/refusal/check-input.ts';
import type { RefusalError } from '#lib/domain/refusal/refusal.ts';
import {
  appliedSettings,
  formOfSettings,
  seenOf,
  settingsFields,
  settingsForm,
  type StoredSettings
} from '#lib/domain/neighbourhood/settings.ts';

const stored: StoredSettings = {
  name: 'Linde',
  sentence: { nl: 'Wat zou u willen?', en: 'What would you like?', pl: 'Czego pragniesz?' },
  contact: { name: 'Noor', organisation: 'Lampje Aan', hours: 16, reach: { nl: 'Dinsdag.', ar: 'الثلاثاء' } },
  settings: { answer_days: 10, silent_weeks: 6, small_amount: 250 }
};
const form = formOfSettings(stored);

function mistakesOf(changes: Partial<Record<keyof typeof form, string | null>>): Record<string, string> {
  try {
    checkInput(settingsForm, { ...form, ...changes });
    return {};
  } catch (refused) {
    return Object.fromEntries(refusalsOf(refused as RefusalError).map(({ field, code }) => [field, code]));
  }
}

describe('the settings of a neighbourhood', () => {
  it('fills the form with what is stored, and with what is usual where nothing is', () => {
    expect(form).toMatchObject({ name: 'Linde', contactHours: '16', reachEn: '', answerDays: '10' });
    expect(form).toMatchObject({ lastingResidents: '3', lastingHouseholds: '2', checkInWeeks: '8' });
    expect(Object.keys(form).sort()).toEqual([...settingsFields].sort());
  });

  it('takes numbers that are none for not set', () => {
    const odd = {
      ...stored,
      settings: { answer_days: 'veertien', check_in_weeks: 0, lasting_residents: 2.5 }
    };
    expect(formOfSettings(odd)).toMatchObject({ answerDays: '14', checkInWeeks: '8', lastingResidents: '3' });
  });

  it('stores what was filled in and leaves what no form shows: other languages, other numbers', () => {
    const filled = checkInput(settingsForm, {
      ...form,
      sentenceEn: '',
      contactHours: '',
      answerDays: ' 21 '
    });
    expect(appliedSettings(stored, filled)).toEqual({
      name: 'Linde',
      sentence: { nl: 'Wat zou u willen?', pl: 'Czego pragniesz?' },
      contact: { name: 'Noor', organisation: 'Lampje Aan', reach: { nl: 'Dinsdag.', ar: 'الثلاثاء' } },
      settings: {
        answer_days: 21,
        answer_working_days_small: 5,
        check_in_weeks: 8,
        lasting_residents: 3,
        lasting_households: 2,
        silent_weeks: 6,
        small_amount: 250
      }
    });
  });

  it('says of every field at once what is wrong', () => {
    expect(
      mistakesOf({
        name: ' ',
        sentenceNl: '',
        contactHours: 'veel',
        answerDays: '0',
        checkInWeeks: '53',
        lastingResidents: '1.5',
        reachNl: 'x'.repeat(501)
      })
    ).toEqual({
      name: 'name_missing',
      sentenceNl: 'sentence_missing',
      contactHours: 'number_malformed',
      answerDays: 'number_malformed',
      checkInWeeks: 'number_too_large',
      lastingResidents: 'number_malformed',
      reachNl: 'text_too_long'
    });
  });

  it('asks for no more homes than people', () => {
    expect(mistakesOf({ lastingResidents: '2', lastingHouseholds: '3' })).toEqual({
      lastingHouseholds: 'households_too_many'
    });
    expect(mistakesOf({ lastingResidents: '3', lastingHouseholds: '3' })).toEqual({});
  });

  it('notices another version, whatever the order of the fields', () => {
    const turned = Object.fromEntries(Object.entries(form).reverse());
    expect(seenOf(turned)).toBe(seenOf(form));
    expect(seenOf({ ...form, name: 'Linde-Noord' })).not.toBe(seenOf(form));
  });
});
