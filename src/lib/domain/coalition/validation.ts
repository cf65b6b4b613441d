import * as v from 'valibot';
import {
  id,
  optionalId,
  optionalText,
  requiredDay,
  requiredId,
  requiredText
} from '#lib/domain/refusal/fields.ts';
import { needKinds } from '#lib/domain/idea/types.ts';

const nothing = v.object({}, 'input_malformed');
const person = {
  name: optionalText(40),
  says: optionalText(500),
  organisationId: optionalId,
  livesWithMemberId: optionalId
};

/** Somebody takes an idea on. The name is shown when it is given; else "somebody of the group". */
export const newCoalition = v.object(
  { id: v.optional(id), groupName: optionalText(120), ...person },
  'input_malformed'
);
export type NewCoalition = v.InferInput<typeof newCoalition>;

/** Joining asks only what somebody can and wants to do. */
export const joining = v.object(
  { role: v.optional(v.picklist(['member', 'supporter'], 'role_unknown'), 'member'), ...person },
  'input_malformed'
);
export type Joining = v.InferInput<typeof joining>;

/** What members do with their group, and what each act needs. */
export const coalitionActs = {
  leave: nothing,
  wake: nothing,
  take_lead: nothing,
  hand_over: v.object({ memberId: requiredId('member_id_missing') }, 'input_malformed'),
  add_need: v.object(
    { kind: v.picklist(needKinds, 'need_unknown'), words: optionalText(200) },
    'input_malformed'
  ),
  cover_need: v.object(
    { needId: requiredId('need_id_missing'), coveredBy: optionalText(120) },
    'input_malformed'
  ),
  promise: v.object(
    { id: v.optional(id), what: requiredText(300, 'what_missing'), due: requiredDay('due_missing') },
    'input_malformed'
  ),
  keep_promise: v.object({ commitmentId: requiredId('commitment_id_missing') }, 'input_malformed'),
  drop_promise: v.object({ commitmentId: requiredId('commitment_id_missing') }, 'input_malformed'),
  update: v.object(
    { id: v.optional(id), body: requiredText(2000, 'body_missing'), uploadId: optionalId },
    'input_malformed'
  ),
  realise: v.object(
    { on: requiredDay('on_missing'), body: optionalText(2000), uploadId: optionalId },
    'input_malformed'
  ),
  keep_going: v.object({ lookedAfterBy: requiredText(120, 'looked_after_by_missing') }, 'input_malformed'),
  answer_check_in: v.object(
    { answer: v.picklist(['going', 'needs_help', 'stopped'], 'answer_missing'), words: optionalText(500) },
    'input_malformed'
  ),
  complete: v.object({ reason: optionalText(500) }, 'input_malformed'),
  rest: v.object({ reason: optionalText(500) }, 'input_malformed'),
  dissolve: v.object({ reason: optionalText(500) }, 'input_malformed')
} as const;
export type CoalitionAct = keyof typeof coalitionActs;
export type CoalitionActInput<Act extends CoalitionAct> = v.InferInput<(typeof coalitionActs)[Act]>;
