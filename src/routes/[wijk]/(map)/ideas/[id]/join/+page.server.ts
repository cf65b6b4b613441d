import { joinCoalition, startCoalition } from '#lib/data/coalition.ts';
import { supportIdea } from '#lib/data/idea.ts';
import { doneIn, submit, textIn } from '#lib/server/pages/form.ts';
import { ideaPage } from '#lib/server/pages/idea.ts';
import type { SupportDegree } from '#lib/domain/idea/types.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await ideaPage(locals, params.wijk, params.id)),
  done: doneIn(url)
});

const aliveGroup = new Set(['forming', 'active', 'resting']);

export const actions: Actions = {
  /** In a group when there is one, and otherwise as the first of one. */
  join: (event) =>
    submit(event, async (form) => {
      const { locals, params } = event;
      const { idea } = await ideaPage(locals, params.wijk, params.id);
      const said = { says: textIn(form, 'says'), name: textIn(form, 'name') };
      const group = idea.coalition && aliveGroup.has(idea.coalition.state) ? idea.coalition : null;
      const { id } = group
        ? await joinCoalition(locals.client, group.id, said)
        : await startCoalition(locals.client, params.id, said);
      return { to: `/${params.wijk}/coalitions/${id}?done=joined` };
    }),
  degree: (event) =>
    submit(event, async (form) => {
      const person = await event.locals.ensureParticipant();
      const degree = (textIn(form, 'degree') ?? 'want') as SupportDegree;
      await supportIdea(event.locals.client, person, event.params.id, { degree });
      return { to: `/${event.params.wijk}/ideas/${event.params.id}?done=support` };
    })
};
