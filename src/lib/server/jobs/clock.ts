import { logFailure } from '#lib/server/backends/quiet-logs.ts';
import type { DataClient } from '#lib/server/backends/types.ts';

/** What time brings, once a minute. */
export interface Clock {
  /** Runs now; a run that is going on is waited for instead. For tests and the start. */
  tick(): Promise<void>;
  /** Stops and waits for a run that is going on. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * Runs `run_clock` of the database now and every minute. Any number of processes may: what it does twice is the same
 * as once.
 * @param system the client that row-level security does not stop
 */
export function createClock(system: () => DataClient, everyMilliseconds = 60_000): Clock {
  let running: Promise<void> | null = null;
  let isFailing = false;

  const run = async () => {
    const { error } = await system().rpc('run_clock');
    // Said once, not every minute of a night.
    if (error && !isFailing) logFailure(`clock: ${error.code || 'no answer'} run_clock`);
    isFailing = error !== null;
  };
  const tick = () => (running ??= run().finally(() => (running = null)));

  const timer = setInterval(() => void tick().catch(() => undefined), everyMilliseconds);
  timer.unref();
  void tick().catch(() => undefined);
  return {
    tick,
    stop: async () => {
      clearInterval(timer);
      await running?.catch(() => undefined);
    }
  };
}
