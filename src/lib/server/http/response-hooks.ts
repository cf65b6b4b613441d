import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

/**
 * Calls back once, just before the head of a response is sent, when every header is known: those that were set one
 * by one and those that were given with the head.
 */
export function beforeHead(response: ServerResponse, callBack: () => void): void {
  const writeHead = response.writeHead.bind(response);
  let isSent = false;
  const sendHead = (status: number, ...rest: unknown[]) => {
    const message = typeof rest[0] === 'string' ? rest[0] : undefined;
    const headers = (message === undefined ? rest[0] : rest[1]) as OutgoingHttpHeaders | undefined;
    for (const [name, value] of Object.entries(headers ?? {}))
      if (value !== undefined) response.setHeader(name, value);
    response.statusCode = status;
    if (!isSent) {
      isSent = true;
      callBack();
    }
    return message === undefined ? writeHead(status) : writeHead(status, message);
  };
  response.writeHead = sendHead as typeof response.writeHead;
}
