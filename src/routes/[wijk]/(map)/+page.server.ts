import { getLocale } from '#i18n';
import { firstScreen } from '#lib/domain/neighbourhood/view.ts';
import { isFiltered, listingOf, queryFrom } from '#lib/domain/neighbourhood/listing.ts';
import { translated } from '#lib/domain/neighbourhood/types.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const view = await wijkView(locals, params.wijk);
  const query = queryFrom(url.searchParams);
  return {
    sentence: translated(view.snapshot.neighbourhood.sentence, getLocale()),
    first: isFiltered(query) ? null : firstScreen(view, new Date()),
    query,
    listing: listingOf(view.listable, query)
  };
};
