import * as v from 'valibot';
import { id, optionalId, optionalText, requiredText } from '#lib/domain/refusal/fields.ts';

export const firstName = v.object({ firstName: optionalText(40) }, 'input_malformed');

/** How somebody wants to hear back; only the facilitator sees it. */
export const contact = v.object(
  {
    channel: v.picklist(['call', 'card', 'mail'], 'channel_unknown'),
    value: requiredText(200, 'value_missing', 3)
  },
  'input_malformed'
);
export type Contact = v.InferInput<typeof contact>;

/** "I can do something": never public as a person. */
export const newOffer = v.object(
  {
    id: v.optional(id),
    what: requiredText(500, 'what_missing'),
    whenWords: optionalText(200),
    howFar: optionalText(200),
    firstName: optionalText(40)
  },
  'input_malformed'
);
export type NewOffer = v.InferInput<typeof newOffer>;

/** A private word to the facilitator. */
export const newMessage = v.object(
  {
    id: v.optional(id),
    ideaId: optionalId,
    body: requiredText(2000, 'body_missing'),
    replyTo: optionalText(200)
  },
  'input_malformed'
);
export type NewMessage = v.InferInput<typeof newMessage>;
