import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Two openers destroy a PGlite folder: 23 of 600 acknowledged rows went missing without an error. A listening Unix
// socket dies with its process, whatever kills it, so nothing has to be cleaned up and no process id can be reused.
//
// Taking over from a killed process must not race: who checks, unlinks and listens on one name can unlink the lock of
// somebody who was quicker. So everybody listens on a name of their own, then looks at the others. Of two who see each
// other asking, the larger name withdraws and the smaller waits for that.

/** Bytes of a socket's path that every system takes: 104 with the closing zero on macOS, 108 on Linux. */
const longestSocketPath = 103;
const socketName = /^lock-[0-9a-f]{12}\.sock$/;
/** A holder that is busy in a long query answers late; it is alive all the same. */
const answerWithinMilliseconds = 2_000;

/** Thrown when another process has the folder open. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

export interface FolderLock {
  /** Lets the folder go. Safe to call twice. */
  release(): Promise<void>;
}

type Answer = 'held' | 'asking' | 'dead' | 'withdrew' | 'silent';

function lockFolderOf(folder: string): string {
  const realFolder = realpathSync(folder);
  if (Buffer.byteLength(join(realFolder, 'lock-000000000000.sock.new')) <= longestSocketPath)
    return realFolder;
  const name = createHash('sha256').update(realFolder).digest('hex').slice(0, 24);
  const fallback = join(realpathSync(tmpdir()), `samenspel-${name}`);
  mkdirSync(fallback, { recursive: true, mode: 0o700 });
  return fallback;
}

function listen(server: Server, path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Asks the owner of a socket how it stands; follows it for as long as it is asking itself when `untilDecided`. */
function ask(path: string, untilDecided: boolean): Promise<Answer> {
  return new Promise((resolve) => {
    let last: Answer = 'silent';
    const socket = connect(path);
    const finish = (answer: Answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(answerWithinMilliseconds, () => finish('silent'));
    socket.on('data', (data) => {
      const word = data.toString().trim().split('\n').at(-1);
      last = word === 'held' ? 'held' : 'asking';
      if (last === 'held' || !untilDecided) finish(last);
    });
    socket.on('end', () => finish(last === 'asking' ? 'withdrew' : last));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Refused and gone mean that nobody listens; anything else (no permission) is somebody else's socket.
      const isDead = error.code === 'ECONNREFUSED' || error.code === 'ENOENT' || error.code === 'ECONNRESET';
      finish(isDead ? (last === 'asking' ? 'withdrew' : 'dead') : 'silent');
    });
  });
}

/** On Windows a named pipe is taken atomically and goes with its process: nothing more is needed. */
async function lockByPipe(folder: string): Promise<FolderLock> {
  const name = createHash('sha256').update(realpathSync(folder).toLowerCase()).digest('hex').slice(0, 24);
  const server = createServer((socket) => socket.end());
  try {
    await listen(server, `\\\\.\\pipe\\samenspel-${name}`);
  } catch {
    throw new FolderInUseError(folder);
  }
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/**
 * Takes the one lock of a data folder, which lasts until `release` or until the process dies.
 * @param folder an existing folder
 * @throws FolderInUseError when another process has it
 * @throws the file system's error when the folder cannot be written
 */
export async function lockFolder(folder: string): Promise<FolderLock> {
  if (process.platform === 'win32') return lockByPipe(folder);
  const lockFolderPath = lockFolderOf(folder);
  const ownName = `lock-${randomBytes(6).toString('hex')}.sock`;
  const ownPath = join(lockFolderPath, ownName);

  let isHeld = false;
  const visitors = new Set<import('node:net').Socket>();
  const server = createServer((socket) => {
    visitors.add(socket);
    socket.on('close', () => visitors.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.write(isHeld ? 'held\n' : 'asking\n');
  });
  // Listening before the name is there: a socket that is seen can be asked.
  await listen(server, `${ownPath}.new`);
  server.unref();
  renameSync(`${ownPath}.new`, ownPath);

  let released: Promise<void> | undefined;
  const release = () =>
    (released ??= new Promise<void>((resolve) => {
      rmSync(ownPath, { force: true });
      server.close(() => resolve());
      for (const visitor of visitors) visitor.end();
    }));

  try {
    const dead: string[] = [];
    for (const name of readdirSync(lockFolderPath)) {
      if (!socketName.test(name) || name === ownName) continue;
      const path = join(lockFolderPath, name);
      const answer = await ask(path, ownName < name);
      if (answer === 'dead') dead.push(path);
      else if (answer !== 'withdrew') throw new FolderInUseError(folder);
    }
    isHeld = true;
    for (const visitor of visitors) visitor.write('held\n');
    for (const path of dead) rmSync(path, { force: true });
  } catch (error) {
    await release();
    throw error;
  }
  return { release };
}
