// A process that takes the lock of a data folder, says whether it has it, and keeps it until it is ended.
import { lockFolder } from '../../src/lib/server/backends/lock.ts';

const [folder = ''] = process.argv.slice(2);
try {
  const lock = await lockFolder(folder);
  process.on('SIGTERM', () => void lock.release().then(() => process.exit(0)));
  // Something to stay alive for: the lock itself does not keep a process running.
  process.stdin.resume();
  console.log('held');
} catch (error) {
  console.log(error instanceof Error ? error.name : String(error));
  process.exit(1);
}
