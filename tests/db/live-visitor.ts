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
