import { fail, redirect } from '@sveltejs/kit';
import { m } from '#messages';
import { minutesToWait } from '#lib/server/identity/form.ts';
import { identityOf } from '#lib/server/identity/identity.ts';
import { openSessionFor } from '#lib/server/identity/open-session.ts';
import { hashOf } from '#lib/server/identity/session-token.ts';
import { readTransferCode } from '#lib/server/identity/transfer-code.ts';
import { RateLimitError } from '#lib/server/limits/rate-limit-error.ts';
import type { Actions } from './$types';

export const actions: Actions = {
  default: async (event) => {
    const { locals, params } = event;
    const { store, limits } = identityOf(locals.services);
    try {
      await limits.linkTry(event.getClientAddress());
    } catch (refused) {
      if (!(refused instanceof RateLimitError)) throw refused;
      return fail(429, { mistake: m.account_move_too_often({ minutes: minutesToWait(event, refused) }) });
    }
    const code = readTransferCode(params.code);
    const used = code ? await store.useCode(hashOf(code), 'transfer') : null;
    if (!used?.participantId) return fail(422, { mistake: m.account_move_over() });
    // Opened on the device it was made on: that is already there.
    if (used.participantId !== locals.participantId) await openSessionFor(event, used.participantId);
    redirect(303, '/');
  }
};
