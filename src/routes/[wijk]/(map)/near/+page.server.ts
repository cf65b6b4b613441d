import { redirect } from '@sveltejs/kit';
import { describeSpot, searchNeighbourhood } from '#lib/data/neighbourhood.ts';
import { aroundSpot, nearMetres, streetsAmong } from '#lib/domain/neighbourhood/around.ts';
import { mapAddress } from '#lib/domain/neighbourhood/found.ts';
import { boundsAround } from '#lib/geo/around.ts';
import { formatBounds } from '#lib/geo/bounds.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { LonLat } from '#lib/geo/mercator.ts';
import type { PageServerLoad } from './$types';

const longestWords = 80;
const mostOthers = 5;

/** What somebody asked about, and what it turned out to be. */
interface Asked {
  kind: 'street' | 'address' | 'here';
  title: string;
  spot: LonLat;
  /** Other streets that the words may mean. */
  others: string[];
}

async function askedByWords(locals: App.Locals, wijk: string, words: string): Promise<Asked | null> {
  const [first, ...rest] = streetsAmong(await searchNeighbourhood(locals.client, wijk, words), words);
  if (!first) return null;
  return {
    kind: first.kind,
    title: first.title,
    spot: { lon: first.lon, lat: first.lat },
    others: rest
      .filter(({ kind }) => kind === 'street' || first.kind === 'address')
      .map(({ title }) => title)
      .slice(0, mostOthers)
  };
}

/** The spot of a device; null when it is not one, `outside` when it lies beyond the border. */
async function askedBySpot(
  locals: App.Locals,
  wijk: string,
  at: [string, string]
): Promise<Asked | 'outside' | null> {
  try {
    const spot = await describeSpot(locals.client, wijk, ...at);
    if (!spot.inside) return 'outside';
    const [lon, lat] = at.map(Number) as [number, number];
    return {
      kind: spot.street ? 'street' : 'here',
      title: spot.street ?? '',
      spot: { lon, lat },
      others: []
    };
  } catch (refused) {
    if (refused instanceof RefusalError && refused.refusal.status === 422) return null;
    throw refused;
  }
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const view = await wijkView(locals, params.wijk);
  const words = (url.searchParams.get('street') ?? '').trim().slice(0, longestWords);
  const [lon, lat] = [url.searchParams.get('lon'), url.searchParams.get('lat')];
  const asked = words
    ? await askedByWords(locals, params.wijk, words)
    : lon && lat
      ? await askedBySpot(locals, params.wijk, [lon, lat])
      : null;
  if (asked === null || asked === 'outside') {
    const isSent = url.searchParams.has('street');
    const unknown = words ? ('unknown' as const) : isSent ? ('empty' as const) : null;
    return { words, problem: asked ?? unknown, found: null };
  }
  const { spot, ...found } = asked;
  if (!url.searchParams.has('map')) {
    // The map beside the list stands where its address says; from here on that is where somebody lives.
    const shown = new URLSearchParams(url.searchParams);
    shown.set('map', formatBounds(boundsAround(spot, nearMetres)));
    redirect(303, `${url.pathname}?${shown}`);
  }
  return {
    words,
    problem: null,
    found: {
      ...found,
      around: aroundSpot(view, spot, new Date()),
      within: nearMetres,
      map: mapAddress(`/${params.wijk}`, spot)
    }
  };
};
