import { startProcess, type RunningProcess } from '../support/processes.ts';
import { testSecret } from '../support/template.ts';

/** The built app in a process of its own. */
export interface RunningApp {
  readonly url: string;
  readonly process: RunningProcess;
  /** Ends it in order and gives its exit code. */
  stop(): Promise<number | null>;
}

/** Starts the built app on a free port of 127.0.0.1 with the PostgreSQL of a test, without rate limits. */
export async function startApp(
  databaseUrl: string,
  variables: Record<string, string> = {}
): Promise<RunningApp> {
  const process_ = startProcess('node_modules/.bin/node', ['scripts/serve.ts'], {
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      SAMENSPEL_SECRET: testSecret,
      SAMENSPEL_RATE_LIMITS: 'off',
      HOST: '127.0.0.1',
      PORT: '0',
      ...variables
    }
  });
  const [, port] = await process_.waitFor(/is ready after .*: http:\/\/[^\s:]+:(\d+)/);
  return {
    url: `http://127.0.0.1:${port}`,
    process: process_,
    stop: () => {
      process_.child.kill('SIGTERM');
      return process_.ended;
    }
  };
}

/** Somebody with a browser: one session cookie, kept from the first answer that sets it. */
export class Visitor {
  #cookie = '';

  async send(
    url: string,
    {
      method = 'POST',
      body,
      headers = {}
    }: { method?: string; body?: object; headers?: Record<string, string> } = {}
  ): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
    const response = await fetch(url, {
      method,
      headers: {
        ...(body || method !== 'GET' ? { 'content-type': 'application/json' } : {}),
        ...(this.#cookie ? { cookie: this.#cookie } : {}),
        ...headers
      },
      ...(body ? { body: JSON.stringify(body) } : {})
    });
    const session = response.headers.getSetCookie().find((cookie) => cookie.startsWith('session='));
    if (session) this.#cookie = session.split(';')[0] ?? '';
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>
    };
  }
}
