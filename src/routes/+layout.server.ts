import { getLocale } from '#i18n';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  language: getLocale(),
  demo: locals.demo,
  known: locals.participantId !== null,
  signedIn: locals.signedIn
});
