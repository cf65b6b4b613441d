import { spawnSync } from 'node:child_process';
import { cpus, loadavg, totalmem } from 'node:os';

/** On what was measured, without saying whose it is. */
export function machine() {
  return {
    platform: `${process.platform} ${process.arch}`,
    cores: cpus().length,
    memoryGigabytes: Math.round(totalmem() / 2 ** 30),
    /** How many processes waited for a processor in the last minute: above the number of cores others were at work. */
    load: loadavg()[0] ?? 0,
    node: process.versions.node
  };
}

/**
 * Megabytes of memory that a process holds now (its resident set).
 * @throws Error when there is no such process, or no `ps`
 */
export function memoryOf(pid: number | undefined): number {
  const { status, stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  const kilobytes = Number(stdout);
  if (status !== 0 || !(kilobytes > 0)) throw new Error('The memory of the app could not be read with ps.');
  return kilobytes / 1024;
}
