import { leaveContact, offerHelp } from '#lib/data/participant.ts';
import { isSeeking } from '#lib/domain/neighbourhood/listing.ts';
import { contactFrom } from '#lib/domain/participant/contact-from.ts';
import { doneIn, submit, textIn } from '#lib/server/pages/form.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { Actions, PageServerLoad } from './$types';

const mostSeeking = 10;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { listable } = await wijkView(locals, params.wijk);
  return {
    done: doneIn(url),
    offerId: crypto.randomUUID(),
    seeking: listable.ideas.filter(isSeeking).slice(0, mostSeeking)
  };
};

export const actions: Actions = {
  offer: (event) =>
    submit(event, async (form) => {
      const { locals, params } = event;
      const { snapshot } = await wijkView(locals, params.wijk);
      const home = snapshot.neighbourhood.id;
      const person = await locals.ensureParticipant();
      // Judged first: an offer must not be kept while the form comes back.
      const contact = contactFrom(textIn(form, 'contact'), 'contact');
      await offerHelp(locals.client, person, home, {
        id: textIn(form, 'id') ?? undefined,
        what: textIn(form, 'what') ?? '',
        whenWords: textIn(form, 'whenWords'),
        howFar: textIn(form, 'howFar'),
        firstName: textIn(form, 'firstName')
      });
      if (contact) await leaveContact(locals.client, person, home, contact);
      return { done: 'offer' };
    })
};
