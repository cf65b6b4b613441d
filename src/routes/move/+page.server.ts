import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { cameFrom, textOf } from '#lib/server/identity/form.ts';
import { identityOf } from '#lib/server/identity/identity.ts';
import { hashOf } from '#lib/server/identity/session-token.ts';
import { newTransferCode, readTransferCode, transferMinutes } from '#lib/server/identity/transfer-code.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ returnTo: cameFrom(event) });

export const actions: Actions = {
  make: async ({ locals, url }) => {
    const { participantId } = locals;
    if (!participantId) return fail(403, { mistake: m.account_move_nothing(), typed: '' });
    await locals.countWrite();
    const code = newTransferCode();
    const { store } = identityOf(locals.services);
    await store.keepCode({
      hash: hashOf(code),
      purpose: 'transfer',
      participantId,
      minutes: transferMinutes
    });
    return { code, link: `${url.origin}/move/${code}`, minutes: transferMinutes };
  },

  enter: async ({ request }) => {
    const typed = textOf(await request.formData(), 'code');
    const code = readTransferCode(typed);
    if (!code) return fail(422, { mistake: m.account_move_code_wrong(), typed });
    redirect(303, `/move/${code}`);
  }
};
