import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../../src/lib/server/backends/environment.ts';
import { readHttpConfig } from '../../../../src/lib/server/http/config.ts';

describe('how the server listens', () => {
  it('listens to this machine only in a demo, and to everybody otherwise', () => {
    expect(readHttpConfig({}, true)).toMatchObject({ host: '127.0.0.1', port: 3000, warnings: [] });
    expect(readHttpConfig({}, false).host).toBe('0.0.0.0');
  });

  it('warns when a demo is opened to others', () => {
    const { host, warnings } = readHttpConfig({ HOST: '0.0.0.0' }, true);
    expect(host).toBe('0.0.0.0');
    expect(warnings).toEqual([
      expect.stringContaining('everybody who can reach this machine can sign in') as string
    ]);
    expect(readHttpConfig({ HOST: '::1' }, true).warnings).toEqual([]);
    expect(readHttpConfig({ HOST: '0.0.0.0' }, false).warnings).toEqual([]);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT'],
    [{ PORT: '70000' }, 'PORT'],
    [{ ORIGIN: 'samenspel.example.org' }, 'ORIGIN'],
    [{ ORIGIN: 'https://example.org/samenspel' }, 'ORIGIN'],
    [{ TRUST_PROXY: 'nginx' }, 'TRUST_PROXY']
  ])('names the variable that is wrong: %o', (variables, name) => {
    expect(() => readHttpConfig(variables, false)).toThrow(new RegExp(`^${name} is `));
  });

  it('switches rate limits off on this machine only', () => {
    const variables = { SAMENSPEL_RATE_LIMITS: 'off' };
    expect(() => readHttpConfig(variables, true)).not.toThrow();
    expect(() => readHttpConfig({ ...variables, HOST: '127.0.0.1' }, false)).not.toThrow();
    expect(() => readHttpConfig(variables, false)).toThrow(/^SAMENSPEL_RATE_LIMITS=off/);
  });
});

describe('which database', () => {
  const secret = 'x'.repeat(32);
  const supabase = {
    SUPABASE_URL: 'https://abc.supabase.co/',
    SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_a',
    SUPABASE_SECRET_KEY: 'sb_secret_a',
    SUPABASE_JWT_SECRET: 'legacy',
    SAMENSPEL_SECRET: secret
  };

  it('is the embedded one unless the environment says otherwise', () => {
    expect(readEnvironment({})).toMatchObject({ kind: 'embedded', isDemo: false, secret: null });
    expect(
      readEnvironment({ DATABASE_URL: 'postgres://db/samenspel', SAMENSPEL_SECRET: secret })
    ).toMatchObject({
      kind: 'postgres',
      poolSize: 10
    });
    expect(readEnvironment(supabase)).toMatchObject({
      kind: 'supabase',
      url: 'https://abc.supabase.co',
      signing: { sharedSecret: 'legacy' }
    });
  });

  it('takes the signing key before the legacy secret', () => {
    const key = { kty: 'EC', crv: 'P-256', kid: 'one', x: 'x', y: 'y', d: 'd' };
    const variables = { ...supabase, SUPABASE_JWT_SIGNING_KEY: JSON.stringify([key]) };
    expect(readEnvironment(variables)).toMatchObject({ signing: { jwk: key } });
  });

  it.each([
    [
      { SAMENSPEL_DEMO: '1', DATABASE_URL: 'postgres://db/samenspel', SAMENSPEL_SECRET: secret },
      /^SAMENSPEL_DEMO lets/
    ],
    [{ ...supabase, SAMENSPEL_DEMO: '1' }, /^SAMENSPEL_DEMO lets/],
    [{ SAMENSPEL_DEMO: 'maybe' }, /^SAMENSPEL_DEMO is "maybe"/],
    [{ DATABASE_URL: 'postgres://db/samenspel' }, /^SAMENSPEL_SECRET is not set/],
    [
      { DATABASE_URL: 'postgres://db/samenspel', SAMENSPEL_SECRET: 'short' },
      /^SAMENSPEL_SECRET is too short/
    ],
    [{ DATABASE_URL: 'mysql://db/samenspel' }, /^DATABASE_URL must begin/],
    [{ ...supabase, DATABASE_URL: 'postgres://db/samenspel' }, /^Both SUPABASE_URL and DATABASE_URL/],
    [{ ...supabase, SUPABASE_SECRET_KEY: '' }, /^SUPABASE_SECRET_KEY is not set/],
    [{ ...supabase, SUPABASE_JWT_SECRET: '' }, /^SUPABASE_JWT_SECRET is not set/],
    [{ ...supabase, SUPABASE_JWT_SIGNING_KEY: '{' }, /is not a JSON Web Key/],
    [{ ...supabase, SUPABASE_JWT_SIGNING_KEY: '{"kty":"RSA"}' }, /must be a private ES256 key/]
  ])('is refused with one sentence when it is not clear: %o', (variables, sentence) => {
    expect(() => readEnvironment(variables)).toThrow(sentence);
  });
});
