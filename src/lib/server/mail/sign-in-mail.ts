import type { Locale } from '#i18n';
import { m } from '#messages';
import type { Mail } from './mailer.ts';

export interface SignInMailContent {
  recipient: string;
  /** Six digits. */
  code: string;
  /** Leads to a page with a button: nothing happens by opening it, as mail scanners do. */
  link: string;
  locale: Locale;
}

/** The mail with which somebody signs in. */
export function signInMail({ recipient, code, link, locale }: SignInMailContent): Mail {
  const paragraphs = [
    m.account_mail_greeting({}, { locale }),
    m.account_mail_code({ code }, { locale }),
    m.account_mail_where({}, { locale }),
    link,
    m.account_mail_valid({}, { locale }),
    m.account_mail_not_you({}, { locale }),
    m.account_mail_goodbye({}, { locale })
  ];
  return {
    recipient,
    subject: m.account_mail_subject({ code }, { locale }),
    body: `${paragraphs.join('\n\n')}\n`
  };
}
