import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { getLocale } from '#i18n';
import { createIdea, supportIdea } from '#lib/data/idea.ts';
import { describeSpot, findSimilarIdeas, markPearl, searchNeighbourhood } from '#lib/data/neighbourhood.ts';
import { createUpload } from '#lib/data/upload.ts';
import { draftFrom, draftKinds, geometryOf, pointOf, type IdeaDraft } from '#lib/domain/idea/draft.ts';
import { splitWish } from '#lib/domain/idea/split-wish.ts';
import type { SearchHit } from '#lib/domain/place/types.ts';
import type { Spot } from '#lib/domain/place/where.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { refusalMessage } from '#lib/server/identity/error-message.ts';
import { pickPicture, spotOfTap } from '#lib/server/pages/pick-picture.ts';
import { photoFrom } from '#lib/server/pages/photo-field.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { Actions, PageServerLoad } from './$types';

type Step = 'what' | 'where' | 'similar' | 'confirm';

/** What one screen of the flow shows; every screen carries the whole draft. */
interface Screen {
  step: Step;
  draft: IdeaDraft;
  errors?: Record<string, string>;
  hits?: SearchHit[];
  words?: string;
  spot?: Spot | null;
  similar?: { id: string; title: string; description: string }[];
}

const longestSearch = 80;

export const load: PageServerLoad = async ({ locals, params, url, fetch }) => {
  const { snapshot } = await wijkView(locals, params.wijk);
  const draft = draftFrom(new FormData());
  const at = url.searchParams.get('at')?.split(',').map(Number);
  const place = snapshot.places.find((one) => one.id === url.searchParams.get('place'));
  const [lon, lat] = at ?? [];
  return {
    draft: {
      ...draft,
      kind: draftKinds.find((kind) => kind === url.searchParams.get('kind')) ?? 'wish',
      placeId: place?.id ?? '',
      location:
        Number.isFinite(lon) && Number.isFinite(lat)
          ? JSON.stringify({ type: 'Point', coordinates: [lon, lat] })
          : ''
    },
    placeNames: Object.fromEntries(snapshot.places.map((one) => [one.id, one.name])),
    picture: await pickPicture(params.wijk, fetch)
  };
};

/** The screen after a spot was chosen: alike ideas first when there are any, else the question whether it is right. */
async function confirmScreen(event: RequestEvent, wijk: string, draft: IdeaDraft): Promise<Screen> {
  const { client } = event.locals;
  const point = draft.placeId ? null : pointOf(geometryOf(draft));
  const spot = point ? await describeSpot(client, wijk, point[0], point[1]) : null;
  if (spot && !spot.inside) {
    return { step: 'where', draft: { ...draft, location: '' }, errors: { location: m.idea_new_outside() } };
  }
  const similar =
    draft.kind === 'wish' && !draft.different
      ? await findSimilarIdeas(client, wijk, draft.text, point && { lon: point[0], lat: point[1] })
      : [];
  return similar.length > 0 ? { step: 'similar', draft, similar, spot } : { step: 'confirm', draft, spot };
}

const knowsWhere = (draft: IdeaDraft) => draft.placeId !== '' || draft.location !== '' || draft.anywhere;

async function save(event: RequestEvent, wijk: string, draft: IdeaDraft, form: FormData): Promise<string> {
  const { locals } = event;
  const { snapshot } = await wijkView(locals, wijk);
  // Everything is judged before anything is kept: a photo that is none must not leave half an idea behind.
  const photo = await photoFrom(form);
  const { title, description } = splitWish(draft.text);
  await locals.ensureParticipant();
  await locals.countWrite();
  const location = draft.placeId ? null : geometryOf(draft);
  if (draft.kind === 'pearl') {
    const point = pointOf(location);
    const place = snapshot.places.find((one) => one.id === draft.placeId);
    const spot = place ? ([place.lon, place.lat] as [number, number]) : point;
    await markPearl(locals.client, snapshot.neighbourhood.id, {
      id: draft.id,
      title,
      why: description,
      location: spot && { type: 'Point', coordinates: spot },
      name: draft.name
    });
    return `/${wijk}/pearls/${draft.id}?thanks=1`;
  }
  await createIdea(
    locals.client,
    {
      id: draft.id,
      wijk,
      kind: draft.kind,
      title,
      description,
      language: getLocale(),
      theme: draft.theme || null,
      placeId: draft.placeId || null,
      placeNeeded: !draft.anywhere,
      location: location as never,
      name: draft.name,
      canDo: draft.canDo,
      needs: draft.needs
    },
    `idea-${draft.id}`
  );
  if (photo) {
    const peopleAgreed = form.get('people') === 'agreed' ? true : null;
    await createUpload(locals.client, draft.id, photo, { id: draft.id, peopleAgreed });
  }
  return `/${wijk}/ideas/${draft.id}/thanks`;
}

