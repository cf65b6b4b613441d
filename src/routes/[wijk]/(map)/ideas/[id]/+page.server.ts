import { getLocale } from '#i18n';
import { startCoalition } from '#lib/data/coalition.ts';
import {
  commentOnIdea,
  coverNeed,
  endSupport,
  facilitateIdea,
  supportIdea,
  takeOverIdea
} from '#lib/data/idea.ts';
import type { IdeaAct, IdeaActInput } from '#lib/domain/idea/validation.ts';
import { ideaActs } from '#lib/domain/idea/validation.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { doneIn, submit, textIn } from '#lib/server/pages/form.ts';
import { ideaPage } from '#lib/server/pages/idea.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await ideaPage(locals, params.wijk, params.id);
  const { snapshot } = await wijkView(locals, params.wijk);
  return {
    ...page,
    done: doneIn(url),
    commentId: crypto.randomUUID(),
    organisations: page.mine?.facilitator ? snapshot.organisations.map(({ id, name }) => ({ id, name })) : []
  };
};

const isAct = (name: string): name is IdeaAct => Object.hasOwn(ideaActs, name);

/** The fields of an act as its rules expect them; the rules themselves are checked where the act is done. */
function actInput(form: FormData): Record<string, unknown> {
  const fields = ['reason', 'organisationId', 'number', 'what', 'who', 'due'];
  return {
    ...Object.fromEntries(fields.map((name) => [name, textIn(form, name)])),
    calledFirst: form.get('calledFirst') === 'yes'
  };
}

export const actions: Actions = {
  support: (event) =>
    submit(event, async () => {
      const person = await event.locals.ensureParticipant();
      await supportIdea(event.locals.client, person, event.params.id, { degree: 'want' });
      return { done: 'support' };
    }),
  unsupport: (event) =>
    submit(event, async () => {
      const person = await event.locals.ensureParticipant();
      await endSupport(event.locals.client, person, event.params.id);
      return { done: 'unsupport' };
    }),
  have: (event) =>
    submit(event, async (form) => {
      await coverNeed(event.locals.client, textIn(form, 'need') ?? '');
      return { done: 'have' };
    }),
  start: (event) =>
    submit(event, async () => {
      const { id } = await startCoalition(event.locals.client, event.params.id, {});
      return { to: `/${event.params.wijk}/coalitions/${id}` };
    }),
  takeOver: (event) =>
    submit(event, async () => {
      await takeOverIdea(event.locals.client, event.params.id);
      return { done: 'takeOver' };
    }),
  comment: (event) =>
    submit(event, async (form) => {
      await commentOnIdea(event.locals.client, event.params.id, {
        id: textIn(form, 'id') ?? undefined,
        body: textIn(form, 'body') ?? '',
        name: textIn(form, 'name'),
        language: getLocale()
      });
      return { done: 'comment', at: 'comments' };
    }),
  facilitate: (event) =>
    submit(
      event,
      async (form) => {
        const act = textIn(form, 'act') ?? '';
        if (!isAct(act)) throw new RefusalError({ status: 422, code: 'act_unknown', field: 'act' });
        await facilitateIdea(
          event.locals.client,
          event.params.id,
          act,
          actInput(form) as IdeaActInput<typeof act>
        );
        return { done: 'facilitate', at: 'facilitate' };
      },
      { newcomers: false }
    )
};
