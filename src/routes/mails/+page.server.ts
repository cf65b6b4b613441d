import { error } from '@sveltejs/kit';
import { m } from '#messages';
import { demoMails } from '#lib/server/mail/demo-mails.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const mails = await demoMails(locals.services);
  if (!mails) error(404, m.account_error_not_found());
  return { mails };
};
