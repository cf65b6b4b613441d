import { organisationPage } from '#lib/server/pages/place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => organisationPage(locals, params.wijk, params.id);
