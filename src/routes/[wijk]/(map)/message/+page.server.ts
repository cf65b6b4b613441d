import { sendMessage } from '#lib/data/participant.ts';
import { doneIn, submit, textIn } from '#lib/server/pages/form.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { summaries } = await wijkView(locals, params.wijk);
  const about = summaries.get(url.searchParams.get('idea') ?? '');
  return {
    done: doneIn(url),
    messageId: crypto.randomUUID(),
    about: about ? { id: about.id, title: about.title } : null
  };
};

export const actions: Actions = {
  message: (event) =>
    submit(event, async (form) => {
      const { locals, params } = event;
      const { snapshot } = await wijkView(locals, params.wijk);
      const person = await locals.ensureParticipant();
      await sendMessage(locals.client, person, snapshot.neighbourhood.id, {
        id: textIn(form, 'id') ?? undefined,
        ideaId: textIn(form, 'ideaId'),
        body: textIn(form, 'body') ?? '',
        replyTo: textIn(form, 'replyTo')
      });
      return { done: 'message' };
    })
};
