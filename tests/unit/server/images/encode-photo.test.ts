import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  encodePhoto,
  mostPhotoBytes,
  mostVariantBytes
} from '../../../../src/lib/server/images/encode-photo.ts';
import { canReadHeic, imageKind } from '../../../../src/lib/server/images/image-kind.ts';

const codeOf = (bytes: Uint8Array) =>
  encodePhoto(bytes).then(
    () => 'accepted',
    (error: unknown) => (error as { refusal: { status: number; code: string; field: string } }).refusal
  );
const refused = (code: string, status = 422) => ({ status, code, field: 'photo' });
const text = (content: string) => new TextEncoder().encode(content);

/** A picture that does not compress: every pixel is something else, and the same in every run. */
function noise(width: number, height: number): Buffer {
  const data = Buffer.alloc(width * height * 3);
  let seed = 20261122;
  for (let index = 0; index < data.length; index += 1) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    data[index] = seed >>> 24;
  }
  return data;
}

/** A PNG that says it is larger than it is: 100 bytes that would be gigabytes. */
function pixelFlood(width: number, height: number): Uint8Array {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0))
  ]);
}

let phonePhoto: Buffer;
beforeAll(async () => {
  phonePhoto = await sharp(noise(80, 60), { raw: { width: 80, height: 60, channels: 3 } })
    .resize(4000, 3000)
    .withExif({
      IFD0: { Make: 'Telefoon', Artist: 'Riet' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '52/1 6/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '5/1 46/1 0/1'
      }
    })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 92 })
    .toBuffer();
});

// Large pictures on a busy machine.
describe('a photo of a telephone', { timeout: 60_000 }, () => {
  it('comes out upright, in two variants that fit, as WebP', async () => {
    const photo = await encodePhoto(phonePhoto);
    expect(photo).toMatchObject({ width: 1200, height: 1600, mediaType: 'image/webp' });
    for (const [bytes, longest] of [
      [photo.variants.large, 1600],
      [photo.variants.small, 480]
    ] as const) {
      const { format, width, height } = await sharp(bytes).metadata();
      expect(format).toBe('webp');
      expect(Math.max(width, height)).toBe(longest);
      expect(bytes.byteLength).toBeLessThanOrEqual(mostVariantBytes);
    }
  });

  it('tells nobody where it was taken, with what, or by whom', async () => {
    const before = await sharp(phonePhoto).metadata();
    expect(before.exif?.includes('Riet')).toBe(true);
    const photo = await encodePhoto(phonePhoto);
    for (const bytes of Object.values(photo.variants)) {
      const { exif, xmp, iptc, icc, orientation } = await sharp(bytes).metadata();
      expect({ exif, xmp, iptc, icc, orientation }).toEqual({});
      expect(Buffer.from(bytes).includes('EXIF')).toBe(false);
    }
  });

  it('that does not compress is made smaller until it fits', async () => {
    const png = await sharp(noise(1200, 1200), { raw: { width: 1200, height: 1200, channels: 3 } })
      .png({ compressionLevel: 1 })
      .toBuffer();
    const photo = await encodePhoto(png);
    expect(photo.variants.large.byteLength).toBeLessThanOrEqual(mostVariantBytes);
    expect(photo.width).toBeGreaterThan(480);
  });

  it('that is small stays as small as it is', async () => {
    const tiny = await sharp({ create: { width: 30, height: 20, channels: 4, background: '#ff000080' } })
      .png()
      .toBuffer();
    expect(await encodePhoto(tiny)).toMatchObject({ width: 30, height: 20 });
  });

  it('may be WebP, grey or CMYK', async () => {
    const picture = sharp(noise(64, 64), { raw: { width: 64, height: 64, channels: 3 } });
    for (const bytes of [
      await picture.clone().webp().toBuffer(),
      await picture.clone().greyscale().jpeg().toBuffer(),
      await picture.clone().toColourspace('cmyk').jpeg().toBuffer()
    ])
      expect(await encodePhoto(bytes)).toMatchObject({ width: 64, height: 64 });
  });
});

describe('a file that is no photo of ours', () => {
  it.each([
    ['an SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), 'photo_svg'],
    ['an SVG behind a prologue', text('\ufeff <?xml version="1.0"?>\n<!-- hi --><svg></svg>'), 'photo_svg'],
    ['a PDF', text('%PDF-1.7\n'), 'photo_pdf'],
    ['a GIF', text('GIF89a\x01\x00\x01\x00'), 'photo_gif'],
    ['a video', text('\x00\x00\x00\x18ftypmp42'), 'photo_video'],
    ['a video of a telephone', text('\x00\x00\x00\x14ftypqt  '), 'photo_video'],
    ['a text', text('just words'), 'photo_unknown'],
    ['an AVIF', text('\x00\x00\x00\x1cftypavif'), 'photo_unknown'],
    ['nothing', new Uint8Array(), 'photo_missing']
  ])('is refused with its own word: %s', async (_name, bytes, code) => {
    expect(await codeOf(bytes)).toEqual(refused(code));
  });

  it('is known by its bytes, whatever it is called', async () => {
    expect(imageKind(phonePhoto)).toBe('jpeg');
    expect(imageKind(text('<html><body>'))).toBe('unknown');
  });

  it('in the form of an iPhone gets a word of its own where it cannot be read', async () => {
    const heic = text('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic');
    expect(imageKind(heic)).toBe('heic');
    expect(await codeOf(heic)).toEqual(refused(canReadHeic() ? 'photo_broken' : 'photo_heic'));
  });

  it('that is larger than 10 MB is refused before it is looked at', async () => {
    expect(await codeOf(new Uint8Array(mostPhotoBytes + 1))).toEqual(refused('photo_too_large', 413));
  });

  it('that unpacks to a flood of pixels is refused', async () => {
    expect(await codeOf(pixelFlood(30_000, 30_000))).toEqual(refused('photo_too_many_pixels'));
    expect(await codeOf(pixelFlood(2_000_000_000, 2_000_000_000))).toMatchObject({ status: 422 });
  });

  it.each([0.02, 0.3, 0.9])('that was cut off at %d of its length is refused', async (part) => {
    expect(await codeOf(phonePhoto.subarray(0, Math.floor(phonePhoto.length * part)))).toEqual(
      refused('photo_broken')
    );
  });

  it('that has only the first bytes of a photo is refused', async () => {
    expect(await codeOf(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toEqual(refused('photo_broken'));
  });
});

it('many photos at once are taken in turn, and none is lost', { timeout: 60_000 }, async () => {
  const small = await sharp(noise(32, 32), { raw: { width: 32, height: 32, channels: 3 } })
    .jpeg()
    .toBuffer();
  const photos = await Promise.all(Array.from({ length: 20 }, () => encodePhoto(small)));
  expect(photos.every(({ width }) => width === 32)).toBe(true);
  const outcomes = await Promise.all(Array.from({ length: 60 }, () => codeOf(small)));
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(42);
  expect(outcomes.filter((outcome) => outcome !== 'accepted')[0]).toEqual(refused('photos_busy', 503));
});
