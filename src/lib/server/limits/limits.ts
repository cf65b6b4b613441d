import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { readHttpConfig } from '#lib/server/http/config.ts';
import { RateLimitError } from './rate-limit-error.ts';

const minute = 60;
const hour = 60 * minute;

/** How often what may be done; durations in seconds. */
export const limitRules = {
  writesPerParticipant: { points: 30, duration: minute },
  // Everybody at an evening shares one address: enough for a room that comes in one by one, too few for a flood.
  newParticipantsPerAddress: { points: 20, duration: 10 * minute },
  codeTriesPerEmail: { points: 5, duration: hour },
  mailsPerEmail: { points: 5, duration: hour },
  mailsPerAddress: { points: 30, duration: hour },
  linkTriesPerAddress: { points: 20, duration: 10 * minute }
} as const;

/** Counters of this process. Each method counts one and throws RateLimitError (429) when that was one too many. */
export interface Limits {
  /** @param who a participant's id, or an address for a visitor */
  write(who: string): Promise<void>;
  /** Code `too_many_new_participants`: it is not about who reads it, but about the address they share. */
  newParticipant(address: string): Promise<void>;
  signInMail(email: string, address: string): Promise<void>;
  /** A try of the six-digit code of an address; a sixth is refused even when it is right. */
  codeTry(email: string): Promise<void>;
  /** A new code was sent: five new tries. */
  allowCodeTries(email: string): Promise<void>;
  /** The link of the same mail was used: its code is over. */
  endCodeTries(email: string): Promise<void>;
  /** A try of a one-time link or a code for another device. */
  linkTry(address: string): Promise<void>;
}

async function consume(limiter: RateLimiterMemory, key: string, code?: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw new RateLimitError(refused.msBeforeNext, code);
    throw refused;
  }
}

export interface LimitsOptions {
  /**
   * For load tests: what is counted per person and per network address is not. What protects a mailbox and its code
   * stays.
   */
  isOff?: boolean;
}

export function createLimits({ isOff = false }: LimitsOptions = {}): Limits {
  const limiters = Object.fromEntries(
    Object.entries(limitRules).map(([name, rule]) => [
      name,
      new RateLimiterMemory({ keyPrefix: name, ...rule })
    ])
  ) as Record<keyof typeof limitRules, RateLimiterMemory>;
  const unlessOff = async (limiter: RateLimiterMemory, key: string, code?: string) => {
    if (!isOff) await consume(limiter, key, code);
  };
  return {
    write: (who) => unlessOff(limiters.writesPerParticipant, who),
    newParticipant: (address) =>
      unlessOff(limiters.newParticipantsPerAddress, address, 'too_many_new_participants'),
    signInMail: async (email, address) => {
      await unlessOff(limiters.mailsPerAddress, address);
      await consume(limiters.mailsPerEmail, email);
    },
    codeTry: (email) => consume(limiters.codeTriesPerEmail, email),
    allowCodeTries: async (email) => {
      await limiters.codeTriesPerEmail.delete(email);
    },
    endCodeTries: async (email) => {
      await limiters.codeTriesPerEmail.block(email, limitRules.codeTriesPerEmail.duration);
    },
    linkTry: (address) => unlessOff(limiters.linkTriesPerAddress, address)
  };
}

/**
 * The limits as the environment wants them.
 * @throws StartError when they are switched off on a server that others can reach
 */
export function limitsFromEnvironment(
  variables: Record<string, string | undefined>,
  isDemo: boolean
): Limits {
  readHttpConfig(variables, isDemo);
  return createLimits({ isOff: variables.SAMENSPEL_RATE_LIMITS?.trim().toLowerCase() === 'off' });
}
