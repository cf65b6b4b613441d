import sharp, { type Sharp } from 'sharp';
import type { EncodedPhoto } from '#lib/data/upload.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { canReadHeic, imageKind, type ImageKind } from './image-kind.ts';

/** A photo of a telephone is 3 to 8 MB. */
export const mostPhotoBytes = 10 * 1024 * 1024;
/** A variant as the database takes it. */
export const mostVariantBytes = 300 * 1024;
/** The cameras of today's telephones; a small file that unpacks to more is meant to hurt. */
export const mostPixels = 64_000_000;
const longestSide = { large: 1600, small: 480 } as const;
const firstQuality = 76;
const secondQuality = 60;
/** About what is left of the bytes after the first step down; a wrong guess costs one more round. */
const qualityGain = 0.75;

const refusedKinds: Partial<Record<ImageKind, string>> = {
  svg: 'photo_svg',
  gif: 'photo_gif',
  pdf: 'photo_pdf',
  video: 'photo_video',
  heic: 'photo_heic',
  avif: 'photo_unknown',
  unknown: 'photo_unknown'
};

function refusal(status: number, code: string, cause?: unknown): RefusalError {
  const error = new RefusalError({ status, code, field: 'photo' });
  error.cause = cause;
  return error;
}

function checkKind(bytes: Uint8Array): void {
  const kind = imageKind(bytes);
  if (kind === 'heic' && canReadHeic()) return;
  const code = refusedKinds[kind];
  if (code) throw refusal(422, code);
}

interface Pixels {
  data: Buffer;
  info: { width: number; height: number; channels: 1 | 2 | 3 | 4 };
}

const fromPixels = ({ data, info: { width, height, channels } }: Pixels): Sharp =>
  sharp(data, { raw: { width, height, channels } });

/**
 * WebP that fits. What is too large is made a little less sharp, and smaller when that is not enough: bytes go with
 * the area, so the next size is computed instead of tried.
 */
async function encodeVariant(
  pixels: Pixels,
  longest: number
): Promise<{ bytes: Buffer; width: number; height: number }> {
  let side = longest;
  let quality: number = firstQuality;
  for (;;) {
    const { data, info } = await fromPixels(pixels)
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .webp({ quality, effort: 3 })
      .toBuffer({ resolveWithObject: true });
    if (data.byteLength <= mostVariantBytes) return { bytes: data, width: info.width, height: info.height };
    const isFirst = quality === firstQuality;
    const excess = (data.byteLength / mostVariantBytes) * (isFirst ? qualityGain : 1);
    quality = secondQuality;
    side = Math.floor(
      Math.max(info.width, info.height) * Math.min(isFirst ? 1 : 0.92, 0.97 / Math.sqrt(excess))
    );
  }
}

/** Reads a photo upright, as sRGB and no larger than needed; nothing but pixels comes out, so no metadata either. */
async function readPixels(bytes: Uint8Array): Promise<Pixels> {
  const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error', autoOrient: true, pages: 1 });
  const { width, height } = await image.metadata();
  if (width * height > mostPixels) throw refusal(422, 'photo_too_many_pixels');
  const { data, info } = await image
    .resize({ width: longestSide.large, height: longestSide.large, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, info };
}

// Two at a time: a photo of 64 million pixels takes 200 MB while it is read.
const mostAtOnce = 2;
const mostWaiting = 40;
let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (working >= mostAtOnce) {
    if (waiting.length >= mostWaiting) throw refusal(503, 'photos_busy');
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    working += 1;
  }
  try {
    return await work();
  } finally {
    // The place goes to the next one without being free in between.
    const next = waiting.shift();
    if (next) next();
    else working -= 1;
  }
}

/**
 * Makes a photo ready to be kept: WebP without metadata, a large variant (at most 1600 pixels) and a small one (at
 * most 480), each at most 300 kB.
 * @param bytes JPEG, PNG or WebP as it was sent, at most 10 MB
 * @throws RefusalError 422 (what is wrong with the file), 413, 503 when too many wait; field `photo`
 */
export async function encodePhoto(bytes: Uint8Array): Promise<EncodedPhoto> {
  if (bytes.byteLength === 0) throw refusal(422, 'photo_missing');
  if (bytes.byteLength > mostPhotoBytes) throw refusal(413, 'photo_too_large');
  checkKind(bytes);
  return inTurn(async () => {
    try {
      const pixels = await readPixels(bytes);
      const large = await encodeVariant(pixels, longestSide.large);
      const small = await encodeVariant(pixels, longestSide.small);
      return {
        width: large.width,
        height: large.height,
        mediaType: 'image/webp',
        variants: { large: large.bytes, small: small.bytes }
      };
    } catch (error) {
      if (error instanceof RefusalError) throw error;
      const tooMany = error instanceof Error && /pixel limit|too large/i.test(error.message);
      throw refusal(422, tooMany ? 'photo_too_many_pixels' : 'photo_broken', error);
    }
  });
}
