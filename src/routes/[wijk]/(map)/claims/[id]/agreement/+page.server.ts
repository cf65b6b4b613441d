import { redirect } from '@sveltejs/kit';
import { makeAgreement } from '#lib/data/claim.ts';
import { conditionsIn } from '#lib/server/pages/claim-answer.ts';
import { claimPage } from '#lib/server/pages/claim.ts';
import { linesIn, submit, textIn } from '#lib/server/pages/form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { idea, claim, mayPropose } = await claimPage(locals, params.wijk, params.id);
  // A form that came back after the session ended stays; who only looks goes to what there is to read.
  if (!mayPropose && !url.searchParams.has('/propose'))
    redirect(303, `/${params.wijk}/claims/${params.id}#agreement`);
  return { idea, claim, newId: crypto.randomUUID() };
};

export const actions: Actions = {
  propose: (event) =>
    submit(
      event,
      async (form) => {
        await makeAgreement(event.locals.client, event.params.id, {
          agreementId: textIn(form, 'agreementId') ?? undefined,
          what: textIn(form, 'what'),
          startsOn: textIn(form, 'startsOn'),
          endsOn: textIn(form, 'endsOn'),
          groupDoes: linesIn(form, 'groupDoes'),
          ownerDoes: linesIn(form, 'ownerDoes'),
          conditions: conditionsIn(form),
          costs: textIn(form, 'costs'),
          insurance: textIn(form, 'insurance'),
          ending: textIn(form, 'ending'),
          keyHolder: textIn(form, 'keyHolder'),
          whoToCall: textIn(form, 'whoToCall')
        });
        return { to: `/${event.params.wijk}/claims/${event.params.id}?done=agreement#agreement` };
      },
      { newcomers: false }
    )
};
