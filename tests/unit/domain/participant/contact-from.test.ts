import { expect, it } from 'vitest';
import { contactFrom } from '#lib/domain/participant/contact-from.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';

it('takes what has an @ for an e-mail address and anything else for a telephone number', () => {
  expect(contactFrom('riet@voorbeeld.nl', 'contact')).toEqual({
    channel: 'mail',
    value: 'riet@voorbeeld.nl'
  });
  expect(contactFrom('0318 59 12 34', 'contact')).toEqual({ channel: 'call', value: '0318 59 12 34' });
  expect(contactFrom(null, 'contact')).toBeNull();
});

it.each([
  ['12', 'text_too_short'],
  ['1'.repeat(201), 'text_too_long']
])('refuses %j beside the field it was typed in', (typed, code) => {
  expect.assertions(1);
  try {
    contactFrom(typed, 'contact');
  } catch (refused) {
    expect((refused as RefusalError).refusal).toEqual({ status: 422, code, field: 'contact' });
  }
});
