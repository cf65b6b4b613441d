import { redirect } from '@sveltejs/kit';
import { followIdea } from '#lib/data/idea.ts';
import { leaveContact } from '#lib/data/participant.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { doneIn, submit, textIn } from '#lib/server/pages/form.ts';
import { ideaPage } from '#lib/server/pages/idea.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { Actions, PageServerLoad } from './$types';

const channels = ['self', 'call', 'card', 'mail', 'none'] as const;

export const load: PageServerLoad = async ({ locals, params, url, request }) => {
  const page = await ideaPage(locals, params.wijk, params.id);
  // A form that comes back after the session ended keeps what was typed.
  if (request.method === 'GET' && !page.mine?.author) redirect(303, `/${params.wijk}/ideas/${params.id}`);
  return { ...page, done: doneIn(url) };
};

export const actions: Actions = {
  default: (event) =>
    submit(event, async (form) => {
      const { locals, params } = event;
      const person = await locals.ensureParticipant();
      const channel = channels.find((one) => one === textIn(form, 'channel'));
      if (!channel) throw new RefusalError({ status: 422, code: 'channel_unknown', field: 'channel' });
      if (channel !== 'self' && channel !== 'none') {
        const { snapshot } = await wijkView(locals, params.wijk);
        const value = textIn(form, channel) ?? '';
        if (!value) throw new RefusalError({ status: 422, code: 'value_missing', field: channel });
        await leaveContact(locals.client, person, snapshot.neighbourhood.id, { channel, value });
      }
      await followIdea(locals.client, person, params.id, { channel });
      return channel === 'none' ? { to: `/${params.wijk}/ideas/${params.id}/around` } : { done: channel };
    })
};
