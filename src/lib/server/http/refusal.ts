import type { IncomingMessage, ServerResponse } from 'node:http';
import { extractLocaleFromRequest, getTextDirection, type Locale } from '#i18n';

/** Text of a refusal in the reader's language. */
export interface Refusal {
  readonly status: number;
  readonly title: (locale: Locale) => string;
  readonly detail: (locale: Locale) => string;
}

function localeOf({ headers }: IncomingMessage): Locale {
  const known = new Headers();
  for (const name of ['cookie', 'accept-language']) {
    const value = headers[name];
    if (typeof value === 'string') known.set(name, value);
  }
  return extractLocaleFromRequest(new Request('http://localhost/', { headers: known }));
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => escapes[character] ?? '');

function bodyOf(request: IncomingMessage, status: number, title: string, detail: string, locale: Locale) {
  if (request.headers['x-sveltekit-action'] === 'true')
    return {
      type: 'application/json',
      body: JSON.stringify({ type: 'error', status, error: { message: detail } })
    };
  const accept = request.headers.accept ?? '';
  const wantsPage = accept.includes('text/html') && !request.url?.startsWith('/api/');
  if (!wantsPage)
    return { type: 'application/problem+json', body: JSON.stringify({ status, title, detail }) };
  const page = `<!doctype html>
<html lang="${locale}" dir="${getTextDirection(locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<style>body{font:1.125rem/1.5 system-ui,sans-serif;max-inline-size:36rem;margin:3rem auto;padding-inline:1.5rem}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(detail)}</p>
</main>
</body>
</html>
`;
  return { type: 'text/html; charset=utf-8', body: page };
}

/** Answers a request that does not reach the app: a page for people, problem+json (RFC 9457) for programs. */
export function refuse(request: IncomingMessage, response: ServerResponse, refusal: Refusal): void {
  const locale = localeOf(request);
  const { type, body } = bodyOf(
    request,
    refusal.status,
    refusal.title(locale),
    refusal.detail(locale),
    locale
  );
  response.writeHead(refusal.status, {
    'content-type': type,
    'content-length': Buffer.byteLength(body),
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    vary: 'accept, accept-language, cookie'
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}
