import { redirect } from '@sveltejs/kit';
import { withdrawIdea } from '#lib/data/idea.ts';
import { submit, textIn } from '#lib/server/pages/form.ts';
import { ideaPage } from '#lib/server/pages/idea.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
  const page = await ideaPage(locals, params.wijk, params.id);
  // A form that comes back after the session ended keeps what was typed.
  if (request.method === 'GET' && !page.mine?.author) redirect(303, `/${params.wijk}/ideas/${params.id}`);
  return page;
};

export const actions: Actions = {
  default: (event) =>
    submit(
      event,
      async (form) => {
        await withdrawIdea(event.locals.client, event.params.id, textIn(form, 'reason'));
        return { to: `/${event.params.wijk}/ideas/${event.params.id}` };
      },
      { newcomers: false }
    )
};
