import sharp from 'sharp';

/** What a file is by its first bytes, whatever its name or its sender says. */
export type ImageKind =
  'jpeg' | 'png' | 'webp' | 'heic' | 'avif' | 'gif' | 'svg' | 'pdf' | 'video' | 'unknown';

const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1']);
const avifBrands = new Set(['avif', 'avis']);

const ascii = (bytes: Uint8Array, start: number, end: number) =>
  String.fromCharCode(...bytes.subarray(start, end));

function startsWith(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

/** Files of the ISO base media format (HEIC, AVIF, MP4, MOV) name their brand in the first box. */
function brandKind(bytes: Uint8Array): ImageKind {
  const brand = ascii(bytes, 8, 12).toLowerCase();
  if (avifBrands.has(brand)) return 'avif';
  if (heicBrands.has(brand)) return 'heic';
  return 'video';
}

export function imageKind(bytes: Uint8Array): ImageKind {
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (ascii(bytes, 0, 4) === 'RIFF' && ascii(bytes, 8, 12) === 'WEBP') return 'webp';
  if (ascii(bytes, 0, 4) === 'GIF8') return 'gif';
  if (ascii(bytes, 0, 4) === '%PDF') return 'pdf';
  if (ascii(bytes, 4, 8) === 'ftyp') return brandKind(bytes);
  const text = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  if (
    /^<(\?xml|!doctype svg|!--|svg)/i.test(text) &&
    /<svg/i.test(new TextDecoder().decode(bytes.subarray(0, 65_536)))
  )
    return 'svg';
  return 'unknown';
}

/** HEVC is patented: the image library from npm reads AVIF but not the photos of an iPhone. One built here may. */
export function canReadHeic(): boolean {
  return sharp.format.heif?.input.fileSuffix?.includes('.heic') ?? false;
}
