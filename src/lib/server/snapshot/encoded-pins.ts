import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { pinsOf } from '#lib/domain/neighbourhood/pins.ts';
import type { Snapshot } from '#lib/domain/neighbourhood/types.ts';

const compress = promisify(brotliCompress);

/** The pins of a neighbourhood as they go over the wire. */
export interface EncodedPins {
  position: number;
  /** Weak: the same pins, whichever way they are compressed. */
  etag: string;
  json: Uint8Array<ArrayBuffer>;
  brotli: Uint8Array<ArrayBuffer>;
}

async function encode(snapshot: Snapshot): Promise<EncodedPins> {
  const json = new TextEncoder().encode(JSON.stringify(pinsOf(snapshot)));
  const brotli = await compress(json, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: json.byteLength
    }
  });
  // The position alone would be the same for another database or a newer form of the pins.
  const content = createHash('sha256').update(json).digest('hex').slice(0, 12);
  return {
    position: snapshot.position,
    etag: `W/"${snapshot.position}-${content}"`,
    json,
    brotli: new Uint8Array(brotli)
  };
}

/** Pins that are encoded faster than this are encoded at every change. */
const quickMilliseconds = 50;
/** Of the time of this process at most this part goes to encoding the pins of a large neighbourhood. */
const mostOfTheTime = 0.2;

/** Encodes the pins once for each state of the snapshot, one at a time. */
export class PinsEncoder {
  #encoded: EncodedPins | null = null;
  #encodedOf: Snapshot | null = null;
  #freshUntil = -Infinity;
  #working: Promise<void> | null = null;

  /**
   * The pins of a snapshot. When many pins change faster than they can be encoded, the last ones: who gets them reads
   * the live feed from their position on.
   */
  async encode(snapshot: Snapshot): Promise<EncodedPins> {
    for (;;) {
      const encoded = this.#encoded;
      if (encoded && (this.#encodedOf === snapshot || encoded.position > snapshot.position)) return encoded;
      if (encoded && performance.now() < this.#freshUntil) return encoded;
      this.#working ??= this.#work(snapshot).finally(() => (this.#working = null));
      await this.#working;
    }
  }

  async #work(snapshot: Snapshot): Promise<void> {
    const start = performance.now();
    this.#encoded = await encode(snapshot);
    this.#encodedOf = snapshot;
    const end = performance.now();
    const took = end - start;
    this.#freshUntil = took < quickMilliseconds ? -Infinity : end + took * (1 / mostOfTheTime - 1);
  }
}
