import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { minutesToWait } from '#lib/server/identity/form.ts';
import { identityOf } from '#lib/server/identity/identity.ts';
import { openAccountSession } from '#lib/server/identity/open-session.ts';
import { endPending, readPending } from '#lib/server/identity/pending-sign-in.ts';
import { signInWith } from '#lib/server/identity/sign-in.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const { locals, cookies, url } = event;
    const pending = readPending(cookies);
    try {
      const signIn = signInWith(locals.services, identityOf(locals.services));
      const proven = await signIn.proveByLink(url.searchParams, event.getClientAddress());
      if (!proven) return fail(422, { mistake: m.account_link_over() });
      await openAccountSession(event, proven);
    } catch (refused) {
      if (!(refused instanceof RateLimitError)) throw refused;
      const minutes = minutesToWait(event, refused);
      return fail(429, { mistake: m.account_move_too_often({ minutes }) });
    }
    endPending(cookies, url);
    redirect(303, pending?.returnTo ?? '/');
  }
};
