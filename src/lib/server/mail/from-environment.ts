import type { Backend } from '#lib/server/backends/types.ts';
import { outboxOf } from '#lib/server/system/outbox.ts';
import type { Mailer } from './mailer.ts';
import { createSmtpMailer } from './smtp.ts';

/** Mail by SMTP_URL; without it mails stay in the local outbox. */
export function mailerFromEnvironment(
  backend: Pick<Backend, 'system'>,
  variables: Record<string, string | undefined>
): Mailer {
  const url = variables.SMTP_URL?.trim();
  if (!url) {
    const outbox = outboxOf(backend);
    return { send: (mail) => outbox.keep(mail) };
  }
  const origin = variables.ORIGIN?.trim();
  const host = origin && URL.canParse(origin) ? new URL(origin).hostname : 'localhost';
  return createSmtpMailer({ url, from: `Samenspel <no-reply@${host}>` });
}
