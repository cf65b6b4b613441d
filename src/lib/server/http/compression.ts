import type { IncomingMessage, ServerResponse } from 'node:http';
import { constants, createBrotliCompress, createGzip } from 'node:zlib';
import { beforeHead } from './response-hooks.ts';

const compressible =
  /^(text\/|image\/svg\+xml|application\/(javascript|json|xml|x-protobuf|vnd\.mapbox-vector-tile|[\w.+-]+\+(json|xml))\b)/i;
/** Below this a compressed answer is not smaller on the wire: it fits one packet either way. */
const leastBytes = 1024;

type Encoding = 'br' | 'gzip';

/** The best encoding a client accepts (RFC 9110, 12.5.3); a weight of 0 means "not this one". */
export function chooseEncoding(accepted: string | undefined): Encoding | null {
  const names = new Set(
    (accepted ?? '')
      .toLowerCase()
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';')[0]?.trim())
  );
  if (names.has('br')) return 'br';
  return names.has('gzip') ? 'gzip' : null;
}

function compressorFor(encoding: Encoding) {
  // Flushed at each write, so that a page that is sent in parts arrives in parts.
  return encoding === 'br'
    ? createBrotliCompress({
        flush: constants.BROTLI_OPERATION_FLUSH,
        params: {
          [constants.BROTLI_PARAM_QUALITY]: 5,
          [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT
        }
      })
    : createGzip({ flush: constants.Z_SYNC_FLUSH, level: 6 });
}

function isWorthIt(request: IncomingMessage, response: ServerResponse): boolean {
  const type = String(response.getHeader('content-type') ?? '');
  if (request.method === 'HEAD' || response.statusCode === 204 || response.statusCode === 304) return false;
  // Parts of a file (206) are offsets into the file as it is; an event stream must not wait for more.
  if (response.statusCode === 206 || /^text\/event-stream/i.test(type) || !compressible.test(type))
    return false;
  if (/no-transform/i.test(String(response.getHeader('cache-control') ?? ''))) return false;
  if (response.getHeader('content-encoding') !== undefined) return false;
  const length = response.getHeader('content-length');
  return length === undefined || Number(length) >= leastBytes;
}

/** Compresses what the app answers when the client takes it and it helps; call before the app has the response. */
export function compress(request: IncomingMessage, response: ServerResponse): void {
  const encoding = chooseEncoding(request.headers['accept-encoding']);
  let compressor: ReturnType<typeof compressorFor> | undefined;
  const write = response.write.bind(response);
  const end = response.end.bind(response);

  beforeHead(response, () => {
    if (!isWorthIt(request, response)) return;
    response.appendHeader('vary', 'accept-encoding');
    if (!encoding) return;
    response.removeHeader('content-length');
    response.setHeader('content-encoding', encoding);
    const etag = response.getHeader('etag');
    // The bytes differ per encoding, so the tag only promises the same meaning.
    if (typeof etag === 'string' && !etag.startsWith('W/')) response.setHeader('etag', `W/${etag}`);
    const stream = compressorFor(encoding);
    compressor = stream;
    stream.on('data', (chunk: Buffer) => {
      if (!write(chunk)) stream.pause();
    });
    stream.on('end', () => end());
    stream.on('error', () => response.destroy());
    // The app waits for "drain" of the response: it gets it from whichever of the two was full.
    stream.on('drain', () => response.emit('drain'));
    response.on('drain', () => stream.resume());
    response.on('close', () => stream.destroy());
  });

  const ensureHead = () => {
    if (!response.headersSent) response.writeHead(response.statusCode);
  };
  const compressedWrite = (chunk: string | Uint8Array, ...rest: unknown[]) => {
    ensureHead();
    const encodingOf = typeof rest[0] === 'string' ? (rest[0] as BufferEncoding) : undefined;
    if (!compressor) return encodingOf ? write(chunk, encodingOf) : write(chunk);
    return compressor.write(typeof chunk === 'string' ? Buffer.from(chunk, encodingOf) : chunk);
  };
  const compressedEnd = (...parameters: unknown[]) => {
    const callBack = parameters.find((parameter) => typeof parameter === 'function');
    if (callBack) response.once('finish', callBack as () => void);
    const [chunk, encodingOf] = parameters;
    const hasChunk = typeof chunk === 'string' || chunk instanceof Uint8Array;
    if (!response.headersSent && hasChunk && response.getHeader('content-length') === undefined)
      response.setHeader(
        'content-length',
        Buffer.byteLength(chunk, encodingOf as BufferEncoding | undefined)
      );
    if (hasChunk) compressedWrite(chunk, encodingOf);
    else ensureHead();
    if (compressor) compressor.end();
    else end();
    return response;
  };
  response.write = compressedWrite as typeof response.write;
  response.end = compressedEnd as typeof response.end;
}
