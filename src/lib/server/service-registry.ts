import type { Progress } from '#lib/server/backends/types.ts';

// On globalThis, because an edit under `vite dev` loads modules again, and a second PGlite on the same folder destroys
// it; and because the server round the built app, which is not part of the bundle, has to close what the app opened.
// That server imports this module only, so that it does not load everything once more.
const servicesKey = Symbol.for('samenspel.services');
const progressKey = Symbol.for('samenspel.progress');

interface Closable {
  close(): Promise<void>;
}

const shared = globalThis as { [servicesKey]?: Promise<Closable>; [progressKey]?: Progress };

/** What was opened in this process, or what `open` opens now: once, however often it is asked for. */
export function openOnce<Opened extends Closable>(open: () => Promise<Opened>): Promise<Opened> {
  return (shared[servicesKey] ??= open()) as Promise<Opened>;
}

/** Ends the services when they were opened; nothing otherwise. Errors of opening are not repeated here. */
export async function closeServices(): Promise<void> {
  const opened = await shared[servicesKey]?.catch(() => undefined);
  await opened?.close();
}

/** Whoever starts the server hears here what the opening of the services is doing. */
export function onProgress(progress: Progress): void {
  shared[progressKey] = progress;
}

/** Says what a start is doing, to whoever listens. */
export function sayProgress(sentence: string): void {
  shared[progressKey]?.(sentence);
}
