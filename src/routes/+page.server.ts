import { redirect } from '@sveltejs/kit';
import { readNeighbourhoods } from '#lib/data/neighbourhood.ts';
import type { PageServerLoad } from './$types';

/** With one wijk the first screen is that wijk; with more one chooses. */
export const load: PageServerLoad = async ({ locals }) => {
  const wijken = await readNeighbourhoods(locals.client);
  const [only] = wijken;
  if (only && wijken.length === 1) redirect(302, `/${only.slug}`);
  return { wijken };
};
