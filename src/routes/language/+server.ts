import { error, redirect } from '@sveltejs/kit';
import { toLocale } from '#i18n';
import { m } from '#messages';
import { textOf } from '#lib/server/identity/form.ts';
import { returnPath } from '#lib/server/identity/return-path.ts';
import type { RequestHandler } from './$types';

/** The longest that browsers keep a cookie: 400 days. */
const maxAge = 400 * 24 * 60 * 60;

/** Sets the language of this browser (`language`) and goes back to the page it was chosen on (`return`). */
export const POST: RequestHandler = async ({ request, url, cookies }) => {
  const form = await request.formData();
  const language = toLocale(textOf(form, 'language'));
  if (!language) error(422, m.account_language_unknown());
  const secure = url.protocol === 'https:';
  cookies.set('language', language, { path: '/', sameSite: 'lax', httpOnly: true, secure, maxAge });
  redirect(303, returnPath(textOf(form, 'return')));
};
