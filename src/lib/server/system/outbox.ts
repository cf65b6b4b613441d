import type { Backend } from '#lib/server/backends/types.ts';
import type { Mail } from '#lib/server/mail/mailer.ts';

export interface KeptMail extends Mail {
  id: string;
  /** ISO 8601. */
  createdAt: string;
}

/** The mails of an installation that has no mail server: kept a week, and read by nobody but the demo's own page. */
export interface Outbox {
  /** @throws Error with a code, without the mail */
  keep(mail: Mail): Promise<void>;
  /** The newest first, fifty at most. */
  recent(): Promise<KeptMail[]>;
}

const keptMilliseconds = 7 * 24 * 60 * 60 * 1000;
const mostShown = 50;

export function outboxOf(backend: Pick<Backend, 'system'>): Outbox {
  const system = backend.system();
  return {
    keep: async ({ recipient, subject, body }) => {
      const { error } = await system.from('outbox_mails').insert({ recipient, subject, body });
      if (error) throw new Error(`The mail could not be kept (${error.code || 'no answer'}).`);
      const before = new Date(Date.now() - keptMilliseconds).toISOString();
      await system.from('outbox_mails').delete().lt('created_at', before);
    },
    recent: async () => {
      const { data, error } = await system
        .from('outbox_mails')
        .select('id, recipient, subject, body, created_at')
        .order('created_at', { ascending: false })
        .limit(mostShown);
      if (error) throw new Error(`The outbox could not be read (${error.code || 'no answer'}).`);
      return data.map(({ id, recipient, subject, body, created_at }) => ({
        id,
        recipient,
        subject,
        body,
        createdAt: new Date(created_at).toISOString()
      }));
    }
  };
}
