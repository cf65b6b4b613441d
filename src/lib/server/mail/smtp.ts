import { createTransport } from 'nodemailer';
import { StartError } from '#lib/server/backends/start-error.ts';
import { MailError, type Mailer } from './mailer.ts';

export interface SmtpOptions {
  /** `smtp://` or `smtps://`, with `?from=` for who the mail is from. */
  url: string;
  /** Who the mail is from when the address does not say. */
  from: string;
}

/**
 * Mail through a server of the installation's own.
 * @throws StartError when the address is not one
 */
export function createSmtpMailer({ url, from }: SmtpOptions): Mailer {
  const address = URL.canParse(url) ? new URL(url) : null;
  if (!address || !/^smtps?:$/.test(address.protocol))
    throw new StartError('SMTP_URL must begin with smtp:// or smtps://.');
  const sender = address.searchParams.get('from') ?? from;
  address.searchParams.delete('from');
  // Without a logger nodemailer prints nothing; its errors hold the recipient, so only their code goes on.
  const transport = createTransport(address.href, { from: sender });
  return {
    send: async ({ recipient, subject, body }) => {
      try {
        // As an object an address is one address, whatever commas or brackets it holds.
        await transport.sendMail({ to: { name: '', address: recipient }, subject, text: body });
      } catch (error) {
        throw new MailError((error as { code?: string }).code ?? 'unknown');
      }
    }
  };
}
