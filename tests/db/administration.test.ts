import { beforeAll, expect, it } from 'vitest';
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
import { formOfSettings, seenOf } from '#lib/domain/neighbourhood/settings.ts';
import { membersOf } from '#lib/domain/neighbourhood/members.ts';
import { formOfTheme } from '#lib/domain/neighbourhood/themes.ts';
import { RefusalError, type Refusal } from '#lib/domain/refusal/refusal.ts';
import { people, settleVillage, village } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';

async function refusalOf(attempt: Promise<unknown>): Promise<Refusal> {
  try {
    await attempt;
  } catch (error) {
    if (error instanceof RefusalError) return error.refusal;
    throw error;
  }
  throw new Error('It was allowed.');
}

const filled = {
  name: 'Linde en omstreken',
  sentenceNl: 'Wat zou u willen?',
  sentenceEn: 'What would you like?',
  contactName: 'Noor',
  contactOrganisation: 'Lampje Aan',
  contactHours: '16',
  reachNl: 'Dinsdag in de Buurtkamer.',
  reachEn: '',
  answerDays: '10',
  answerWorkingDaysSmall: '4',
  checkInWeeks: '6',
  lastingResidents: '4',
  lastingHouseholds: '3'
};

describeOnEachBackend('administration of a neighbourhood', (database) => {
  beforeAll(() => settleVillage(database()));
  const sanne = () => database().asPerson(people.sanne);

  it('shows the administrator everybody who works here, and a facilitator only themselves', async () => {
    const staff = await readStaff(await sanne(), village.linde);
    expect(staff.memberships.map(({ role }) => role).sort()).toEqual([
      'administrator',
      'facilitator',
      'planner'
    ]);
    expect(staff.organisationMemberships).toHaveLength(4);
    expect(staff.organisations.map(({ name }) => name)).toEqual(['De Theemuts', 'Woonstichting Zevendak']);

    const noor = await readStaff(await database().asPerson(people.noor), village.linde);
    expect(noor.memberships.map(({ participantId }) => participantId)).toEqual([people.noor]);
    expect(noor.invitations).toEqual([]);
  });

  it('invites an address once, knows who it was after sign-in, and lets the administrator end it', async () => {
    const client = await sanne();
    await invite(client, village.linde, { email: ' Tom@Example.org ', as: 'planner' });
    await invite(client, village.linde, { email: 'tom@example.org', as: 'planner' });
    const [open, ...others] = (await readStaff(client, village.linde)).invitations;
    expect(others).toEqual([]);
    expect(open).toMatchObject({ email: 'tom@example.org', role: 'planner', acceptedAt: null });

    await database().system().rpc('sign_in_account', {
      email: 'tom@example.org',
      auth_user: '00000000-0000-4000-8000-0000000000ee',
      token_hash: 'hash-of-tom'
    });
    const staff = await readStaff(client, village.linde);
    const members = membersOf(
      staff.memberships,
      staff.organisationMemberships,
      staff.invitations,
      new Map(staff.organisations.map(({ id, name }) => [id, name]))
    );
    const tom = members.find(({ email }) => email === 'tom@example.org');
    expect(tom?.roles.map(({ role }) => role)).toEqual(['planner']);

    const id = tom?.participantId ?? '';
    expect(await refusalOf(withdrawInvitation(client, village.linde, open?.id ?? ''))).toMatchObject({
      status: 404
    });
    await endMembership(client, village.linde, id, 'planner');
    expect(await refusalOf(endMembership(client, village.linde, id, 'planner'))).toMatchObject({
      status: 404
    });
  });

  it('invites to an organisation with a mandate, and withdraws that', async () => {
    const client = await sanne();
    const asked = { email: 'lies@example.org', as: 'organisation', organisationId: village.club } as const;
    await invite(client, village.linde, { ...asked, mandate: 'deputy' });
    expect(await refusalOf(invite(client, village.linde, { ...asked, mandate: 'member' }))).toMatchObject({
      status: 409,
      field: 'email'
    });
    const open = (await readStaff(client, village.linde)).invitations.find(
      ({ acceptedAt }) => acceptedAt === null
    );
    expect(open).toMatchObject({ organisationId: village.club, mandate: 'deputy', role: null });
    await withdrawInvitation(client, village.linde, open?.id ?? '');
    expect(
      (await readStaff(client, village.linde)).invitations.filter(({ acceptedAt }) => !acceptedAt)
    ).toEqual([]);
  });

  it('refuses an organisation of another neighbourhood and addresses that are none', async () => {
    const client = await sanne();
    const elsewhere = {
      email: 'a@example.org',
      as: 'organisation',
      organisationId: village.organisationElsewhere
    } as const;
    expect(await refusalOf(invite(client, village.linde, elsewhere))).toMatchObject({
      code: 'organisation_unknown'
    });
    expect(await refusalOf(invite(client, village.linde, { email: 'geen adres', as: 'planner' }))).toEqual({
      status: 422,
      code: 'email_malformed',
      field: 'email'
    });
  });

  it('ends a mandate, for the administrator of that neighbourhood alone', async () => {
    const adam = await database().asPerson(people.adam);
    expect(await refusalOf(endMandate(adam, village.housing, people.mo))).toMatchObject({ status: 404 });
    await endMandate(await sanne(), village.housing, people.mo);
    expect((await readStaff(await sanne(), village.linde)).organisationMemberships).toHaveLength(3);
  });

  it('keeps the settings, with what no form shows, and refuses who looked at older ones', async () => {
    const client = await sanne();
    const before = await readSettings(client, village.linde);
    const seen = seenOf(formOfSettings(before));
    await saveSettings(client, village.linde, filled, seen);
    const after = await readSettings(client, village.linde);
    expect(formOfSettings(after)).toEqual(filled);
    expect(after.settings).toMatchObject({ answer_days: 10, lasting_residents: 4 });
    expect(await refusalOf(saveSettings(client, village.linde, filled, seen))).toMatchObject({
      status: 409,
      code: 'version_conflict'
    });
    const stored = await database().sql<{ kind: string }>(
      `select jsonb_typeof(settings -> 'answer_days') as kind from public.neighbourhoods where id = $1`,
      [village.linde]
    );
    expect(stored).toEqual([{ kind: 'number' }]);
  });

  it('lets one of two win who save the same form at the same moment', async () => {
    const client = await sanne();
    const seen = seenOf(formOfSettings(await readSettings(client, village.linde)));
    const attempts = await Promise.allSettled(
      ['Een', 'Twee', 'Drie'].map((contactName) =>
        saveSettings(client, village.linde, { ...filled, contactName }, seen)
      )
    );
    expect(attempts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each(['noor', 'adam', 'stef'] as const)('refuses %s settings, themes and invitations', async (name) => {
    const client = await database().asPerson(people[name]);
    const seen = seenOf(formOfSettings(await readSettings(client, village.linde)));
    expect(await refusalOf(saveSettings(client, village.linde, filled, seen))).toMatchObject({ status: 403 });
    const theme = { nameNl: 'Water', icon: 'water' } as const;
    expect(await refusalOf(addTheme(client, village.linde, crypto.randomUUID(), theme))).toMatchObject({
      status: 403
    });
    expect(
      await refusalOf(invite(client, village.linde, { email: 'x@example.org', as: 'planner' }))
    ).toMatchObject({
      status: 403
    });
    expect(await refusalOf(endMembership(client, village.linde, people.ruben, 'planner'))).toMatchObject({
      status: 404
    });
  });

  it('adds a theme once, renames it and keeps its key', async () => {
    const client = await sanne();
    const id = '11000000-0000-4000-8000-0000000000aa';
    await addTheme(client, village.linde, id, { nameNl: 'Groen', nameEn: 'Green', icon: 'tree' });
    await addTheme(client, village.linde, id, { nameNl: 'Groen', nameEn: 'Green', icon: 'tree' });
    const added = (await readThemes(client, village.linde)).filter((theme) => theme.id === id);
    expect(added).toMatchObject([
      { key: 'groen', names: { nl: 'Groen', en: 'Green' }, icon: 'tree', position: 1 }
    ]);

    const seen = seenOf(formOfTheme(added[0]!));
    await changeTheme(
      client,
      village.linde,
      id,
      { nameNl: 'Groen en dieren', nameEn: '', icon: 'paw' },
      seen
    );
    expect((await readThemes(client, village.linde)).find((theme) => theme.id === id)).toMatchObject({
      key: 'groen',
      names: { nl: 'Groen en dieren' },
      icon: 'paw'
    });
    expect(
      await refusalOf(changeTheme(client, village.linde, id, { nameNl: 'Anders', icon: 'paw' }, seen))
    ).toMatchObject({ status: 409 });
  });
});
