import type { EncodedPhoto } from '#lib/data/upload.ts';
import { encodePhoto } from '#lib/server/images/encode-photo.ts';
import { fileIn } from './form.ts';

/**
 * The photo of a form, re-encoded; null when there is none.
 * @throws RefusalError 413, 415 or 422 about the field `photo`
 */
export async function photoFrom(form: FormData): Promise<EncodedPhoto | null> {
  const file = fileIn(form, 'photo');
  return file ? await encodePhoto(new Uint8Array(await file.arrayBuffer())) : null;
}
