import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import {
  newInvitation,
  type Invitation,
  type Membership,
  type NewInvitation,
  type OrganisationMembership
} from '#lib/domain/neighbourhood/members.ts';
import {
  appliedSettings,
  formOfSettings,
  seenOf,
  settingsForm,
  withTexts,
  type SettingsForm,
  type StoredSettings
} from '#lib/domain/neighbourhood/settings.ts';
import { formOfTheme, themeForm, themeKey, type ThemeForm } from '#lib/domain/neighbourhood/themes.ts';
import type { StaffRole, Theme } from '#lib/domain/neighbourhood/types.ts';
import { answerTo, type Client } from './client.ts';
import type { Json } from './database.types.ts';

/** What an administrator sees of who works in a neighbourhood. */
export interface Staff {
  memberships: Membership[];
  organisationMemberships: OrganisationMembership[];
  /** Accepted ones too. */
  invitations: Invitation[];
  organisations: { id: string; name: string }[];
}

/** Who works in a neighbourhood, as far as the caller may know: for its administrator everybody. */
export async function readStaff(client: Client, neighbourhoodId: string): Promise<Staff> {
  const [memberships, organisations, invitations] = await Promise.all([
    answerTo<Membership[]>(
      client
        .from('memberships')
        .select('participantId:participant_id, role, since:created_at')
        .eq('neighbourhood_id', neighbourhoodId)
    ),
    answerTo<{ id: string; name: string }[]>(
      client.from('organisations').select('id, name').eq('neighbourhood_id', neighbourhoodId)
    ),
    answerTo<Invitation[]>(
      client
        .from('invitations')
        .select(
          'id, email, role, organisationId:organisation_id, mandate, invitedAt:created_at, acceptedAt:accepted_at'
        )
        .eq('neighbourhood_id', neighbourhoodId)
        .order('created_at')
    )
  ]);
  const organisationMemberships =
    organisations.length === 0
      ? []
      : await answerTo<OrganisationMembership[]>(
          client
            .from('organisation_members')
            .select(
              'organisationId:organisation_id, participantId:participant_id, mandate, name:shown_name, since:created_at'
            )
            .in(
              'organisation_id',
              organisations.map(({ id }) => id)
            )
        );
  organisations.sort((one, other) => one.name.localeCompare(other.name, 'nl'));
  return { memberships, organisationMemberships, invitations, organisations };
}

/**
 * Invites an e-mail address to a role or an organisation; it counts from the next sign-in on. Inviting once more to the
 * same changes nothing.
 * @throws RefusalError 403, 422 with the field
 */
export async function invite(client: Client, neighbourhoodId: string, input: NewInvitation): Promise<void> {
  const { email, as, organisationId, mandate } = checkInput(newInvitation, input);
  const wanted =
    as === 'organisation'
      ? { role: null, organisation_id: organisationId, mandate }
      : { role: as, organisation_id: null, mandate: null };
  const open = await answerTo<
    { role: string | null; organisation_id: string | null; mandate: string | null }[]
  >(
    client
      .from('invitations')
      .select('role, organisation_id, mandate')
      .eq('neighbourhood_id', neighbourhoodId)
      .eq('email', email)
      .is('accepted_at', null)
  );
  const same = open.find((one) => one.role === wanted.role && one.organisation_id === wanted.organisation_id);
  if (same && same.mandate === wanted.mandate) return;
  // Two open invitations to one organisation would leave it to chance which mandate somebody gets.
  if (same) throw new RefusalError({ status: 409, code: 'already_exists', field: 'email' });
  await answerTo(client.from('invitations').insert({ neighbourhood_id: neighbourhoodId, email, ...wanted }));
}

/** Row-level security leaves out what is not the caller's; a change that met no row is told like that. */
async function onOneRow(change: PromiseLike<unknown[]>): Promise<void> {
  if ((await change).length === 0) throw new RefusalError({ status: 404, code: 'already_gone', field: null });
}

/** Takes an invitation back that nobody accepted yet. @throws RefusalError 404 */
export async function withdrawInvitation(
  client: Client,
  neighbourhoodId: string,
  invitation: string
): Promise<void> {
  await onOneRow(
    answerTo<unknown[]>(
      client
        .from('invitations')
        .delete()
        .eq('id', invitation)
        .eq('neighbourhood_id', neighbourhoodId)
        .is('accepted_at', null)
        .select('id')
    )
  );
}

/** Ends somebody's role in a neighbourhood. @throws RefusalError 404 */
export async function endMembership(
  client: Client,
  neighbourhoodId: string,
  participantId: string,
  role: StaffRole
): Promise<void> {
  await onOneRow(
    answerTo<unknown[]>(
      client
        .from('memberships')
        .delete()
        .eq('neighbourhood_id', neighbourhoodId)
        .eq('participant_id', participantId)
        .eq('role', role)
        .select('role')
    )
  );
}

/** Ends somebody's place in an organisation. @throws RefusalError 404 */
export async function endMandate(
  client: Client,
  organisationId: string,
  participantId: string
): Promise<void> {
  await onOneRow(
    answerTo<unknown[]>(
      client
        .from('organisation_members')
        .delete()
        .eq('organisation_id', organisationId)
        .eq('participant_id', participantId)
        .select('mandate')
    )
  );
}

