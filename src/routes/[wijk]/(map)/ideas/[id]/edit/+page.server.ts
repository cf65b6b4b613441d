import { redirect } from '@sveltejs/kit';
import { changeIdea } from '#lib/data/idea.ts';
import { createUpload } from '#lib/data/upload.ts';
import { submit, textIn } from '#lib/server/pages/form.ts';
import { ideaPage } from '#lib/server/pages/idea.ts';
import { photoFrom } from '#lib/server/pages/photo-field.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, request }) => {
  const page = await ideaPage(locals, params.wijk, params.id);
  // A form that comes back after the session ended keeps what was typed.
  if (request.method === 'GET' && !page.mine?.author && !page.mine?.facilitator)
    redirect(303, `/${params.wijk}/ideas/${params.id}`);
  return page;
};

export const actions: Actions = {
  default: (event) =>
    submit(
      event,
      async (form) => {
        const { locals, params } = event;
        const photo = await photoFrom(form);
        const spot = textIn(form, 'location');
        await changeIdea(locals.client, params.id, {
          version: Number(form.get('version')),
          title: textIn(form, 'title') ?? '',
          description: textIn(form, 'description'),
          name: textIn(form, 'name'),
          canDo: textIn(form, 'canDo'),
          theme: textIn(form, 'theme'),
          ...(spot ? { location: JSON.parse(spot) as never } : {}),
          ...(form.get('anywhere') === 'yes' ? { location: null, placeNeeded: false } : {})
        });
        if (photo) {
          const peopleAgreed = form.get('people') === 'agreed' ? true : null;
          await createUpload(locals.client, params.id, photo, { peopleAgreed });
        }
        return { to: `/${params.wijk}/ideas/${params.id}?done=saved` };
      },
      { newcomers: false }
    )
};
