// How a long-running command ends: on a signal, or when the command that started it is gone.

/** Two signals this close together are one: the terminal and npm both pass on a Ctrl-C. */
const sameSignalMilliseconds = 500;
/** After this the process is gone, whatever still hangs. */
const longestStopMilliseconds = 4_500;

/**
 * Stops once, cleanly, within five seconds; a second signal ends the process at once.
 * @param stop ends everything; may take as long as it needs
 */
export function stopOnSignals(stop: () => Promise<void>, say: (sentence: string) => void): void {
  let firstSignal: number | undefined;
  const onEnd = () => {
    const now = performance.now();
    if (firstSignal !== undefined) {
      if (now - firstSignal > sameSignalMilliseconds) process.exit(1);
      return;
    }
    firstSignal = now;
    say('Stopping…');
    setTimeout(() => process.exit(1), longestStopMilliseconds).unref();
    stop().then(
      () => process.exit(0),
      () => process.exit(1)
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onEnd);
  // scripts/run.cjs was killed: nobody could stop us any more, and we would hold the port and the data.
  process.on('disconnect', onEnd);
}
