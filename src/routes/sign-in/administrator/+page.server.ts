import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { administratorMinutes, readAdministratorToken } from '#lib/server/identity/administrator-link.ts';
import { minutesToWait } from '#lib/server/identity/form.ts';
import { identityOf } from '#lib/server/identity/identity.ts';
import { openAccountSession } from '#lib/server/identity/open-session.ts';
import { hashOf } from '#lib/server/identity/session-token.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url, locals }) => ({
  email: readAdministratorToken(url.searchParams.get('token') ?? '', locals.services.secret, Date.now())
});

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    const { store, limits } = identityOf(locals.services);
    const over = () => fail(422, { mistake: m.account_administrator_over() });
    try {
      await limits.linkTry(event.getClientAddress());
    } catch (refused) {
      if (!(refused instanceof RateLimitError)) throw refused;
      return fail(429, { mistake: m.account_move_too_often({ minutes: minutesToWait(event, refused) }) });
    }
    const token = url.searchParams.get('token') ?? '';
    const email = readAdministratorToken(token, locals.services.secret, Date.now());
    if (!email) return over();
    // Kept at its first use: whoever comes second finds its hash there.
    const code = {
      hash: hashOf(token),
      purpose: 'administrator',
      email,
      minutes: administratorMinutes
    } as const;
    const isFirst = (await store.keepCode(code)) && (await store.useCode(code.hash, code.purpose));
    if (!isFirst) return over();
    await store.letAdministratorIn(email);
    await openAccountSession(event, { email, authUser: null });
    redirect(303, '/');
  }
};
