import type { Locale } from '#i18n';
import { m } from '#messages';
import { roleWord } from '#lib/components/views/admin/words.ts';
import type { StaffRole } from '#lib/domain/neighbourhood/types.ts';
import type { Mail } from '#lib/server/mail/mailer.ts';

export interface InvitationMailContent {
  recipient: string;
  /** The name of the neighbourhood. */
  wijk: string;
  /** A role, or the name of the organisation. */
  as: { role: StaffRole } | { organisation: string };
  /** Where one signs in. It holds no secret: whoever reads the mail must still prove the address. */
  link: string;
  locale: Locale;
}

/** The mail that tells somebody what they are invited to. */
export function invitationMail({ recipient, wijk, as, link, locale }: InvitationMailContent): Mail {
  const what =
    'role' in as
      ? m.admin_mail_role({ role: roleWord(as.role, locale).toLocaleLowerCase(locale), wijk }, { locale })
      : m.admin_mail_organisation({ organisation: as.organisation, wijk }, { locale });
  const paragraphs = [
    m.admin_mail_greeting({}, { locale }),
    what,
    m.admin_mail_how({}, { locale }),
    link,
    m.admin_mail_not_you({ wijk }, { locale }),
    m.admin_mail_goodbye({}, { locale })
  ];
  return {
    recipient,
    subject: m.admin_mail_subject({ wijk }, { locale }),
    body: `${paragraphs.join('\n\n')}\n`
  };
}
