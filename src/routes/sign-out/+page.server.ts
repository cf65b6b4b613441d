import { redirect } from '@sveltejs/kit';
import { cameFrom } from '#lib/server/identity/form.ts';
import { signOut } from '#lib/server/identity/open-session.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => ({ returnTo: cameFrom(event) });

export const actions: Actions = {
  default: async (event) => {
    await signOut(event);
    redirect(303, '/');
  }
};
