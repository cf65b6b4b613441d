import type { RequestEvent } from '@sveltejs/kit';
import { createUpload } from '#lib/data/upload.ts';
import { textIn } from './form.ts';
import { photoFrom } from './photo-field.ts';

/**
 * Keeps the photo of a form on an idea; gives its id, or null when there was none. Judge the rest of the form first:
 * what is kept stays. The id is put back into the form, so that a form that comes back does not ask for it again.
 * @throws RefusalError 403, 413, 422 field `photo`
 */
export async function keepPhoto(event: RequestEvent, idea: string, form: FormData): Promise<string | null> {
  const kept = textIn(form, 'uploadId');
  if (kept) return kept;
  const photo = await photoFrom(form);
  if (!photo) return null;
  const id = await createUpload(event.locals.client, idea, photo, {
    description: textIn(form, 'photoDescription'),
    peopleAgreed: textIn(form, 'people') === 'agreed' ? true : null
  });
  form.set('uploadId', id);
  return id;
}
