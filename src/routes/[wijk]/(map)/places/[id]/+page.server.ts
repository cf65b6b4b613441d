import { placePage } from '#lib/server/pages/place.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, params }) => placePage(locals, params.wijk, params.id);
