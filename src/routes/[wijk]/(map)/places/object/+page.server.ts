import { objectPage } from '#lib/server/pages/place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params, url }) =>
  objectPage(locals, params.wijk, url.searchParams);
