import { requestClaim } from '#lib/data/claim.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { askablePlaces, placeToAsk, slotsIn } from '#lib/server/pages/ask.ts';
import { coalitionPage } from '#lib/server/pages/coalition.ts';
import { submit, textIn } from '#lib/server/pages/form.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [page, { snapshot }] = await Promise.all([
    coalitionPage(locals, params.wijk, params.id),
    wijkView(locals, params.wijk)
  ]);
  const role = page.mine?.member?.role;
  return {
    ...page,
    isLead: role === 'lead',
    mayAsk: role === 'lead' || page.mine?.facilitator === true,
    chosen: await placeToAsk(locals, params.wijk, url.searchParams.get('place')),
    places: askablePlaces(page.idea, snapshot.places),
    newId: crypto.randomUUID()
  };
};

export const actions: Actions = {
  ask: (event) =>
    submit(
      event,
      async (form) => {
        const isSmall = textIn(form, 'size') === 'small';
        const id = textIn(form, 'id') ?? crypto.randomUUID();
        if (!textIn(form, 'size'))
          throw new RefusalError({ status: 422, code: 'size_unknown', field: 'size' });
        const claim = await requestClaim(
          event.locals.client,
          {
            id,
            coalitionId: event.params.id,
            placeId: event.url.searchParams.get('place'),
            purpose: textIn(form, 'purpose'),
            size: isSmall ? 'small' : 'lasting',
            startsOn: textIn(form, 'startsOn'),
            endsOn: isSmall ? null : textIn(form, 'endsOn'),
            weekly: slotsIn(form, isSmall),
            stays: !isSmall,
            onBehalfOf: textIn(form, 'onBehalfOf')
          },
          id
        );
        return { to: `/${event.params.wijk}/claims/${claim.id}?done=asked` };
      },
      { newcomers: false }
    )
};
