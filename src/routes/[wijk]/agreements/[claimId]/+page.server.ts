import { error } from '@sveltejs/kit';
import { m } from '#messages';
import { claimPage } from '#lib/server/pages/claim.ts';
import { smallMap } from '#lib/server/pages/small-map.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, fetch }) => {
  const { idea, claim } = await claimPage(locals, params.wijk, params.claimId);
  if (!claim.agreement) error(404, m.app_error_not_found());
  const { snapshot } = await wijkView(locals, params.wijk);
  return {
    idea: { id: idea.id, title: idea.title },
    claim: { id: claim.id, place: claim.place.name },
    agreement: claim.agreement,
    example: locals.demo || snapshot.neighbourhood.demo,
    map: await smallMap(params.wijk, claim.place, fetch)
  };
};
