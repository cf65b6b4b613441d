import { readOwnContacts, readOwnOffers, removeOffer } from '#lib/data/own.ts';
import { readMyOverview, removeContact } from '#lib/data/participant.ts';
import { summaryContext } from '#lib/domain/neighbourhood/context.ts';
import { summaryOf, type IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { OwnContact } from '#lib/domain/participant/own.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { doneIn, submit, textIn } from '#lib/server/pages/form.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { snapshot, names } = await wijkView(locals, params.wijk);
  const done = doneIn(url);
  const person = locals.participantId;
  if (!person) return { done, mine: null };
  const home = snapshot.neighbourhood.id;
  const [overview, contacts, offers] = await Promise.all([
    readMyOverview(locals.client, params.wijk),
    readOwnContacts(locals.client, person, home),
    readOwnOffers(locals.client, person, home)
  ]);
  if (!overview) return { done, mine: null };
  const context = summaryContext(names);
  const groupOf = new Map(overview.coalitions.map((idea) => [idea.id, idea.coalition?.id]));
  return {
    done,
    mine: {
      firstName: overview.firstName,
      email: overview.email,
      roles: overview.roles,
      organisations: overview.organisations,
      inbox: overview.inbox,
      ideas: overview.ideas.map((idea): IdeaSummary => summaryOf(idea, context)),
      groups: overview.coalitions.flatMap((idea) =>
        idea.coalition ? [{ id: idea.coalition.id, idea: summaryOf(idea, context) }] : []
      ),
      toRead: overview.toRead.map((idea): IdeaSummary => summaryOf(idea, context)),
      promises: overview.promises.map((promise) => ({
        ...promise,
        groupId: groupOf.get(promise.ideaId) ?? null
      })),
      contacts,
      offers
    }
  };
};

const channels: readonly OwnContact['channel'][] = ['call', 'card', 'mail'];

export const actions: Actions = {
  forgetContact: (event) =>
    submit(
      event,
      async (form) => {
        const { locals, params } = event;
        const { snapshot } = await wijkView(locals, params.wijk);
        const channel = channels.find((one) => one === textIn(form, 'channel'));
        if (!channel) throw new RefusalError({ status: 422, code: 'channel_unknown', field: 'channel' });
        const person = await locals.ensureParticipant();
        await removeContact(locals.client, person, snapshot.neighbourhood.id, channel);
        return { done: 'forgotten', at: 'kept' };
      },
      { newcomers: false }
    ),
  forgetOffer: (event) =>
    submit(
      event,
      async (form) => {
        const person = await event.locals.ensureParticipant();
        await removeOffer(event.locals.client, person, textIn(form, 'offer') ?? '');
        return { done: 'forgotten', at: 'kept' };
      },
      { newcomers: false }
    )
};
