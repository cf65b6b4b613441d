import { createAppServer, type AppServer, type ServerOptions } from '../../src/lib/server/http/server.ts';
import { connect, type AddressInfo } from 'node:net';

export interface RunningServer extends AppServer {
  readonly port: number;
  readonly url: string;
}

/** Our server round a handler of a test, on a free port of 127.0.0.1. */
export async function startAppServer(
  handler: ServerOptions['handler'],
  options: Partial<ServerOptions['config'] & Pick<ServerOptions, 'bodyLimits'>> = {}
): Promise<RunningServer> {
  const { origin = null, trustedProxies = 0, bodyLimits = [] } = options;
  const running = createAppServer({ handler, config: { origin, trustedProxies }, bodyLimits });
  await new Promise<void>((resolve) => running.server.listen(0, '127.0.0.1', resolve));
  const { port } = running.server.address() as AddressInfo;
  return Object.assign(running, { port, url: `http://127.0.0.1:${port}` });
}

export interface RawAnswer {
  status: number;
  headers: Map<string, string>;
  body: string;
}

/**
 * Sends the bytes of a request as they are, so that a test can send what no client would, and reads the answer until
 * the server closes the connection.
 */
export function sendRaw(port: number, parts: string | (string | Buffer)[]): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let received = '';
    socket.on('data', (data) => (received += data.toString('latin1')));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...rest] = received.split('\r\n\r\n');
      const [statusLine = '', ...lines] = head.split('\r\n');
      resolve({
        status: Number(statusLine.split(' ')[1]),
        headers: new Map(
          lines.map((line) => [line.split(':')[0]?.toLowerCase() ?? '', line.replace(/^[^:]*:\s*/, '')])
        ),
        body: rest.join('\r\n\r\n')
      });
    });
    for (const part of [parts].flat()) socket.write(part);
  });
}
