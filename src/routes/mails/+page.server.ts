import { error } from '@sveltejs/kit';
import { m } from '#messages';
import { outboxOf } from '#lib/server/system/outbox.ts';
import type { PageServerLoad } from './$types';

/** Links in the mails stand on lines of their own. */
function linkIn(body: string): string | null {
  return /^https?:\/\/\S+$/m.exec(body)?.[0] ?? null;
}

export const load: PageServerLoad = async ({ locals }) => {
  // Outside the demo these codes would let anybody in as anybody.
  if (!locals.demo) error(404, m.account_error_not_found());
  const mails = await outboxOf(locals.services.backend).recent();
  return { mails: mails.map((mail) => ({ ...mail, link: linkIn(mail.body) })) };
};
