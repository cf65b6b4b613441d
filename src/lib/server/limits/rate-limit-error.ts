import { RefusalError } from '#lib/domain/refusal/refusal.ts';

/** Too often: a refusal that says when to come back. */
export class RateLimitError extends RefusalError {
  /** Whole seconds, at least one, for the header Retry-After. */
  readonly retryAfterSeconds: number;

  constructor(millisecondsToWait: number, code = 'rate_limited') {
    super({ status: 429, code, field: null });
    this.retryAfterSeconds = Math.max(1, Math.ceil(millisecondsToWait / 1000));
  }
}
