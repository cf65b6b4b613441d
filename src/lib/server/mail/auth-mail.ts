import { AsyncLocalStorage } from 'node:async_hooks';
import type { AuthMail, SendMail } from '#lib/server/backends/types.ts';

// The auth part of the lite backends hands over a mail with a code and a link of its own. The code is taken from it;
// the mail that goes out is ours, in the reader's language. Which request a mail belongs to is known by its async
// context, so two people who ask at the same moment cannot get each other's code. On globalThis, because the built
// app and the server round it each carry a copy of this module.
const storageKey = Symbol.for('samenspel.auth-mail');
const shared = globalThis as { [storageKey]?: AsyncLocalStorage<{ mail: AuthMail | null }> };
const storage = (shared[storageKey] ??= new AsyncLocalStorage());

/** For the backends: takes a mail of the auth part to the request that asked for it. */
export const handOverAuthMail: SendMail = async (mail) => {
  const waiting = storage.getStore();
  if (!waiting) throw new Error('The auth part sent a mail that nobody asked for.');
  waiting.mail = mail;
};

/** Does what makes the auth part send a mail, and gives the mail instead of sending it; null when none came. */
export async function catchAuthMail<Result>(
  work: () => Promise<Result>
): Promise<{ result: Result; mail: AuthMail | null }> {
  const waiting: { mail: AuthMail | null } = { mail: null };
  const result = await storage.run(waiting, work);
  return { result, mail: waiting.mail };
}

/** The six digits of a mail of the auth part. */
export function codeIn(mail: AuthMail): string | null {
  return /(?<![\w-])\d{6}(?![\w-])/.exec(mail.text ?? '')?.[0] ?? null;
}
