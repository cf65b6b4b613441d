import { pearlPage } from '#lib/server/pages/place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  pearl: await pearlPage(locals, params.wijk, params.id),
  thanks: url.searchParams.has('thanks')
});
