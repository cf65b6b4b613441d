import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';

/** A larger or smaller limit for some requests; the first that fits counts. */
export interface BodyLimit {
  readonly method: string;
  readonly path: RegExp;
  readonly bytes: number;
}

/** Enough for a photo of 10 MB and the form round it. */
export const usualBodyLimit = 12 * 1024 * 1024;

/** Room for what is still on its way when a refusal is sent: a closed door in mid-sentence hides the answer. */
const mostDrainedBytes = 256 * 1024 * 1024;

export function limitFor(request: IncomingMessage, limits: readonly BodyLimit[]): number {
  const path = (request.url ?? '').split('?')[0] ?? '';
  return (
    limits.find((limit) => limit.method === request.method && limit.path.test(path))?.bytes ?? usualBodyLimit
  );
}

/** Reads and forgets the rest of a refused body, up to a point, so that the sender gets to read the answer. */
export function drain(request: IncomingMessage): void {
  let drained = 0;
  request.on('data', (chunk: Buffer) => {
    drained += chunk.length;
    if (drained > mostDrainedBytes) request.destroy();
  });
  request.resume();
}

export type BodyVerdict =
  { readonly isTooLarge: true } | { readonly isTooLarge: false; readonly request: IncomingMessage };

/**
 * Holds a body to its limit before the app sees it. A declared length is believed, as HTTP itself holds the sender to
 * it; a body of unknown length is read first, and handed on with its length.
 * @param limit in bytes
 */
export async function withinLimit(request: IncomingMessage, limit: number): Promise<BodyVerdict> {
  if (request.headers['transfer-encoding'] === undefined) {
    const declared = Number(request.headers['content-length'] ?? '0');
    return declared > limit ? { isTooLarge: true } : { isTooLarge: false, request };
  }
  const chunks: Buffer[] = [];
  let received = 0;
  const isTooLarge = await new Promise<boolean>((resolve, reject) => {
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      if (received > limit) resolve(true);
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(false));
    request.on('error', reject);
    request.on('close', () => reject(new Error('The sender went away.')));
  });
  if (isTooLarge) {
    request.removeAllListeners('data');
    return { isTooLarge: true };
  }
  const headers = { ...request.headers, 'content-length': String(received) };
  delete headers['transfer-encoding'];
  const replay = Object.assign(Readable.from(chunks, { objectMode: false }), {
    headers,
    method: request.method,
    url: request.url,
    httpVersion: request.httpVersion,
    httpVersionMajor: request.httpVersionMajor,
    httpVersionMinor: request.httpVersionMinor,
    socket: request.socket
  });
  return { isTooLarge: false, request: replay as unknown as IncomingMessage };
}
