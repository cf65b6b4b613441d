/** A plain-text mail to one person, in their language. */
export interface Mail {
  recipient: string;
  subject: string;
  body: string;
}

export interface Mailer {
  /** Resolves when the mail is on its way, or stands in the local outbox. @throws MailError */
  send(mail: Mail): Promise<void>;
}

/** A mail could not be handed over. Carries the reason's code, never the address or the text. */
export class MailError extends Error {
  override readonly name = 'MailError';

  constructor(code: string) {
    super(`A mail could not be sent (${code}).`);
  }
}
