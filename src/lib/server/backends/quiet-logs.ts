import { AsyncLocalStorage } from 'node:async_hooks';

// The lite implementation prints every refused statement with its parameters and PostgreSQL's own detail ("Key
// (email)=(…) already exists"), so names and addresses would stand in the log of whoever runs this. Nothing that is
// printed on its behalf passes; what went wrong is logged by its status and code.

const quiet = new AsyncLocalStorage<true>();
const installedKey = Symbol.for('samenspel.quiet-logs');
const methods = ['debug', 'error', 'info', 'log', 'trace', 'warn'] as const;

function install(): void {
  const shared = globalThis as { [installedKey]?: true };
  if (shared[installedKey]) return;
  shared[installedKey] = true;
  for (const method of methods) {
    const original = console[method].bind(console);
    console[method] = (...parameters: unknown[]) => {
      if (!quiet.getStore()) original(...parameters);
    };
  }
}

/** Runs work that may print personal data; nothing it writes to the console, however deep, comes out. */
export function withQuietLogs<Result>(work: () => Result): Result {
  install();
  return quiet.run(true, work);
}

/** Writes one line about a failure to standard error. Callers pass codes and paths, never values. */
export function logFailure(line: string): void {
  process.stderr.write(`${line}\n`);
}
