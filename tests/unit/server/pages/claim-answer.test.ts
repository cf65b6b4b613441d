import { expect, it } from 'vitest';
import { claimAnswers } from '#lib/domain/claim/answers.ts';
import { InputRefusalError } from '#lib/domain/refusal/check-input.ts';
import { answerStep, previewOf } from '#lib/server/pages/claim-answer.ts';

type Fields = Record<string, string | string[]>;

function formOf(fields: Fields): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields))
    for (const text of [value].flat()) form.append(name, text);
  return form;
}

const offered = { answers: claimAnswers, answersOnBehalf: false, isSmall: true, today: '2026-11-23' };
const stepFor = (fields: Fields, more: Partial<typeof offered> = {}) =>
  answerStep(formOf(fields), { ...offered, ...more }).step;

function fieldsRefused(fields: Fields, more: Partial<typeof offered> = {}): string[] {
  try {
    stepFor(fields, more);
  } catch (refused) {
    if (refused instanceof InputRefusalError) return refused.all.map(({ field, code }) => `${field} ${code}`);
    throw refused;
  }
  return [];
}

it('asks for an answer, and takes only one that is offered', () => {
  expect(fieldsRefused({})).toEqual(['answer answer_missing']);
  expect(fieldsRefused({ answer: 'perhaps' })).toEqual(['answer answer_missing']);
  expect(fieldsRefused({ answer: 'yes' }, { answers: ['no'] as never })).toEqual(['answer answer_missing']);
});

it('says everything at once that an answer lacks, by the field of the page', () => {
  expect(fieldsRefused({ answer: 'join' })).toEqual(['joinTell joinsWith_missing']);
  expect(fieldsRefused({ answer: 'elsewhere' })).toEqual([
    'otherPlaceId placeId_missing',
    'elsewhereReason reason_missing'
  ]);
  expect(fieldsRefused({ answer: 'ask_further' })).toEqual([
    'asksWhom asksWhom_missing',
    'asksBefore asksBefore_missing'
  ]);
  expect(fieldsRefused({ answer: 'ask_further', asksWhom: 'de raad', asksBefore: '2026-11-22' })).toEqual([
    'asksBefore date_past'
  ]);
  expect(fieldsRefused({ answer: 'no' })).toEqual(['noReason reason_missing']);
  expect(fieldsRefused({ answer: 'no', noReason: 'x'.repeat(1001) })).toEqual(['noReason text_too_long']);
  expect(fieldsRefused({ answer: 'yes' }, { answersOnBehalf: true })).toEqual(['onBehalfOf who_missing']);
});

it('grants what is small at once, with its conditions apart', () => {
  const fields = {
    answer: 'yes',
    'yes-conditions': ['tidy', 'made-up'],
    'yes-otherConditions': 'geen vuur\n\n'
  };
  expect(stepFor(fields)).toMatchObject({
    to: 'granted',
    reason: 'Ja, graag.',
    conditions: ['netjes achterlaten', 'geen vuur']
  });
});

it('opens the talk for what lasts, with the conditions in what the group reads', () => {
  expect(stepFor({ answer: 'yes', 'yes-conditions': 'quiet' }, { isSmall: false })).toMatchObject({
    to: 'in_talks',
    reason: 'Ja, graag. Wat wij belangrijk vinden: om 22 uur stil.'
  });
});

it('does not mix the conditions of one answer with those of another', () => {
  expect(stepFor({ answer: 'yes', 'join-conditions': 'tidy' })).toMatchObject({ conditions: [] });
});

it('joins with a task', () => {
  const fields = {
    answer: 'join',
    with: ['hours', 'things'],
    joinTell: 'een boormachine.',
    joinBefore: '2026-12-01'
  };
  expect(stepFor(fields)).toMatchObject({
    to: 'granted',
    joinsWith: 'uren, spullen: een boormachine.',
    joinsBefore: '2026-12-01',
    reason: 'Ja, en wij doen mee: uren, spullen: een boormachine.'
  });
});

it('proposes days to talk, in words that fit the history', () => {
  const { reason, meetAt } = stepFor({
    answer: 'talk',
    meet1: '2026-12-01',
    meet2: '2026-12-03',
    meet3: 'morgen',
    meetHow: 'place'
  });
  expect(reason).toBe('Kan het op dinsdag 1 december of donderdag 3 december? Wij zien elkaar op de plek.');
  expect(String(meetAt).length).toBeLessThanOrEqual(120);
});

it('may talk without a day', () => {
  expect(stepFor({ answer: 'talk' })).toMatchObject({ to: 'in_talks', reason: null, meetAt: null });
});

it('tells who was called, and reminds who wants to call first', () => {
  const elsewhere = {
    answer: 'elsewhere',
    otherPlaceId: '00000000-0000-4000-8000-000000000001',
    elsewhereReason: 'Te klein.',
    calledWith: 'Anja'
  };
  expect(stepFor(elsewhere)).toMatchObject({ to: 'refused', reason: 'Te klein. Ik heb gebeld met Anja.' });
  const no = { answer: 'no', noReason: 'Het mag niet.', callFirst: 'yes' };
  const step = stepFor(no);
  expect(step).toMatchObject({
    to: 'refused',
    reason: 'Het mag niet. Wij hebben elkaar hierover gesproken.'
  });
  expect(previewOf('no', step, formOf(no)).callsFirst).toBe(true);
});
