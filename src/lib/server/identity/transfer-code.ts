import { randomBytes } from 'node:crypto';

// Crockford's base 32: no letter that is taken for a digit. Ten of them are 50 bits, and can still be typed over.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 10;

/** How long a code for another device may be used. */
export const transferMinutes = 15;

/** A new code for another device, such as `7QM2X-9HT4K`. */
export function newTransferCode(): string {
  const code = [...randomBytes(length)].map((byte) => letters[byte % letters.length]).join('');
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** A code as it was made, from what somebody typed; null when it cannot be one. */
export function readTransferCode(input: unknown): string | null {
  if (typeof input !== 'string') return null;
  const code = input
    .toUpperCase()
    .replace(/[\s–—-]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (code.length !== length || [...code].some((letter) => !letters.includes(letter))) return null;
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}
