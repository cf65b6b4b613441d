import * as v from 'valibot';
import { optionalText, requiredText } from '#lib/domain/refusal/fields.ts';
import type { FacilitatorContact, Translated } from './types.ts';

/** The part of a neighbourhood that its administrator sets, as it is stored. */
export interface StoredSettings {
  name: string;
  sentence: Translated;
  contact: FacilitatorContact;
  /** Numbers by name; also some that no form shows. */
  settings: Record<string, unknown>;
}

/** The numbers of the rules, what they are while nobody set them, and the most that makes sense. */
export const ruleNumbers = {
  answerDays: { stored: 'answer_days', usual: 14, most: 90 },
  answerWorkingDaysSmall: { stored: 'answer_working_days_small', usual: 5, most: 30 },
  checkInWeeks: { stored: 'check_in_weeks', usual: 8, most: 52 },
  lastingResidents: { stored: 'lasting_residents', usual: 3, most: 20 },
  lastingHouseholds: { stored: 'lasting_households', usual: 2, most: 20 }
} as const;
export type RuleNumber = keyof typeof ruleNumbers;

/** A whole number from 1, as a number or as typed. */
function wholeNumber(most: number) {
  return v.pipe(
    v.nullish(v.union([v.string(), v.number()], 'number_malformed'), ''),
    v.transform((value) => String(value).trim()),
    v.regex(/^[1-9]\d{0,2}$/, 'number_malformed'),
    v.transform(Number),
    v.maxValue(most, 'number_too_large')
  );
}

const optionalHours = v.pipe(
  v.nullish(v.union([v.string(), v.number()], 'number_malformed'), ''),
  v.transform((value) => String(value).trim()),
  v.check((text) => /^(|[1-9]\d?)$/.test(text), 'number_malformed'),
  v.transform((text) => (text === '' ? null : Number(text)))
);

const fields = v.object(
  {
    name: requiredText(80, 'name_missing'),
    sentenceNl: requiredText(300, 'sentence_missing'),
    sentenceEn: optionalText(300),
    contactName: optionalText(40),
    contactOrganisation: optionalText(120),
    contactHours: optionalHours,
    reachNl: optionalText(500),
    reachEn: optionalText(500),
    answerDays: wholeNumber(ruleNumbers.answerDays.most),
    answerWorkingDaysSmall: wholeNumber(ruleNumbers.answerWorkingDaysSmall.most),
    checkInWeeks: wholeNumber(ruleNumbers.checkInWeeks.most),
    lastingResidents: wholeNumber(ruleNumbers.lastingResidents.most),
    lastingHouseholds: wholeNumber(ruleNumbers.lastingHouseholds.most)
  },
  'input_malformed'
);

/** What an administrator fills in. Residents live in households: a rule cannot ask for more homes than people. */
export const settingsForm = v.pipe(
  fields,
  v.forward(
    v.partialCheck(
      [['lastingResidents'], ['lastingHouseholds']],
      ({ lastingResidents, lastingHouseholds }) => lastingHouseholds <= lastingResidents,
      'households_too_many'
    ),
    ['lastingHouseholds']
  )
);
export type SettingsForm = v.InferInput<typeof settingsForm>;
export type CheckedSettings = v.InferOutput<typeof settingsForm>;
export type SettingsField = keyof CheckedSettings;
export const settingsFields = Object.keys(fields.entries) as readonly SettingsField[];

function numberOr(value: unknown, usual: number): number {
  const number = Number(value);
  return Number.isInteger(number) && number > 0 ? number : usual;
}

/** The stored settings as the texts of the form's fields. */
export function formOfSettings({
  name,
  sentence,
  contact,
  settings
}: StoredSettings): Record<SettingsField, string> {
  const rule = (key: RuleNumber) =>
    String(numberOr(settings[ruleNumbers[key].stored], ruleNumbers[key].usual));
  return {
    name,
    sentenceNl: sentence['nl'] ?? '',
    sentenceEn: sentence['en'] ?? '',
    contactName: contact.name ?? '',
    contactOrganisation: contact.organisation ?? '',
    contactHours: contact.hours ? String(contact.hours) : '',
    reachNl: contact.reach?.['nl'] ?? '',
    reachEn: contact.reach?.['en'] ?? '',
    answerDays: rule('answerDays'),
    answerWorkingDaysSmall: rule('answerWorkingDaysSmall'),
    checkInWeeks: rule('checkInWeeks'),
    lastingResidents: rule('lastingResidents'),
    lastingHouseholds: rule('lastingHouseholds')
  };
}

/** Dutch and English of a text put into what is stored of it; other languages stay, an empty one goes. */
export function withTexts(stored: Translated | undefined, nl: string | null, en: string | null): Translated {
  const texts = { ...stored };
  for (const [language, text] of [['nl', nl] as const, ['en', en] as const]) {
    if (text) texts[language] = text;
    else delete texts[language];
  }
  return texts;
}

/** The settings to store: what was filled in, and everything beside it that no form shows. */
export function appliedSettings(stored: StoredSettings, filled: CheckedSettings): StoredSettings {
  const { name: _name, organisation: _organisation, hours: _hours, reach, ...otherContact } = stored.contact;
  const reaches = withTexts(reach, filled.reachNl, filled.reachEn);
  return {
    name: filled.name,
    sentence: withTexts(stored.sentence, filled.sentenceNl, filled.sentenceEn),
    contact: {
      ...otherContact,
      ...(filled.contactName ? { name: filled.contactName } : {}),
      ...(filled.contactOrganisation ? { organisation: filled.contactOrganisation } : {}),
      ...(filled.contactHours ? { hours: filled.contactHours } : {}),
      ...(Object.keys(reaches).length > 0 ? { reach: reaches } : {})
    },
    settings: {
      ...stored.settings,
      ...Object.fromEntries(
        Object.entries(ruleNumbers).map(([key, rule]) => [rule.stored, filled[key as RuleNumber]])
      )
    }
  };
}

/**
 * What a form was filled in on top of, as one text that travels with it: when it is no longer what is stored, somebody
 * else was first. A neighbourhood has no version number of its own.
 */
export function seenOf(form: Record<string, string>): string {
  return JSON.stringify(Object.entries(form).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}
