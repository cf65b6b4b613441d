import { error, type RequestEvent } from '@sveltejs/kit';
import { getLocale } from '#i18n';
import { m } from '#messages';
import {
  addTheme,
  changeTheme,
  endMandate,
  endMembership,
  invite,
  readSettings,
  readStaff,
  readThemes,
  saveSettings,
  withdrawInvitation
} from '#lib/data/administration.ts';
import { readMyOverview, readRoles } from '#lib/data/participant.ts';
import { membersOf, staffRoles, type NewInvitation } from '#lib/domain/neighbourhood/members.ts';
import {
  formOfSettings,
  seenOf,
  settingsFields,
  type SettingsForm
} from '#lib/domain/neighbourhood/settings.ts';
import { formOfTheme, type ThemeForm } from '#lib/domain/neighbourhood/themes.ts';
import type { Neighbourhood } from '#lib/domain/neighbourhood/types.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { identityOf } from '#lib/server/identity/identity.ts';
import { MailError } from '#lib/server/mail/mailer.ts';
import { doneIn, submit, textIn, type FormResult } from '#lib/server/pages/form.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import { invitationMail } from './invitation-mail.ts';
import type { Actions, PageServerLoad, RequestEvent as PageEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, parent, url }) => {
  const { administrator } = await parent();
  if (!administrator) error(403, m.admin_forbidden());
  const { snapshot } = await wijkView(locals, params.wijk);
  const home = snapshot.neighbourhood.id;
  const [staff, stored, themes, mine] = await Promise.all([
    readStaff(locals.client, home),
    readSettings(locals.client, home),
    readThemes(locals.client, home),
    readMyOverview(locals.client, params.wijk)
  ]);
  const settings = formOfSettings(stored);
  const names = new Map(staff.organisations.map(({ id, name }) => [id, name]));
  return {
    done: doneIn(url),
    me: locals.participantId,
    myName: mine?.firstName ?? mine?.email ?? null,
    members: membersOf(staff.memberships, staff.organisationMemberships, staff.invitations, names),
    invitations: staff.invitations.filter(({ acceptedAt }) => acceptedAt === null),
    organisations: staff.organisations,
    settings: { values: settings, seen: seenOf(settings) },
    themes: themes.map((theme) => {
      const values = formOfTheme(theme);
      return { id: theme.id, values, seen: seenOf(values) };
    }),
    /** The theme whose form is open. */
    theme: url.searchParams.get('theme'),
    newThemeId: crypto.randomUUID()
  };
};

/** A form of the administrator: anybody else gets a plain no, whatever the page showed them before. */
function administer(
  event: PageEvent,
  run: (form: FormData, home: Neighbourhood) => Promise<FormResult>
): ReturnType<typeof submit> {
  return submit(
    event as RequestEvent,
    async (form) => {
      const { locals, params } = event;
      const { snapshot } = await wijkView(locals, params.wijk);
      const home = snapshot.neighbourhood;
      const roles = await readRoles(locals.client, await locals.ensureParticipant(), home.id);
      if (!roles.includes('administrator'))
        throw new RefusalError({ status: 403, code: 'not_allowed', field: null });
      return run(form, home);
    },
    { newcomers: false }
  );
}

/** Tells somebody that they are invited; false when the mail could not go. */
async function tellInvited(
  event: PageEvent,
  home: Neighbourhood,
  invitation: NewInvitation
): Promise<boolean> {
  const { snapshot } = await wijkView(event.locals, event.params.wijk);
  const organisation = snapshot.organisations.find(({ id }) => id === invitation.organisationId);
  const role = staffRoles.find((one) => one === invitation.as);
  try {
    await identityOf(event.locals.services).mailer.send(
      invitationMail({
        recipient: (invitation.email ?? '').trim().toLowerCase(),
        wijk: home.name,
        as: role ? { role } : { organisation: organisation?.name ?? home.name },
        link: `${event.url.origin}/sign-in`,
        locale: getLocale()
      })
    );
    return true;
  } catch (failed) {
    if (failed instanceof MailError) return false;
    throw failed;
  }
}

/** What somebody saw when they began to type; null when they want theirs kept whatever changed meanwhile. */
const seenIn = (form: FormData) => (form.get('anyway') === 'yes' ? null : (textIn(form, 'seen') ?? ''));

const themeIn = (form: FormData) => ({
  nameNl: textIn(form, 'nameNl'),
  nameEn: textIn(form, 'nameEn'),
  icon: textIn(form, 'icon') as ThemeForm['icon']
});

export const actions: Actions = {
  invite: (event) =>
    administer(event, async (form, home) => {
      const invitation = {
        email: textIn(form, 'email'),
        as: textIn(form, 'as') as NewInvitation['as'],
        organisationId: form.get('as') === 'organisation' ? textIn(form, 'organisationId') : null,
        mandate: (textIn(form, 'mandate') ?? 'member') as NewInvitation['mandate']
      };
      await invite(event.locals.client, home.id, invitation);
      const told = await tellInvited(event, home, invitation);
      return { done: told ? 'invited' : 'invited_no_mail', at: 'invitations' };
    }),
  withdraw: (event) =>
    administer(event, async (form, home) => {
      await withdrawInvitation(event.locals.client, home.id, textIn(form, 'invitation') ?? '');
      return { done: 'withdrawn', at: 'invitations' };
    }),
  endRole: (event) =>
    administer(event, async (form, home) => {
      const [participant = '', name] = (textIn(form, 'which') ?? '').split(' ');
      const role = staffRoles.find((one) => one === name);
      if (!role) throw new RefusalError({ status: 422, code: 'role_unknown', field: 'which' });
      // Without its last administrator a neighbourhood could not be helped by anybody on a page.
      if (role === 'administrator' && participant === event.locals.participantId)
        throw new RefusalError({ status: 409, code: 'own_role', field: null });
      await endMembership(event.locals.client, home.id, participant, role);
      return { done: 'ended', at: 'people' };
    }),
  endMandate: (event) =>
    administer(event, async (form) => {
      const [participant = '', organisation = ''] = (textIn(form, 'which') ?? '').split(' ');
      await endMandate(event.locals.client, organisation, participant);
      return { done: 'ended', at: 'people' };
    }),
  settings: (event) =>
    administer(event, async (form, home) => {
      const filled = Object.fromEntries(settingsFields.map((name) => [name, textIn(form, name)]));
      await saveSettings(event.locals.client, home.id, filled as SettingsForm, seenIn(form));
      return { done: 'settings', at: 'settings' };
    }),
  theme: (event) =>
    administer(event, async (form, home) => {
      const id = textIn(form, 'theme') ?? '';
      await changeTheme(event.locals.client, home.id, id, themeIn(form), seenIn(form));
      return { to: `/${event.params.wijk}/admin?done=theme#themes` };
    }),
  addTheme: (event) =>
    administer(event, async (form, home) => {
      await addTheme(event.locals.client, home.id, textIn(form, 'id') ?? crypto.randomUUID(), themeIn(form));
      return { done: 'theme_added', at: 'themes' };
    })
};
