import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { readEmail } from '#lib/server/identity/email.ts';
import { minutesToWait, textOf } from '#lib/server/identity/form.ts';
import { identityOf } from '#lib/server/identity/identity.ts';
import { openAccountSession } from '#lib/server/identity/open-session.ts';
import { endPending, readPending } from '#lib/server/identity/pending-sign-in.ts';
import { signInWith } from '#lib/server/identity/sign-in.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ cookies }) => ({ email: readPending(cookies)?.email ?? null });

export const actions: Actions = {
  default: async (event) => {
    const { locals, cookies, url } = event;
    const form = await event.request.formData();
    const pending = readPending(cookies);
    const typedEmail = textOf(form, 'email') || pending?.email || '';
    const typedCode = textOf(form, 'code');
    const again = (status: number, field: 'email' | 'code', mistake: string, isLocked = false) =>
      fail(status, { email: typedEmail, code: typedCode, field, mistake, isLocked });
    const email = readEmail(typedEmail);
    const code = typedCode.replace(/\D/g, '');
    if (!email) return again(422, 'email', typedEmail ? m.account_email_wrong() : m.account_email_missing());
    if (code.length !== 6) return again(422, 'code', m.account_code_missing());
    try {
      const signIn = signInWith(locals.services, identityOf(locals.services));
      const proven = await signIn.proveByCode(email, code);
      if (!proven) return again(422, 'code', m.account_code_wrong());
      await openAccountSession(event, proven);
    } catch (refused) {
      if (!(refused instanceof RateLimitError)) throw refused;
      minutesToWait(event, refused);
      return again(429, 'code', m.account_code_locked(), true);
    }
    endPending(cookies, url);
    redirect(303, pending?.returnTo ?? '/');
  }
};
