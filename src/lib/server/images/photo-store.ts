import { readUploadBytes, type PhotoVariant } from '#lib/data/upload.ts';
import type { DataClient } from '#lib/server/backends/types.ts';

export interface ServedPhoto {
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
  /** Whether anybody may see it, and caches may keep it. */
  isPublic: boolean;
}

/** Long enough to carry a page that everybody opens, short enough that a photo that was hidden is gone from here. */
const keptMilliseconds = 60_000;
const mostKeptBytes = 32 * 1024 * 1024;

interface Kept {
  photo: ServedPhoto;
  until: number;
}

/** Reads photos, and keeps the public ones of the last minute. */
export function createPhotoStore(visitor: DataClient) {
  const kept = new Map<string, Kept>();
  let keptBytes = 0;

  const forget = (key: string) => {
    keptBytes -= kept.get(key)?.photo.bytes.byteLength ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, photo: ServedPhoto) => {
    forget(key);
    kept.set(key, { photo, until: Date.now() + keptMilliseconds });
    keptBytes += photo.bytes.byteLength;
    // A Map keeps insertion order: the first is the oldest.
    for (const oldest of kept.keys()) {
      if (keptBytes <= mostKeptBytes) break;
      forget(oldest);
    }
  };

  return {
    /** One variant of a photo, for whom this client acts; null when there is none for them. @throws RefusalError */
    read: async (id: string, variant: PhotoVariant, client: DataClient): Promise<ServedPhoto | null> => {
      const key = `${id} ${variant}`;
      const known = kept.get(key);
      if (known && known.until > Date.now()) return known.photo;
      const found = await readUploadBytes(visitor, id, variant);
      if (found) {
        const photo = { ...found, isPublic: true };
        keep(key, photo);
        return photo;
      }
      forget(key);
      const own = client === visitor ? null : await readUploadBytes(client, id, variant);
      return own && { ...own, isPublic: false };
    }
  };
}

export type PhotoStore = ReturnType<typeof createPhotoStore>;
