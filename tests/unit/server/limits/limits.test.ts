import { describe, expect, it } from 'vitest';
import { createLimits, limitsFromEnvironment, type Limits } from '#lib/server/limits/limits.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';

const loopback = { HOST: '127.0.0.1', SAMENSPEL_RATE_LIMITS: 'off' };

async function countAllowed(attempt: () => Promise<void>, code = 'rate_limited'): Promise<number> {
  for (let count = 0; count < 100; count++) {
    try {
      await attempt();
    } catch (error) {
      expect(error).toBeInstanceOf(RateLimitError);
      expect((error as RateLimitError).refusal).toEqual({ status: 429, code, field: null });
      return count;
    }
  }
  return Infinity;
}

describe('limits', () => {
  it('allow so many and no more, to each on their own', async () => {
    const limits = createLimits();
    const cases: [name: string, allowed: number, attempt: (who: string) => Promise<void>, code?: string][] = [
      ['writes', 30, (who) => limits.write(who)],
      ['new participants', 20, (who) => limits.newParticipant(who), 'too_many_new_participants'],
      ['mails to an address', 5, (who) => limits.signInMail(who, who)],
      ['tries of a code', 5, (who) => limits.codeTry(who)],
      ['tries of a link', 20, (who) => limits.linkTry(who)]
    ];
    for (const [name, allowed, attempt, code] of cases)
      for (const who of ['one', 'two'])
        expect(await countAllowed(() => attempt(who), code), name).toBe(allowed);
  });

  it('stop somebody who sends mails to one address after another', async () => {
    const limits = createLimits();
    let count = 0;
    expect(await countAllowed(() => limits.signInMail(`${count++}@voorbeeld.nl`, '192.0.2.1'))).toBe(30);
  });

  it('say in whole seconds when to come back', async () => {
    const limits = createLimits();
    for (let count = 0; count < 30; count++) await limits.write('noor');
    const refused = await limits.write('noor').catch((error: unknown) => error);
    expect((refused as RateLimitError).retryAfterSeconds).toBeGreaterThan(50);
    expect((refused as RateLimitError).retryAfterSeconds).toBeLessThanOrEqual(60);
    expect(new RateLimitError(0).retryAfterSeconds).toBe(1);
  });

  it('give new tries with a new code, and none when its mail was used', async () => {
    const limits = createLimits();
    expect(await countAllowed(() => limits.codeTry('noor'))).toBe(5);
    await limits.allowCodeTries('noor');
    expect(await countAllowed(() => limits.codeTry('noor'))).toBe(5);
    await limits.allowCodeTries('noor');
    await limits.endCodeTries('noor');
    expect(await countAllowed(() => limits.codeTry('noor'))).toBe(0);
  });
});

describe('limits that are switched off', () => {
  const counts = async (limits: Limits) => ({
    writes: await countAllowed(() => limits.write('noor')),
    participants: await countAllowed(() => limits.newParticipant('192.0.2.1')),
    links: await countAllowed(() => limits.linkTry('192.0.2.1')),
    codes: await countAllowed(() => limits.codeTry('noor')),
    mails: await countAllowed(() => limits.signInMail('noor', '192.0.2.1'))
  });

  it('still guard a mailbox and its code', async () => {
    expect(await counts(limitsFromEnvironment(loopback, false))).toEqual({
      writes: Infinity,
      participants: Infinity,
      links: Infinity,
      codes: 5,
      mails: 5
    });
  });

  it('are refused on a server that others can reach', () => {
    for (const HOST of ['0.0.0.0', '192.0.2.1', undefined])
      expect(() => limitsFromEnvironment({ ...loopback, HOST }, false), HOST).toThrow(
        /SAMENSPEL_RATE_LIMITS=off/
      );
    // A demo listens to this machine unless told otherwise.
    expect(() => limitsFromEnvironment({ ...loopback, HOST: undefined }, true)).not.toThrow();
  });
});
