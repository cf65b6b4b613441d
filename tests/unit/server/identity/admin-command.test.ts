import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { administratorLink } from '../../../../scripts/admin.ts';
import { readOrMakeSecret } from '#lib/server/backends/secret.ts';
import { readAdministratorToken } from '#lib/server/identity/administrator-link.ts';

const now = Date.UTC(2026, 10, 22, 12);
const secret = 'a-secret-that-only-this-test-uses-01234';
let folder = '';

afterEach(() => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  folder = '';
});

const tokenIn = (link: string) => new URL(link).searchParams.get('token') ?? '';

describe('npm run admin', () => {
  it('makes a link with the secret of the data folder, for the server that runs on it', () => {
    folder = mkdtempSync(join(tmpdir(), 'samenspel-admin-'));
    const kept = readOrMakeSecret(folder);
    const link = administratorLink('Baas@Voorbeeld.nl', { SAMENSPEL_DATA: folder, PORT: '4000' }, now);
    expect(link).toMatch(/^http:\/\/localhost:4000\/sign-in\/administrator\?token=/);
    expect(readAdministratorToken(tokenIn(link), kept, now)).toBe('baas@voorbeeld.nl');
  });

  it('makes a link with the secret that the processes of an installation share', () => {
    const variables = {
      DATABASE_URL: 'postgres://samenspel@database.example/samenspel',
      SAMENSPEL_SECRET: secret,
      ORIGIN: 'https://samenspel.example/'
    };
    const link = administratorLink('baas@voorbeeld.nl', variables, now);
    expect(link).toMatch(/^https:\/\/samenspel\.example\/sign-in\/administrator\?token=/);
    expect(readAdministratorToken(tokenIn(link), secret, now)).toBe('baas@voorbeeld.nl');
  });

  it('says in one sentence what is missing, and makes no folder', () => {
    folder = mkdtempSync(join(tmpdir(), 'samenspel-admin-'));
    const variables = { SAMENSPEL_DATA: join(folder, 'data') };
    expect(() => administratorLink(undefined, variables, now)).toThrow('npm run admin -- name@example.org');
    expect(() => administratorLink('baas', variables, now)).toThrow('npm run admin -- name@example.org');
    expect(() => administratorLink('baas@voorbeeld.nl', variables, now)).toThrow(
      'There is no installation in'
    );
    expect(() => readOrMakeSecret(join(folder, 'data'))).toThrow();
  });
});
