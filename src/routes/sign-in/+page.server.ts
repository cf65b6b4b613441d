import { error, fail, redirect } from '@sveltejs/kit';
import { getLocale } from '#i18n';
import { m } from '#messages';
import { demoPeople } from '#lib/server/identity/demo-people.ts';
import { readEmail } from '#lib/server/identity/email.ts';
import { cameFrom, minutesToWait, textOf } from '#lib/server/identity/form.ts';
import { identityOf } from '#lib/server/identity/identity.ts';
import { openSessionFor } from '#lib/server/identity/open-session.ts';
import { keepPending } from '#lib/server/identity/pending-sign-in.ts';
import { signInWith } from '#lib/server/identity/sign-in.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';
import { MailError } from '#lib/server/mail/mailer.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({
  returnTo: cameFrom(event),
  people: event.locals.demo ? demoPeople.map(({ key, firstName }) => ({ key, firstName })) : []
});

export const actions: Actions = {
  mail: async (event) => {
    const { locals, url, cookies } = event;
    const form = await event.request.formData();
    const typed = textOf(form, 'email');
    const returnTo = cameFrom(event, textOf(form, 'return'));
    const again = (status: number, mistake: string) => fail(status, { email: typed, returnTo, mistake });
    const email = readEmail(typed);
    if (!email) return again(422, typed ? m.account_email_wrong() : m.account_email_missing());
    try {
      const address = event.getClientAddress();
      const signIn = signInWith(locals.services, identityOf(locals.services));
      await signIn.request({ email, origin: url.origin, locale: getLocale(), address });
    } catch (refused) {
      if (refused instanceof RateLimitError)
        return again(429, m.account_too_many_mails({ minutes: minutesToWait(event, refused) }));
      if (refused instanceof MailError) return again(503, m.account_mail_failed());
      throw refused;
    }
    keepPending(cookies, url, { email, returnTo });
    redirect(303, '/sign-in/code');
  },

  demo: async (event) => {
    if (!event.locals.demo) error(404, m.account_error_not_found());
    const form = await event.request.formData();
    const key = textOf(form, 'person');
    const person = demoPeople.find((candidate) => candidate.key === key);
    if (!person) error(422, m.account_error_not_found());
    await openSessionFor(event, person.participantId);
    redirect(303, cameFrom(event, textOf(form, 'return')));
  }
};
