import * as v from 'valibot';
import {
  id,
  optionalDay,
  optionalId,
  optionalText,
  requiredDay,
  requiredId,
  requiredText,
  textList
} from '#lib/domain/refusal/fields.ts';
import { claimStates } from './types.ts';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;
const endTime = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

const slot = v.pipe(
  v.object(
    {
      day: v.pipe(
        v.number('slot_malformed'),
        v.integer('slot_malformed'),
        v.minValue(1, 'slot_malformed'),
        v.maxValue(7, 'slot_malformed')
      ),
      from: v.pipe(v.string('slot_malformed'), v.regex(time, 'slot_malformed')),
      to: v.pipe(v.string('slot_malformed'), v.regex(endTime, 'slot_malformed'))
    },
    'slot_malformed'
  ),
  v.check(({ from, to }) => to > from, 'slot_malformed')
);

/** A group asks a place. Days are local to the neighbourhood; weekly slots are empty for the whole days. */
export const newClaim = v.object(
  {
    id: v.optional(id),
    coalitionId: requiredId('coalition_id_missing'),
    placeId: requiredId('place_id_missing'),
    purpose: requiredText(500, 'purpose_missing'),
    size: v.optional(v.picklist(['small', 'lasting'], 'size_unknown'), 'lasting'),
    startsOn: requiredDay('starts_on_missing'),
    endsOn: optionalDay,
    weekly: v.optional(
      v.nullable(v.pipe(v.array(slot, 'slot_malformed'), v.maxLength(28, 'slot_malformed')))
    ),
    stays: v.optional(v.boolean('choice_malformed')),
    onBehalfOf: optionalText(120)
  },
  'input_malformed'
);
export type NewClaim = v.InferInput<typeof newClaim>;

const agreementLines = v.optional(textList(300, 20), []);
const agreementTerms = {
  startsOn: optionalDay,
  endsOn: optionalDay,
  groupDoes: agreementLines,
  ownerDoes: agreementLines,
  conditions: agreementLines,
  costs: optionalText(500),
  insurance: optionalText(300),
  ending: optionalText(500),
  keyHolder: optionalText(300),
  whoToCall: optionalText(300)
};

/** A version of "our agreements". Key holder and whom to call are seen by both parties only. */
export const newAgreement = v.object(
  { agreementId: v.optional(id), what: requiredText(1000, 'what_missing'), ...agreementTerms },
  'input_malformed'
);
export type NewAgreement = v.InferInput<typeof newAgreement>;

/** One side says yes; `onPaper` when a signed paper is the yes and the facilitator writes it down. */
export const confirmation = v.object(
  {
    side: v.optional(v.picklist(['coalition', 'steward'], 'side_unknown')),
    onPaper: v.optional(v.boolean('choice_malformed'))
  },
  'input_malformed'
);
export type Confirmation = v.InferInput<typeof confirmation>;

/** A step of a claim. What a step needs besides `to` stands in the table of transitions; the database asks for it. */
export const claimStep = v.object(
  {
    to: v.pipe(
      v.nullish(v.string('state_unknown'), ''),
      v.check((text) => text !== '', 'to_missing'),
      v.picklist(claimStates, 'state_unknown')
    ),
    reason: optionalText(1000),
    onBehalfOf: optionalText(120),
    otherPlaceId: optionalId,
    asksWhom: optionalText(120),
    asksBefore: optionalDay,
    meetAt: optionalText(200),
    on: optionalDay,
    body: optionalText(2000),
    uploadId: optionalId,
    name: optionalText(40),
    lookedAfterBy: optionalText(120),
    called: v.optional(v.boolean('choice_malformed')),
    joinsWith: optionalText(300),
    joinsBefore: optionalDay,
    what: optionalText(1000),
    ...agreementTerms
  },
  'input_malformed'
);
export type ClaimStep = v.InferInput<typeof claimStep>;
