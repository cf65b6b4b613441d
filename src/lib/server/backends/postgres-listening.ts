import type { Session, SessionEvents } from './postgres-session.ts';

const againMilliseconds = 1_000;

/**
 * Listens to a channel on a session of its own, and on a new one after that was lost, until it is told to stop.
 * @param onHint called with what each notification says, and without each time the listening begins: what was sent
 * before it is lost
 * @throws Error when the first try fails
 */
export async function listenForGood(
  open: (events: SessionEvents) => Session,
  channel: string,
  onHint: (payload?: string) => void
): Promise<() => Promise<void>> {
  let session: Session | undefined;
  let trying: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;

  const begin = async () => {
    const next = open({ onNotify: onHint, onLost: tryAgain });
    session = next;
    try {
      await next.unsafe(`listen "${channel.replaceAll('"', '""')}"`);
    } catch (error) {
      await next.end();
      throw error;
    }
    onHint();
  };
  const tryAgain = () => {
    if (isStopped || trying) return;
    trying = setTimeout(() => {
      trying = undefined;
      begin().catch(tryAgain);
    }, againMilliseconds);
    trying.unref();
  };
  const stop = async () => {
    isStopped = true;
    clearTimeout(trying);
    await session?.end();
  };

  try {
    await begin();
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
