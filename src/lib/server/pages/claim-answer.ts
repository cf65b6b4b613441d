import { m } from '#messages';
import { getLocale } from '#i18n';
import { claimAnswers, stateAfter, type ClaimAnswer } from '#lib/domain/claim/answers.ts';
import { claimStep, type ClaimStep } from '#lib/domain/claim/validation.ts';
import { checkInput, InputRefusalError } from '#lib/domain/refusal/check-input.ts';
import type { Refusal } from '#lib/domain/refusal/refusal.ts';
import { linesIn, textIn } from './form.ts';

/** An answer as it will be read, before it is sent. */
export interface AnswerPreview {
  answer: ClaimAnswer;
  to: string;
  reason: string | null;
  conditions: string[];
  joinsWith: string | null;
  joinsBefore: string | null;
  otherPlaceId: string | null;
  asksWhom: string | null;
  asksBefore: string | null;
  /** Who answers wants to call first: the page reminds them before they send. */
  callsFirst: boolean;
}

const conditionWords: Record<string, () => string> = {
  open: m.claim_condition_open,
  tidy: m.claim_condition_tidy,
  trees: m.claim_condition_trees,
  quiet: m.claim_condition_quiet
};

const withWords: Record<string, () => string> = {
  hours: m.claim_with_hours,
  things: m.claim_with_things,
  money: m.claim_with_money,
  knowledge: m.claim_with_knowledge,
  key: m.claim_with_key
};

/** The words of ticked boxes; anything that was not on the page is left out. */
const ticked = (form: FormData, name: string, words: Record<string, () => string>): string[] =>
  form.getAll(name).flatMap((value) => (typeof value === 'string' ? [words[value]?.() ?? []].flat() : []));

type Part = string | null | undefined;
const joined = (between: string, ...parts: Part[]): string | null =>
  parts.filter(Boolean).join(between) || null;
const sentences = (...parts: Part[]): string | null => joined(' ', ...parts);

/** Conditions that matter to who says yes, one per line: ticked ones and their own. */
export function conditionsIn(form: FormData, prefix = ''): string[] {
  return [
    ...ticked(form, `${prefix}conditions`, conditionWords),
    ...linesIn(form, `${prefix}otherConditions`)
  ];
}

function conditionSentence(conditions: string[]): string | null {
  return conditions.length > 0 ? m.claim_says_conditions({ conditions: conditions.join(', ') }) : null;
}

/** "dinsdag 1 december": a day without a clock is the same day everywhere. */
function dayWords(day: string): string {
  const locale = getLocale() === 'en' ? 'en-GB' : getLocale();
  const format = new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC'
  });
  return format.format(new Date(`${day}T00:00:00Z`));
}

function meetingWords(form: FormData): { days: string; how: string } {
  const days = [1, 2, 3]
    .map((number) => textIn(form, `meet${number}`))
    .filter((day): day is string => day !== null && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)))
    .map(dayWords);
  const last = days.pop();
  const how = textIn(form, 'meetHow');
  return {
    days:
      last === undefined ? '' : days.length > 0 ? m.claim_days_or({ first: days.join(', '), last }) : last,
    how: how === 'call' ? m.claim_says_call() : how === 'place' ? m.claim_says_at_place() : ''
  };
}

/** As much as an event keeps of when and how to talk. */
const longestMeeting = 120;

type Composed = Omit<ClaimStep, 'to' | 'onBehalfOf'>;

function compose(answer: ClaimAnswer, isSmall: boolean, form: FormData): Composed {
  const words = textIn(form, `${answer}-words`);
  switch (answer) {
    case 'join': {
      const joinsWith = joined(': ', ticked(form, 'with', withWords).join(', '), textIn(form, 'joinTell'));
      const what = joinsWith?.replace(/[.\s]+$/, '') ?? '';
      const conditions = conditionsIn(form, 'join-');
      return {
        joinsWith,
        joinsBefore: textIn(form, 'joinBefore'),
        conditions,
        reason: sentences(m.claim_says_join({ what }), isSmall ? null : conditionSentence(conditions), words)
      };
    }
    case 'yes': {
      const conditions = conditionsIn(form, 'yes-');
      return {
        conditions,
        reason: sentences(m.claim_says_yes(), isSmall ? null : conditionSentence(conditions), words)
      };
    }
    case 'talk': {
      const { days, how } = meetingWords(form);
      const asked = days ? m.claim_says_meet({ days }) : null;
      return {
        meetAt: sentences(days, how)?.slice(0, longestMeeting) ?? null,
        reason: sentences(asked, how, words)
      };
    }
    case 'elsewhere': {
      const called = textIn(form, 'calledWith');
      return {
        otherPlaceId: textIn(form, 'otherPlaceId'),
        reason: sentences(textIn(form, 'elsewhereReason'), called && m.claim_says_called({ name: called }))
      };
    }
    case 'ask_further':
      return { asksWhom: textIn(form, 'asksWhom'), asksBefore: textIn(form, 'asksBefore') };
    case 'no':
      return {
        reason: sentences(
          textIn(form, 'noReason'),
          form.get('callFirst') === 'yes' ? m.claim_says_spoken() : null
        )
      };
  }
}

