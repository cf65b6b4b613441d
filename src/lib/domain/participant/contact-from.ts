import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { contact, type Contact } from './validation.ts';

/**
 * How to reach somebody from one field for everything: with an @ it is an e-mail address, else a telephone number.
 * @param field the name of that field, for what is wrong with it
 * @returns null when it was left empty
 * @throws RefusalError 422
 */
export function contactFrom(text: string | null, field: string): Contact | null {
  if (!text) return null;
  try {
    return checkInput(contact, { channel: text.includes('@') ? 'mail' : 'call', value: text });
  } catch (refused) {
    if (refused instanceof RefusalError) throw new RefusalError({ ...refused.refusal, field });
    throw refused;
  }
}
