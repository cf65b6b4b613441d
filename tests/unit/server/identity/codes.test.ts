import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAdministratorToken, readAdministratorToken } from '#lib/server/identity/administrator-link.ts';
import { readEmail } from '#lib/server/identity/email.ts';
import { hashOf, isSessionToken, newSessionToken } from '#lib/server/identity/session-token.ts';
import { newTransferCode, readTransferCode } from '#lib/server/identity/transfer-code.ts';

const secret = 'a-secret-that-only-this-test-uses-01234';
const now = Date.UTC(2026, 10, 22, 12);

describe('a session token', () => {
  it('is 256 random bits that a cookie holds as they are', () => {
    const tokens = Array.from({ length: 200 }, newSessionToken);
    expect(new Set(tokens).size).toBe(200);
    for (const token of tokens) {
      expect(isSessionToken(token)).toBe(true);
      expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    }
    for (const other of [
      '',
      'x',
      'a'.repeat(42),
      'a'.repeat(44),
      `${'a'.repeat(42)}=`,
      `${'a'.repeat(42)}\n`
    ])
      expect(isSessionToken(other), other).toBe(false);
  });

  it('is stored as its SHA-256', () => {
    // FIPS 180-2, appendix B.1
    expect(hashOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('a code for another device', () => {
  it('has ten signs of thirty-two, 50 bits', () => {
    const codes = Array.from({ length: 500 }, newTransferCode);
    for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/);
    // Every sign turns up in 5,000 draws; one that never does would halve what there is to guess.
    expect(new Set(codes.join('').replaceAll('-', '')).size).toBe(32);
    expect(new Set(codes).size).toBe(500);
  });

  it('is read however somebody types it over', () => {
    expect(readTransferCode('7qm2x 9ht4k')).toBe('7QM2X-9HT4K');
    expect(readTransferCode(' 7QM2X9HT4K ')).toBe('7QM2X-9HT4K');
    expect(readTransferCode('o1lIO–00000')).toBe('01110-00000');
    for (const other of ['', '7QM2X-9HT4', '7QM2X-9HT4K2', '7QM2X-9HT4U', '7QM2X-9HT4!', 12, null])
      expect(readTransferCode(other), String(other)).toBeNull();
  });
});

describe('the link for a first administrator', () => {
  it('says whose it is, within the hour', () => {
    const token = makeAdministratorToken('baas@voorbeeld.nl', secret, now);
    expect(readAdministratorToken(token, secret, now)).toBe('baas@voorbeeld.nl');
    expect(readAdministratorToken(token, secret, now + 59 * 60_000)).toBe('baas@voorbeeld.nl');
    expect(readAdministratorToken(token, secret, now + 60 * 60_000)).toBeNull();
    expect(makeAdministratorToken('baas@voorbeeld.nl', secret, now)).not.toBe(token);
  });

  it('is refused when anything of it is changed, or the secret is another', () => {
    const token = makeAdministratorToken('baas@voorbeeld.nl', secret, now);
    expect(readAdministratorToken(token, `${secret}x`, now)).toBeNull();
    const [, signature] = token.split('.');
    const forged = Buffer.from(JSON.stringify(['dief@voorbeeld.nl', now + 1e9, ''])).toString('base64url');
    expect(readAdministratorToken(`${forged}.${signature}`, secret, now)).toBeNull();
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'abcXYZ019-_.'), (index, letter) => {
        const changed = token.slice(0, index) + letter + token.slice(index + 1);
        // The last letter of base64url carries four bits; another one with the same four is the same signature.
        const isSame = changed === token || index === token.length - 1;
        expect(isSame || readAdministratorToken(changed, secret, now) === null).toBe(true);
      }),
      { seed: 22, numRuns: 300 }
    );
    for (const other of ['', '.', 'a.b', `${token}.`, `.${token}`])
      expect(readAdministratorToken(other, secret, now)).toBeNull();
  });
});

describe('an e-mail address', () => {
  it('is read in lower case, without spaces around it', () => {
    expect(readEmail(' Noor@Lampje-Aan.Example ')).toBe('noor@lampje-aan.example');
    expect(readEmail('a.b+c@x.y.example')).toBe('a.b+c@x.y.example');
  });

  it('is one address and nothing else', () => {
    for (const other of [
      '',
      'noor',
      'noor@',
      '@lampje.example',
      'noor@lampje',
      'a@b.example,c@d.example',
      'a@b.example c@d.example',
      'a@b.example\nBcc: c@d.example',
      '"Noor" <noor@lampje.example>',
      `${'a'.repeat(190)}@lampje.example`,
      null,
      3
    ])
      expect(readEmail(other), String(other)).toBeNull();
  });
});