/** What an answer cannot go without, by the field of the page that asks for it. */
function missingIn(answer: ClaimAnswer, form: FormData, today: string): Refusal[] {
  const missing: Refusal[] = [];
  const need = (field: string, code: string) => {
    if (!textIn(form, field)) missing.push({ status: 422, code, field });
  };
  if (answer === 'join' && !form.has('with')) need('joinTell', 'joinsWith_missing');
  if (answer === 'elsewhere') {
    need('otherPlaceId', 'placeId_missing');
    need('elsewhereReason', 'reason_missing');
  }
  if (answer === 'ask_further') {
    need('asksWhom', 'asksWhom_missing');
    need('asksBefore', 'asksBefore_missing');
    const before = textIn(form, 'asksBefore');
    if (before && before < today) missing.push({ status: 422, code: 'date_past', field: 'asksBefore' });
  }
  if (answer === 'no') need('noReason', 'reason_missing');
  return missing;
}

/** Where the page asks for what a step calls by another name. */
const fieldOf: Partial<Record<ClaimAnswer, Record<string, string>>> = {
  join: {
    joinsWith: 'joinTell',
    joinsBefore: 'joinBefore',
    reason: 'join-words',
    conditions: 'otherConditions'
  },
  yes: { reason: 'yes-words', conditions: 'yes-otherConditions' },
  talk: { reason: 'talk-words', meetAt: 'meet1' },
  elsewhere: { reason: 'elsewhereReason' },
  no: { reason: 'noReason' }
};

function refuse(refusals: Refusal[]): void {
  const [first] = refusals;
  if (first) throw new InputRefusalError(first, refusals);
}

/**
 * The step that an answer form asks for, checked as far as it can be without the database.
 * @param offered the answers this person may give now
 * @throws InputRefusalError 422 with the fields of the form
 */
export function answerStep(
  form: FormData,
  offered: { answers: readonly ClaimAnswer[]; answersOnBehalf: boolean; isSmall: boolean; today: string }
): { answer: ClaimAnswer; step: ClaimStep } {
  const answer = claimAnswers.find((one) => one === form.get('answer'));
  if (!answer || !offered.answers.includes(answer)) {
    refuse([{ status: 422, code: 'answer_missing', field: 'answer' }]);
    throw new TypeError('unreachable');
  }
  const onBehalfOf = textIn(form, 'onBehalfOf');
  const missing = missingIn(answer, form, offered.today);
  if (offered.answersOnBehalf && !onBehalfOf)
    missing.push({ status: 422, code: 'who_missing', field: 'onBehalfOf' });
  refuse(missing);
  const step: ClaimStep = {
    to: stateAfter(answer, offered.isSmall),
    onBehalfOf,
    ...compose(answer, offered.isSmall, form)
  };
  try {
    checkInput(claimStep, step);
  } catch (refused) {
    if (!(refused instanceof InputRefusalError)) throw refused;
    refuse(refused.all.map((one) => ({ ...one, field: fieldOf[answer]?.[one.field ?? ''] ?? one.field })));
  }
  return { answer, step };
}

/** What the group will read, from the step that will be sent. */
export function previewOf(answer: ClaimAnswer, step: ClaimStep, form: FormData): AnswerPreview {
  return {
    answer,
    to: String(step.to),
    reason: step.reason ?? null,
    conditions: step.conditions ?? [],
    joinsWith: step.joinsWith ?? null,
    joinsBefore: step.joinsBefore ?? null,
    otherPlaceId: step.otherPlaceId ?? null,
    asksWhom: step.asksWhom ?? null,
    asksBefore: step.asksBefore ?? null,
    callsFirst: answer === 'no' && form.get('callFirst') === 'yes'
  };
}
