// Words for the person at the terminal, shared by the commands.
import { spawn, type SpawnOptions } from 'node:child_process';

export function say(sentence: string): void {
  console.log(sentence);
}

/** Seconds since a moment of performance.now(), for a sentence. */
export function secondsSince(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

export interface Finished {
  code: number;
  output: string;
  /** Standard output alone, for reports that are read by a program. */
  standardOutput: string;
}

export interface RunOptions extends SpawnOptions {
  /** Says after this many seconds, and again each time, that the work goes on; 0 keeps quiet. */
  tickSeconds?: number;
  label?: string;
  /** Shows the output while it comes. */
  show?: boolean;
}

/** Runs a program to its end and keeps its output. Never rejects: a program that cannot start has code 127. */
export function run(program: string, parameters: string[], options: RunOptions = {}): Promise<Finished> {
  const { tickSeconds = 0, label = program, show = false, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const started = performance.now();
    let output = '';
    let standardOutput = '';
    const child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'], ...spawnOptions });
    const tick =
      tickSeconds > 0
        ? setInterval(
            () => say(`  ${label}: still busy after ${Math.round((performance.now() - started) / 1000)} s.`),
            tickSeconds * 1000
          )
        : undefined;
    const endWithUs = () => child.kill();
    process.once('exit', endWithUs);
    const finish = (code: number) => {
      process.off('exit', endWithUs);
      clearInterval(tick);
      resolve({ code, output, standardOutput });
    };
    child.stdout?.on('data', (data: Buffer) => {
      output += data.toString();
      standardOutput += data.toString();
      if (show) process.stdout.write(data);
    });
    child.stderr?.on('data', (data: Buffer) => {
      output += data.toString();
      if (show) process.stderr.write(data);
    });
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

/** Path of a program of the project's own packages. */
export function ownProgram(name: string): string {
  return `node_modules/.bin/${name}`;
}
