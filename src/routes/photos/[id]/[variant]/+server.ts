import { error } from '@sveltejs/kit';
import { isId } from '#lib/domain/refusal/fields.ts';
import { errorMessage } from '#lib/server/identity/error-message.ts';
import type { RequestHandler } from './$types';

/** A photo never changes: another one has another id. */
const forEver = 'public, max-age=31536000, immutable';

/** The bytes of a photo, large or small, for whoever may see it. */
export const GET: RequestHandler = async ({ params, locals, request }) => {
  const { id, variant } = params;
  if (!isId(id) || (variant !== 'small' && variant !== 'large')) error(404, errorMessage(404));
  const photo = await locals.services.photos.read(id.toLowerCase(), variant, locals.client);
  if (!photo) error(404, errorMessage(404));
  const headers = {
    etag: `"${id}-${variant}"`,
    'cache-control': photo.isPublic ? forEver : 'private, no-cache'
  };
  if (request.headers.get('if-none-match') === headers.etag)
    return new Response(null, { status: 304, headers });
  return new Response(photo.bytes, {
    headers: {
      ...headers,
      'content-type': photo.mediaType,
      'content-length': String(photo.bytes.byteLength),
      // Nothing but a picture, even when somebody opens it by itself.
      'content-security-policy': "default-src 'none'; sandbox"
    }
  });
};