/** Why a change met no row: nobody but an administrator may make it, and for one somebody else was first. */
async function refusedOrLate(client: Client, neighbourhoodId: string): Promise<RefusalError> {
  const own = await answerTo<{ role: StaffRole }[]>(
    client
      .from('memberships')
      .select('role')
      .eq('neighbourhood_id', neighbourhoodId)
      .eq('role', 'administrator')
  );
  return own.length > 0
    ? versionConflict()
    : new RefusalError({ status: 403, code: 'not_allowed', field: null });
}

const versionConflict = () => new RefusalError({ status: 409, code: 'version_conflict', field: null });

/** The settings of a neighbourhood as they are stored now. @throws RefusalError 404 */
export async function readSettings(client: Client, neighbourhoodId: string): Promise<StoredSettings> {
  const [found] = await answerTo<StoredSettings[]>(
    client.from('neighbourhoods').select('name, sentence, contact, settings').eq('id', neighbourhoodId)
  );
  if (!found) throw new RefusalError({ status: 404, code: 'neighbourhood_unknown', field: null });
  return found;
}

/**
 * Keeps what an administrator filled in.
 * @param seen what the form was made from, as `seenOf` gives it; null to keep this whatever stands there now
 * @throws RefusalError 403, 409 when somebody else changed the settings meanwhile, 422 with every field that is wrong
 */
export async function saveSettings(
  client: Client,
  neighbourhoodId: string,
  input: SettingsForm,
  seen: string | null
): Promise<void> {
  const filled = checkInput(settingsForm, input);
  const stored = await readSettings(client, neighbourhoodId);
  if (seen !== null && seenOf(formOfSettings(stored)) !== seen) throw versionConflict();
  const { name, sentence, contact, settings } = appliedSettings(stored, filled);
  const changed = await answerTo<unknown[]>(
    client
      .from('neighbourhoods')
      .update({
        name,
        sentence: sentence as Json,
        contact: contact as unknown as Json,
        settings: settings as Json
      })
      .eq('id', neighbourhoodId)
      // Compared once more by the database itself: two who save at the same moment both read the same.
      .eq('name', stored.name)
      .eq('sentence', JSON.stringify(stored.sentence))
      .eq('contact', JSON.stringify(stored.contact))
      .eq('settings', JSON.stringify(stored.settings))
      .select('id')
  );
  if (changed.length === 0) throw await refusedOrLate(client, neighbourhoodId);
}

/** A theme with the id of its row. */
export interface StoredTheme extends Theme {
  id: string;
  position: number;
}

/** The themes of a neighbourhood, in their order. */
export async function readThemes(client: Client, neighbourhoodId: string): Promise<StoredTheme[]> {
  return answerTo<StoredTheme[]>(
    client
      .from('themes')
      .select('id, key, names, icon, position')
      .eq('neighbourhood_id', neighbourhoodId)
      .order('position')
      .order('key')
  );
}

/** A new theme, after the others. The same id again is the same theme. @throws RefusalError 403, 422 with the field */
export async function addTheme(
  client: Client,
  neighbourhoodId: string,
  id: string,
  input: ThemeForm
): Promise<void> {
  const { nameNl, nameEn, icon } = checkInput(themeForm, input);
  const themes = await readThemes(client, neighbourhoodId);
  if (themes.some((theme) => theme.id === id)) return;
  await answerTo(
    client.from('themes').insert({
      id,
      neighbourhood_id: neighbourhoodId,
      key: themeKey(nameNl, new Set(themes.map(({ key }) => key))),
      names: { nl: nameNl, ...(nameEn ? { en: nameEn } : {}) },
      icon,
      position: Math.max(0, ...themes.map(({ position }) => position)) + 1
    })
  );
}

/**
 * Another name or icon for a theme; its key, and with it every idea about it, stays.
 * @param seen what the form was made from, as `seenOf` gives it; null to keep this whatever stands there now
 * @throws RefusalError 403, 404, 409 when somebody else changed it meanwhile, 422 with the field
 */
export async function changeTheme(
  client: Client,
  neighbourhoodId: string,
  id: string,
  input: ThemeForm,
  seen: string | null
): Promise<void> {
  const { nameNl, nameEn, icon } = checkInput(themeForm, input);
  const stored = (await readThemes(client, neighbourhoodId)).find((theme) => theme.id === id);
  if (!stored) throw new RefusalError({ status: 404, code: 'already_gone', field: null });
  if (seen !== null && seenOf(formOfTheme(stored)) !== seen) throw versionConflict();
  const changed = await answerTo<unknown[]>(
    client
      .from('themes')
      .update({ names: withTexts(stored.names, nameNl, nameEn), icon })
      .eq('id', id)
      .eq('icon', stored.icon)
      .eq('names', JSON.stringify(stored.names))
      .select('id')
  );
  if (changed.length === 0) throw await refusedOrLate(client, neighbourhoodId);
}
