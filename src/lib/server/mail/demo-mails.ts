import type { Services } from '#lib/server/services.ts';
import { outboxOf, type KeptMail } from '#lib/server/system/outbox.ts';

export interface DemoMail extends KeptMail {
  /** The address that stands on a line of its own in the mail; null when there is none. */
  link: string | null;
}

/** The mails of the demo, the newest first. null outside it, where their codes would let anybody in as anybody. */
export async function demoMails({
  environment,
  backend
}: Pick<Services, 'environment' | 'backend'>): Promise<DemoMail[] | null> {
  if (!environment.isDemo) return null;
  const mails = await outboxOf(backend).recent();
  return mails.map((mail) => ({ ...mail, link: /^https?:\/\/\S+$/m.exec(mail.body)?.[0] ?? null }));
}
