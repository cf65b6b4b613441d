// A local server with the addresses of a Supabase, which writes down what it is asked and answers in the shapes of
// Supabase's own documentation: PostgREST, GoTrue, and Realtime over a WebSocket (RFC 6455, Phoenix serializer 2.0.0).
import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export interface AskedRequest {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface SupabaseStub {
  readonly url: string;
  readonly asked: AskedRequest[];
  /** Rows of the canary that anon and participants get; a hole in row-level security when there are any. */
  leakedCanaries: object[];
  /** Says that a row was inserted into `changes`. */
  sendChange(): void;
  /** Cuts every WebSocket. */
  cutOff(): void;
  close(): Promise<void>;
}

/** The text of one frame of a client: masked, and shorter than 64 kB. */
function textOf(frame: Buffer): { text: string; rest: Buffer } | null {
  if (frame.length < 2) return null;
  let length = (frame[1] ?? 0) & 0x7f;
  let offset = 2;
  if (length === 126) {
    if (frame.length < 4) return null;
    length = frame.readUInt16BE(2);
    offset = 4;
  }
  const end = offset + 4 + length;
  if (frame.length < end) return null;
  const mask = frame.subarray(offset, offset + 4);
  const payload = Buffer.from(frame.subarray(offset + 4, end)).map(
    (byte, index) => byte ^ (mask[index % 4] ?? 0)
  );
  const isText = ((frame[0] ?? 0) & 0x0f) === 1;
  return { text: isText ? Buffer.from(payload).toString() : '', rest: frame.subarray(end) };
}

function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, 0, 0]);
  if (payload.length >= 126) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

type PhoenixMessage = [
  joinReference: string,
  reference: string,
  topic: string,
  event: string,
  payload: unknown
];

export async function startSupabaseStub(secretKey: string): Promise<SupabaseStub> {
  const asked: AskedRequest[] = [];
  const joined = new Map<Socket, string>();
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      const path = request.url ?? '';
      asked.push({ method: request.method ?? '', path, headers: request.headers, body });
      const isSystem = request.headers.apikey === secretKey;
      const rows = isSystem ? [{ id: 1, song: 'nobody hears this' }] : stub.leakedCanaries;
      const answer = path.startsWith('/rest/v1/canaries') ? rows : {};
      const headers = { 'content-type': 'application/json', 'content-range': `0-0/${rows.length}` };
      response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : JSON.stringify(answer));
    });
  });
  server.on('upgrade', (request, socket: Socket) => {
    asked.push({ method: 'UPGRADE', path: request.url ?? '', headers: request.headers, body: '' });
    const accept = createHash('sha1')
      .update(`${request.headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
      .digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`
    );
    let received = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => joined.delete(socket));
    socket.on('data', (data: Buffer) => {
      received = Buffer.concat([received, data]);
      for (let frame = textOf(received); frame; frame = textOf(received)) {
        received = Buffer.from(frame.rest);
        if (!frame.text) continue;
        const [joinReference, reference, topic, event, payload] = JSON.parse(frame.text) as PhoenixMessage;
        asked.push({ method: event, path: topic, headers: {}, body: JSON.stringify(payload) });
        const config = (payload as { config?: { postgres_changes?: object[] } }).config;
        const changes = config?.postgres_changes?.map((change, index) => ({ id: index + 1, ...change }));
        const answer = { status: 'ok', response: changes ? { postgres_changes: changes } : {} };
        socket.write(frameOf(JSON.stringify([joinReference, reference, topic, 'phx_reply', answer])));
        if (event === 'phx_join') joined.set(socket, topic);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stub: SupabaseStub = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    leakedCanaries: [],
    sendChange: () => {
      const data = {
        schema: 'public',
        table: 'changes',
        type: 'INSERT',
        commit_timestamp: '2026-11-22T10:00:00Z',
        columns: [],
        record: {},
        errors: null
      };
      for (const [socket, topic] of joined)
        socket.write(frameOf(JSON.stringify([null, null, topic, 'postgres_changes', { ids: [1], data }])));
    },
    cutOff: () => {
      for (const socket of joined.keys()) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        for (const socket of joined.keys()) socket.destroy();
        server.close(() => resolve());
      })
  };
  return stub;
}
