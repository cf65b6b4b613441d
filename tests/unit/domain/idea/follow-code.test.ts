import { expect, it } from 'vitest';
import { followCodeFrom } from '#lib/domain/idea/follow-code.ts';

it.each(['WILG-27', 'wilg-27', ' Wilg 27 ', 'wilg27', 'WILG – 27', 'wilg_27', 'wilg.27', 'WILG - 27'])(
  'reads %j as the code on the card',
  (typed) => expect(followCodeFrom(typed)).toBe('WILG-27')
);

it('keeps what is no code short', () => {
  expect(followCodeFrom('x'.repeat(5000))).toHaveLength(20);
  expect(followCodeFrom('')).toBe('');
});
