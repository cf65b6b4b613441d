import { spawn, type ChildProcess, type SpawnOptions } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';

export interface RunningProcess {
  readonly child: ChildProcess;
  /** Everything it printed so far, both streams in the order in which it came. */
  output(): string;
  /** Standard error alone. */
  errors(): string;
  /** Resolves with the match as soon as the output has it; rejects when the process ends first. */
  waitFor(pattern: RegExp): Promise<RegExpExecArray>;
  /** Resolves with the exit code (null after a signal) when the process has ended. */
  readonly ended: Promise<number | null>;
}

/** Starts a program and follows its output by events, so that nothing waits a fixed time. */
export function startProcess(
  program: string,
  parameters: string[],
  options: SpawnOptions = {}
): RunningProcess {
  const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
  let output = '';
  let errors = '';
  const watchers = new Set<() => void>();
  const take = (isError: boolean) => (data: Buffer) => {
    output += data.toString();
    if (isError) errors += data.toString();
    for (const watcher of watchers) watcher();
  };
  child.stdout?.on('data', take(false));
  child.stderr?.on('data', take(true));
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', (code) => resolve(code));
    child.on('error', (error) => {
      output += error.message;
      resolve(127);
    });
  });
  const endWithUs = () => child.kill('SIGKILL');
  process.once('exit', endWithUs);
  void ended.then(() => process.off('exit', endWithUs));
  return {
    child,
    output: () => output,
    errors: () => errors,
    ended,
    waitFor: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(output);
          if (!match) return;
          watchers.delete(look);
          resolve(match);
        };
        watchers.add(look);
        look();
        void ended.then((code) =>
          reject(new Error(`${program} ended with ${code} before it said ${pattern}:\n${output}`))
        );
      })
  };
}

/** A TCP port of 127.0.0.1 that nobody used a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
