import { readFollowStatus } from '#lib/data/idea.ts';
import { followCodeFrom } from '#lib/domain/idea/follow-code.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { PageServerLoad } from './$types';

/**
 * How an idea stands, by its follow code. Asking is reading: it makes nobody a participant and counts for no limit, so
 * that a whole room behind one network address can look. A code gives nothing but what everybody may see.
 */
export const load: PageServerLoad = async ({ locals, params, url }) => {
  const typed = (url.searchParams.get('code') ?? '').trim().slice(0, 20);
  const status = typed ? await readFollowStatus(locals.client, params.wijk, followCodeFrom(typed)) : null;
  const { summaries } = await wijkView(locals, params.wijk);
  return { typed, idea: (status && summaries.get(status.ideaId)) ?? null };
};
