import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { photoWords, type PhotoWords } from '#lib/domain/idea/validation.ts';
import { answerTo, toJson, type Client } from './client.ts';

export type PhotoVariant = 'small' | 'large';

/** A photo after re-encoding: width and height in pixels of the large variant. */
export interface EncodedPhoto {
  width: number;
  height: number;
  mediaType: 'image/webp';
  variants: Record<PhotoVariant, Uint8Array>;
}

interface StoredVariant {
  mediaType: string;
  base64: string;
}

/**
 * Puts a re-encoded photo on an idea; gives its id.
 * @throws RefusalError 403 for who does not belong to the idea, 404, 422
 */
export async function createUpload(
  client: Client,
  idea: string,
  photo: EncodedPhoto,
  words: PhotoWords = {}
): Promise<string> {
  const { id, description, peopleAgreed } = checkInput(photoWords, words);
  const variant = (name: PhotoVariant): StoredVariant => ({
    mediaType: photo.mediaType,
    base64: Buffer.from(photo.variants[name]).toString('base64')
  });
  const request = toJson({
    id,
    ideaId: idea,
    description,
    width: photo.width,
    height: photo.height,
    peopleAgreed,
    variants: { small: variant('small'), large: variant('large') }
  });
  const stored = await answerTo<{ id: string }>(client.rpc('create_upload', { request }));
  return stored.id;
}

/** The bytes of one variant of a photo; null when there is none for the caller. */
export async function readUploadBytes(
  client: Client,
  upload: string,
  variant: PhotoVariant
): Promise<{ mediaType: string; bytes: Uint8Array<ArrayBuffer> } | null> {
  const stored = await answerTo<StoredVariant | null>(
    client.rpc('upload_bytes', { upload, wanted: variant })
  );
  return (
    stored && { mediaType: stored.mediaType, bytes: new Uint8Array(Buffer.from(stored.base64, 'base64')) }
  );
}
