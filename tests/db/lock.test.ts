import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderInUseError, lockFolder } from '../../src/lib/server/backends/lock.ts';
import { startProcess, type RunningProcess } from '../support/processes.ts';

let folder: string;
let holders: RunningProcess[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'samenspel-lock-'));
  holders = [];
});

afterEach(async () => {
  for (const { child, ended } of holders) {
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
});

function startHolder(of = folder): RunningProcess {
  const holder = startProcess('node_modules/.bin/node', ['tests/support/hold-lock.ts', of], {
    stdio: ['pipe', 'pipe', 'pipe']
  });
  holders.push(holder);
  return holder;
}

const outcome = /held|FolderInUseError/;

describe('lock of a data folder', () => {
  it('refuses a second process while the first has the folder', async () => {
    await startHolder().waitFor(/held/);
    const second = startHolder();
    await second.waitFor(/FolderInUseError/);
    expect(await second.ended).toBe(1);
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUseError);
  });

  it('refuses a second opener in the same process', async () => {
    const lock = await lockFolder(folder);
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUseError);
    await lock.release();
  });

  it('is free again after kill -9, and nothing of the killed process stays behind', async () => {
    const first = startHolder();
    await first.waitFor(/held/);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(readdirSync(folder)).toHaveLength(1);

    await startHolder().waitFor(/held/);
    expect(readdirSync(folder)).toHaveLength(1);
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUseError);
  });

  it('is free again after a clean stop', async () => {
    const first = startHolder();
    await first.waitFor(/held/);
    first.child.kill('SIGTERM');
    expect(await first.ended).toBe(0);
    expect(readdirSync(folder)).toEqual([]);
    const lock = await lockFolder(folder);
    await lock.release();
  });

  it('holds against a process that does not answer because it is stopped', async () => {
    const first = startHolder();
    await first.waitFor(/held/);
    first.child.kill('SIGSTOP');
    await expect(lockFolder(folder)).rejects.toBeInstanceOf(FolderInUseError);
    first.child.kill('SIGCONT');
  });

  it('gives a folder that a killed process left to exactly one of many that ask at the same moment', async () => {
    const killed = startHolder();
    await killed.waitFor(/held/);
    killed.child.kill('SIGKILL');
    await killed.ended;
    const asking = [startHolder(), startHolder(), startHolder(), startHolder()];
    const answers = await Promise.all(asking.map(async (holder) => (await holder.waitFor(outcome))[0]));
    expect(answers.filter((answer) => answer === 'held')).toHaveLength(1);
  });

  it('gives a folder to exactly one of many openers within one process, 20 times', async () => {
    for (let round = 0; round < 20; round++) {
      const results = await Promise.allSettled(Array.from({ length: 5 }, () => lockFolder(folder)));
      const taken = results.filter((result) => result.status === 'fulfilled');
      expect(taken).toHaveLength(1);
      for (const result of taken) await result.value.release();
    }
  });

  it('works for a folder whose path is too long for a socket', async () => {
    const deep = join(folder, 'a'.repeat(60), 'b'.repeat(60));
    mkdirSync(deep, { recursive: true });
    const first = startHolder(deep);
    await first.waitFor(/held/);
    await expect(lockFolder(deep)).rejects.toBeInstanceOf(FolderInUseError);
    first.child.kill('SIGKILL');
    await first.ended;
    const lock = await lockFolder(deep);
    await lock.release();
  });
});
