import { createUpload } from '#lib/data/upload.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { photoWords } from '#lib/domain/idea/validation.ts';
import { answer, json, onlyAllowed } from '#lib/server/api/answer.ts';
import { idFrom } from '#lib/server/api/input.ts';
import { readPhoto } from '#lib/server/api/photo-form.ts';
import { encodePhoto } from '#lib/server/images/encode-photo.ts';
import type { RequestHandler } from './$types';

/** Puts a photo on an idea: multipart with a file `photo`, or the bytes of a JPEG, PNG or WebP. */
export const POST: RequestHandler = answer(async ({ params, request, url, locals }) => {
  await locals.countWrite();
  const ideaId = idFrom(params.id, 'idea_unknown');
  const { bytes, words } = await readPhoto(request, url);
  const checked = checkInput(photoWords, words);
  const photo = await encodePhoto(bytes);
  const id = await createUpload(locals.client, ideaId, photo, checked);
  locals.services.feed.noteWrite();
  const location = `/photos/${id}/large`;
  return json(
    { id, ideaId, width: photo.width, height: photo.height, large: location, small: `/photos/${id}/small` },
    { status: 201, headers: { location } }
  );
});

export const fallback = onlyAllowed('POST');