export const actions: Actions = {
  kind: async ({ request }) => {
    const form = await request.formData();
    const kind = draftKinds.find((one) => one === form.get('to')) ?? 'wish';
    return { step: 'what', draft: { ...draftFrom(form), kind } } satisfies Screen;
  },
  what: async (event) => {
    const draft = draftFrom(await event.request.formData());
    if (!draft.text.trim()) {
      return fail(422, { step: 'what', draft, errors: { text: m.idea_new_empty() } } satisfies Screen);
    }
    if ([...draft.text].length > 2000) {
      return fail(422, { step: 'what', draft, errors: { text: m.errors_text_too_long() } } satisfies Screen);
    }
    if (knowsWhere(draft)) return await confirmScreen(event, event.params.wijk, draft);
    return { step: 'where', draft } satisfies Screen;
  },
  where: async (event) => {
    const form = await event.request.formData();
    const draft = draftFrom(form);
    const words = String(form.get('street') ?? '').slice(0, longestSearch);
    const spot = form.get('spot');
    const tapped = await spotOfTap(event.params.wijk, form, event.fetch);
    if (typeof spot === 'string') draft.location = spot;
    else if (tapped) draft.location = JSON.stringify({ type: 'Point', coordinates: tapped });
    else if (!draft.anywhere && !draft.location) {
      const found = words ? await searchNeighbourhood(event.locals.client, event.params.wijk, words) : [];
      const hits = found.filter(
        (hit) => hit.lon !== null && (hit.kind === 'street' || hit.kind === 'address')
      );
      return { step: 'where', draft, hits, words } satisfies Screen;
    }
    if (draft.anywhere) draft.location = '';
    try {
      return await confirmScreen(event, event.params.wijk, draft);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      return fail(error.refusal.status, {
        step: 'where',
        draft: { ...draft, location: '' },
        errors: { location: refusalMessage(error.refusal).message }
      } satisfies Screen);
    }
  },
  different: async (event) => {
    const draft = draftFrom(await event.request.formData());
    return await confirmScreen(event, event.params.wijk, { ...draft, different: true });
  },
  same: async ({ request, locals, params }) => {
    const same = String((await request.formData()).get('same') ?? '');
    const participant = await locals.ensureParticipant();
    await locals.countWrite();
    await supportIdea(locals.client, participant, same, { degree: 'make' });
    redirect(303, `/${params.wijk}/ideas/${same}/join`);
  },
  back: async ({ request }) => {
    const form = await request.formData();
    const draft = draftFrom(form);
    const step: Step = form.get('to') === 'where' ? 'where' : 'what';
    return {
      step,
      draft: { ...draft, location: '', placeId: '', anywhere: false, different: false }
    } satisfies Screen;
  },
  save: async (event) => {
    const form = await event.request.formData();
    const draft = draftFrom(form);
    if (!draft.text.trim()) {
      return fail(422, { step: 'what', draft, errors: { text: m.idea_new_empty() } } satisfies Screen);
    }
    let next: string;
    try {
      next = await save(event, event.params.wijk, draft, form);
    } catch (error) {
      if (!(error instanceof RefusalError)) throw error;
      const { status, field } = error.refusal;
      const words = refusalMessage(error.refusal).message;
      if (field === 'location') {
        const errors = { location: words };
        return fail(status, { step: 'where', draft: { ...draft, location: '' }, errors } satisfies Screen);
      }
      const point = draft.placeId ? null : pointOf(geometryOf(draft));
      const spot = point
        ? await describeSpot(event.locals.client, event.params.wijk, point[0], point[1]).catch(() => null)
        : null;
      const known = field === 'title' || field === 'description' ? 'text' : (field ?? 'form');
      return fail(status, { step: 'confirm', draft, spot, errors: { [known]: words } } satisfies Screen);
    }
    redirect(303, next);
  }
};
