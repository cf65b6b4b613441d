import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { mostPhotoBytes } from '#lib/server/images/encode-photo.ts';

/** A photo as it was sent, and what was said with it. */
export interface SentPhoto {
  bytes: Uint8Array;
  words: { id?: string; description: string | null; peopleAgreed: boolean | null };
}

const agreements: Record<string, boolean | null> = {
  true: true,
  yes: true,
  false: false,
  no: false,
  '': null
};

function refuse(status: number, code: string): RefusalError {
  return new RefusalError({ status, code, field: 'photo' });
}

function wordsFrom(fields: { get(name: string): unknown }): SentPhoto['words'] {
  const textOf = (name: string) => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : null;
  };
  const id = textOf('id');
  return {
    ...(id ? { id } : {}),
    description: textOf('description'),
    peopleAgreed: agreements[textOf('peopleAgreed') ?? ''] ?? null
  };
}

/** The photo of a form: its file field `photo`, with `description` and `peopleAgreed` beside it. @throws RefusalError 413, 422 */
export async function photoFromForm(form: FormData): Promise<SentPhoto> {
  const file = form.get('photo');
  if (!(file instanceof Blob) || file.size === 0) throw refuse(422, 'photo_missing');
  if (file.size > mostPhotoBytes) throw refuse(413, 'photo_too_large');
  return { bytes: new Uint8Array(await file.arrayBuffer()), words: wordsFrom(form) };
}

/**
 * A photo in either form: multipart with a file field `photo`, or the bytes alone as `image/*` with the words in the
 * address.
 * @throws RefusalError 413, 415, 422
 */
export async function readPhoto(request: Request, url: URL): Promise<SentPhoto> {
  const type = request.headers.get('content-type') ?? '';
  if (/^multipart\/form-data\b/i.test(type)) {
    const form = await request.formData().catch(() => null);
    if (!form) throw refuse(422, 'photo_missing');
    return photoFromForm(form);
  }
  if (!/^(image\/[\w.+-]+|application\/octet-stream)\b/i.test(type)) throw refuse(415, 'photo_expected');
  if (Number(request.headers.get('content-length') ?? '0') > mostPhotoBytes)
    throw refuse(413, 'photo_too_large');
  return { bytes: new Uint8Array(await request.arrayBuffer()), words: wordsFrom(url.searchParams) };
}
