// Serves the app as it is built. `npm start` comes here after building; an installation without the development
// packages starts here directly: `node scripts/serve.ts`.
import { isStartError, reasonOf } from '../src/lib/server/backends/start-error.ts';
import { startServer } from '../src/lib/server/http/start-server.ts';
import { stopOnSignals } from './process-end.ts';
import { say, secondsSince } from './terminal.ts';

let stopServer: (() => Promise<void>) | undefined;

/** Prints why this process cannot go on, and ends it. */
export function failToStart(error: unknown): never {
  console.error(reasonOf(error));
  // Anything but a StartError is ours to mend, and then the place matters more than the sentence.
  if (!isStartError(error) && error instanceof Error && error.stack) console.error(error.stack);
  process.exit(1);
}

/**
 * Serves until a signal comes.
 * @param started moment of performance.now() from which the start is counted
 */
export async function serve(started: number): Promise<void> {
  try {
    const { address, stop } = await startServer({ root: process.cwd(), progress: say });
    stopServer = stop;
    say(`Samenspel is ready after ${secondsSince(started)} s: ${address} (Ctrl-C stops it)`);
  } catch (error) {
    failToStart(error);
  }
}

stopOnSignals(async () => stopServer?.(), say);
if (import.meta.main) await serve(performance.now());
