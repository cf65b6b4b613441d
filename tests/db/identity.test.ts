import { rmSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openEmbedded, type EmbeddedBackend } from '#lib/server/backends/embedded.ts';
import { readMigrations } from '#lib/server/backends/migration-files.ts';
import { createActingClients } from '#lib/server/identity/acting-clients.ts';
import { identityOf, type Identity } from '#lib/server/identity/identity.ts';
import { openAccountSession, openSessionFor, signOut } from '#lib/server/identity/open-session.ts';
import { createSessionCache } from '#lib/server/identity/session-cache.ts';
import { offerSession } from '#lib/server/identity/session-cookies.ts';
import { hashOf, newSessionToken } from '#lib/server/identity/session-token.ts';
import { signInWith } from '#lib/server/identity/sign-in.ts';
import { newTransferCode } from '#lib/server/identity/transfer-code.ts';
import { createLimits } from '#lib/server/limits/limits.ts';
import { handOverAuthMail } from '#lib/server/mail/auth-mail.ts';
import type { Mail } from '#lib/server/mail/mailer.ts';
import type { Services } from '#lib/server/services.ts';
import { identityStore } from '#lib/server/system/identity-store.ts';
import { outboxOf } from '#lib/server/system/outbox.ts';
import { Browser } from '../support/browser.ts';
import { copyTemplate, testSecret } from '../support/template.ts';

let backend: EmbeddedBackend;
let dataFolder: string;
let services: Services;
let identity: Identity;
let mails: Mail[];

const neighbourhood = '00000000-0000-4000-8000-00000000a001';
const request = { origin: 'http://localhost:3000', locale: 'nl', address: '192.0.2.1' } as const;

beforeAll(async () => {
  dataFolder = await copyTemplate('empty');
  backend = await openEmbedded({
    dataFolder,
    secret: testSecret,
    migrations: readMigrations('supabase/migrations'),
    seeds: [],
    progress: () => undefined,
    sendMail: handOverAuthMail
  });
  await backend.owner.query(
    `insert into public.neighbourhoods (id, slug, name, border)
     values ($1, 'proefdorp', 'Proefdorp',
       extensions.st_geomfromtext('MULTIPOLYGON(((5.7 52.1,5.8 52.1,5.8 52.2,5.7 52.2,5.7 52.1)))', 4326))`,
    [neighbourhood]
  );
});

afterAll(async () => {
  await backend.close();
  rmSync(dataFolder, { recursive: true, force: true });
});

beforeEach(() => {
  mails = [];
  services = { backend, environment: { isDemo: false }, secret: testSecret } as unknown as Services;
  // A process of its own for every test: nothing is remembered and nothing counted.
  identity = Object.assign(identityOf(services), {
    store: identityStore(backend),
    sessions: createSessionCache(),
    actingClients: createActingClients(backend),
    limits: createLimits(),
    mailer: { send: async (mail: Mail) => void mails.push(mail) }
  });
});

const newBrowser = (address?: string) => new Browser(services, identity, address);

async function askForCode(email: string): Promise<{ code: string; link: URLSearchParams }> {
  await signInWith(services, identity).request({ ...request, email });
  const { body } = mails.at(-1) ?? { body: '' };
  const code = /\d{6}/.exec(body)?.[0] ?? '';
  return { code, link: new URL(/^http\S+$/m.exec(body)?.[0] ?? '').searchParams };
}

async function signedIn(browser: Browser, email: string): Promise<string> {
  const { code } = await askForCode(email);
  const proven = await signInWith(services, identity).proveByCode(email, code);
  if (!proven) throw new Error('The code of the newest mail was refused.');
  await openAccountSession(await browser.request(), proven);
  const { locals } = await browser.request();
  return locals.participantId ?? '';
}

describe('a participant without an account', () => {
  it('is nobody until the first write, and somebody from then on', async () => {
    const browser = newBrowser();
    const visit = await browser.request();
    expect(visit.locals).toMatchObject({ participantId: null, account: false, signedIn: false });
    expect(browser.jar.size).toBe(0);

    const [first, second] = await Promise.all([
      visit.locals.ensureParticipant(),
      visit.locals.ensureParticipant()
    ]);
    expect(second).toBe(first);
    expect(visit.locals.participantId).toBe(first);

    const { locals } = await browser.request();
    expect(locals).toMatchObject({ participantId: first, account: false, signedIn: false });
  });

  it('sees their own row and no other, and nothing of sessions, codes and mail', async () => {
    const [mine, other] = [newBrowser(), newBrowser()];
    const visit = await mine.request();
    const id = await visit.locals.ensureParticipant();
    await (await other.request()).locals.ensureParticipant();

    const rows = await visit.locals.client.from('participants').select('id');
    expect(rows.data).toEqual([{ id }]);
    for (const table of ['sessions', 'one_time_codes', 'outbox_mails'] as const)
      expect((await visit.locals.client.from(table).select('*')).data, table).toEqual([]);
    const visitor = (await newBrowser().request()).locals.client;
    expect((await visitor.from('participants').select('id')).data).toEqual([]);
  });

  it('cannot call what only the system may', async () => {
    const { locals } = await newBrowser().request();
    const id = await locals.ensureParticipant();
    const hash = hashOf(newSessionToken());
    for (const { error } of [
      await locals.client.rpc('move_session', { participant: id, token_hash: hash }),
      await locals.client.rpc('session_person', { token_hash: hash }),
      await locals.client.rpc('sign_in_account', { email: 'a@b.example', auth_user: id, token_hash: hash }),
      await locals.client.rpc('use_one_time_code', { code_hash: hash, purpose: 'transfer' }),
      await locals.client.rpc('let_administrator_in', { email: 'a@b.example' })
    ])
      expect(error).not.toBeNull();
  });

  it('is a visitor again when the session is revoked, is over, or was never there', async () => {
    for (const spoil of [
      `update public.sessions set revoked_at = now() where token_hash = $1`,
      `update public.sessions set expires_at = now() - interval '1 minute' where token_hash = $1`,
      `delete from public.sessions where token_hash = $1`
    ]) {
      const browser = newBrowser();
      await (await browser.request()).locals.ensureParticipant();
      await backend.owner.query(spoil, [hashOf(browser.jar.get('session') ?? '')]);
      const { locals } = await browser.request();
      expect(locals.participantId).toBeNull();
      expect(browser.jar.has('session')).toBe(false);
    }
  });

  it('keeps a session that is in use, and not one that was left alone', async () => {
    const browser = newBrowser();
    const id = await (await browser.request()).locals.ensureParticipant();
    const hash = hashOf(browser.jar.get('session') ?? '');
    const daysLeft = async () => {
      const [row] = await backend.owner.query<{ days: number }>(
        `select extract(epoch from expires_at - now())::float8 / 86400 as days from public.sessions where token_hash = $1`,
        [hash]
      );
      return Math.round(row?.days ?? 0);
    };
    await browser.request();
    expect(await daysLeft()).toBe(180);
    await backend.owner.query(
      `update public.sessions set expires_at = now() + interval '89 days' where token_hash = $1`,
      [hash]
    );
    identity.sessions.forget(hash);
    expect((await browser.request()).locals.participantId).toBe(id);
    expect(await daysLeft()).toBe(180);
  });

  it('is made at most twenty times in ten minutes from one address', async () => {
    for (let count = 0; count < 20; count++)
      await (await newBrowser('198.51.100.7').request()).locals.ensureParticipant();
    const refused = newBrowser('198.51.100.7');
    const { locals } = await refused.request();
    await expect(locals.ensureParticipant()).rejects.toMatchObject({
      refusal: { status: 429, code: 'too_many_new_participants' }
    });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(500);
    await (await newBrowser('198.51.100.8').request()).locals.ensureParticipant();
  });
});

describe('a visitor who opened a form', () => {
  /** Opens a form, as the pages do. */
  const opening = async (address?: string) => {
    const browser = newBrowser(address);
    const { cookies, url } = await browser.request();
    offerSession(cookies, url);
    return browser;
  };
  /** Sends it; the answer, with every cookie in it, is lost. */
  const sendInVain = async (browser: Browser) => {
    const before = new Map(browser.jar);
    const id = await (await browser.request()).locals.ensureParticipant();
    browser.jar.clear();
    for (const [name, value] of before) browser.jar.set(name, value);
    return id;
  };
  const countOf = async () => {
    const [row] = await backend.owner.query<{ count: number }>(
      'select count(*)::int as count from public.participants'
    );
    return row?.count ?? 0;
  };

  it('is nobody yet, and has one cookie that stays the same until something is sent', async () => {
    const before = await countOf();
    const browser = await opening();
    const token = browser.jar.get('session_next');
    expect([...browser.jar.keys()]).toEqual(['session_next']);
    const { cookies, url, locals } = await browser.request();
    offerSession(cookies, url);
    expect(browser.jar.get('session_next')).toBe(token);
    expect(locals.participantId).toBeNull();
    expect(await countOf()).toBe(before);

    const id = await locals.ensureParticipant();
    expect([...browser.jar]).toEqual([['session', token]]);
    expect((await browser.request()).locals.participantId).toBe(id);
  });

  it('is the same person when the answer is lost and the form is sent again', async () => {
    const browser = await opening('203.0.113.1');
    const before = await countOf();
    const id = await sendInVain(browser);
    expect(await sendInVain(browser)).toBe(id);
    const { locals } = await browser.request();
    expect(locals.participantId).toBe(id);
    expect(await locals.ensureParticipant()).toBe(id);
    expect(await countOf()).toBe(before + 1);
    expect([...browser.jar.keys()]).toEqual(['session']);
  });

  it('is one person when the form arrives twice at the same moment', async () => {
    const browser = await opening();
    const twice = await Promise.all([browser.request(), browser.request()]);
    const [one, two] = await Promise.all(twice.map(({ locals }) => locals.ensureParticipant()));
    expect(two).toBe(one);
  });

  it('does not get a session back that was ended', async () => {
    const browser = await opening();
    const id = await sendInVain(browser);
    const kept = browser.jar.get('session_next') ?? '';
    await signOut(await browser.request());
    browser.jar.set('session_next', kept);
    const { locals } = await browser.request();
    expect(locals.participantId).toBeNull();
    expect(await locals.ensureParticipant()).not.toBe(id);
    expect(browser.jar.get('session')).not.toBe(kept);
  });

  it('is not told apart by a token that is not one of ours', async () => {
    const browser = newBrowser();
    browser.jar.set('session_next', 'short');
    await (await browser.request()).locals.ensureParticipant();
    expect(browser.jar.get('session')).toMatch(/^[\w-]{43}$/);
  });
});

describe('an account', () => {
  it('signs in with the code of the mail, and again with another', async () => {
    const browser = newBrowser();
    const person = await signedIn(browser, 'noor@lampje.example');
    const { locals } = await browser.request();
    expect(locals).toMatchObject({ participantId: person, account: true, signedIn: true });
    expect(await signedIn(newBrowser(), 'noor@lampje.example')).toBe(person);
    const own = await locals.client.from('accounts').select('email');
    expect(own.data).toEqual([{ email: 'noor@lampje.example' }]);
  });

  it('has an hour for the code, as the mail says', async () => {
    for (const [minutes, isProven] of [
      [58, true],
      [62, false]
    ] as const) {
      const email = `na-${minutes}-minuten@voorbeeld.nl`;
      const { code } = await askForCode(email);
      expect(mails.at(-1)?.body).toContain('een uur geldig');
      await backend.owner.query(
        `update auth.users set
           confirmation_sent_at = confirmation_sent_at - $2::interval,
           recovery_sent_at = recovery_sent_at - $2::interval
         where email = $1`,
        [email, `${minutes} minutes`]
      );
      expect((await signInWith(services, identity).proveByCode(email, code)) !== null).toBe(isProven);
    }
  });

  it('signs in with the link of the mail, once, and then its code is over', async () => {
    const email = 'link@lampje.example';
    const { code, link } = await askForCode(email);
    const signIn = signInWith(services, identity);
    expect(await signIn.proveByLink(link, '192.0.2.1')).toEqual({ email, authUser: null });
    expect(await signIn.proveByLink(link, '192.0.2.1')).toBeNull();
    await expect(signIn.proveByCode(email, code)).rejects.toMatchObject({ refusal: { status: 429 } });
  });

  it('has links that end with a newer mail, with the code, and with time', async () => {
    const email = 'old-links@lampje.example';
    const signIn = signInWith(services, identity);
    const first = await askForCode(email);
    const second = await askForCode(email);
    expect(await signIn.proveByLink(first.link, '192.0.2.1')).toBeNull();
    expect(await signIn.proveByCode(email, second.code)).not.toBeNull();
    expect(await signIn.proveByLink(second.link, '192.0.2.1')).toBeNull();
    const third = await askForCode(email);
    const hash = hashOf(third.link.get('secret') ?? '');
    await backend.owner.query(
      `update public.one_time_codes set expires_at = now() - interval '1 second' where code_hash = $1`,
      [hash]
    );
    expect(await signIn.proveByLink(third.link, '192.0.2.1')).toBeNull();
  });

  it('refuses the right code after five wrong ones, until a new one is asked for', async () => {
    const email = 'guessed@lampje.example';
    const { code } = await askForCode(email);
    const signIn = signInWith(services, identity);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let count = 0; count < 5; count++) expect(await signIn.proveByCode(email, wrong)).toBeNull();
    await expect(signIn.proveByCode(email, code)).rejects.toMatchObject({ refusal: { status: 429 } });
    const next = await askForCode(email);
    expect(await signIn.proveByCode(email, next.code)).toMatchObject({ email });
  });

  it('does not exist before the code is proven, and is asked for like any other', async () => {
    const email = 'nobody@lampje.example';
    await askForCode(email);
    const accounts = () => backend.owner.query(`select 1 from public.accounts where email = $1`, [email]);
    expect(await accounts()).toEqual([]);
    await signedIn(newBrowser(), email);
    expect(await accounts()).toHaveLength(1);
    const roles = await backend.owner.query(
      `select 1 from public.memberships m join public.accounts a using (participant_id) where a.email = $1`,
      [email]
    );
    expect(roles).toEqual([]);
  });

  it('gets its codes apart from those of somebody who asks at the same moment', async () => {
    const emails = ['one@lampje.example', 'two@lampje.example', 'three@lampje.example'];
    const signIn = signInWith(services, identity);
    await Promise.all(emails.map((email) => signIn.request({ ...request, email })));
    for (const email of emails) {
      const mail = mails.find(({ recipient }) => recipient === email);
      const code = /\d{6}/.exec(mail?.body ?? '')?.[0] ?? '';
      expect(await signIn.proveByCode(email, code)).toMatchObject({ email });
    }
  });

  it('sends at most five mails an hour to one address', async () => {
    const email = 'flooded@lampje.example';
    for (let count = 0; count < 5; count++) await askForCode(email);
    await expect(askForCode(email)).rejects.toMatchObject({ refusal: { status: 429 } });
    expect(mails).toHaveLength(5);
  });

  it('turns an invitation into a role at its first sign-in', async () => {
    await identity.store.letAdministratorIn('Baas@Lampje.example');
    const person = await signedIn(newBrowser(), 'baas@lampje.example');
    const roles = await backend.owner.query(
      `select role from public.memberships where participant_id = $1 and neighbourhood_id = $2`,
      [person, neighbourhood]
    );
    expect(roles).toEqual([{ role: 'administrator' }]);
  });
});

describe('a session', () => {
  it('ends at signing out, for a stolen cookie too, and gives the participant of before back', async () => {
    const browser = newBrowser();
    const participant = await (await browser.request()).locals.ensureParticipant();
    const account = await signedIn(browser, 'ilse@zandermeer.example');
    expect(account).not.toBe(participant);
    const thief = newBrowser();
    thief.jar.set('session', browser.jar.get('session') ?? '');
    expect((await thief.request()).locals.participantId).toBe(account);

    await signOut(await browser.request());
    const { locals } = await browser.request();
    expect(locals).toMatchObject({ participantId: participant, account: false, signedIn: false });
    expect((await thief.request()).locals.participantId).toBeNull();
  });

  it('of somebody who is replaced by another ends, and the one set aside stays', async () => {
    const browser = newBrowser();
    const participant = await (await browser.request()).locals.ensureParticipant();
    await signedIn(browser, 'bram@zevendak.example');
    const bram = browser.jar.get('session') ?? '';
    await signedIn(browser, 'anja@theemuts.example');
    expect(await identity.store.sessionPerson(hashOf(bram))).toBeNull();
    await signOut(await browser.request());
    expect((await browser.request()).locals.participantId).toBe(participant);
  });

  it('moves to another device with a code, once, and both stay', async () => {
    const [phone, desk] = [newBrowser(), newBrowser()];
    const participantId = await (await phone.request()).locals.ensureParticipant();
    const hash = hashOf(newTransferCode());
    await identity.store.keepCode({ hash, purpose: 'transfer', participantId, minutes: 15 });
    expect(await identity.store.useCode(hash, 'sign_in')).toBeNull();
    expect(await identity.store.useCode(hash, 'transfer')).toMatchObject({ participantId });
    expect(await identity.store.useCode(hash, 'transfer')).toBeNull();

    await openSessionFor(await desk.request(), participantId);
    expect((await desk.request()).locals.participantId).toBe(participantId);
    expect((await phone.request()).locals.participantId).toBe(participantId);
    await signOut(await desk.request());
    expect((await desk.request()).locals.participantId).toBeNull();
    expect((await phone.request()).locals.participantId).toBe(participantId);
  });

  it('keeps the cookie when the database does not answer', async () => {
    const browser = newBrowser();
    await (await browser.request()).locals.ensureParticipant();
    Object.assign(identity, {
      sessions: createSessionCache(),
      store: {
        ...identity.store,
        sessionPerson: async () => {
          throw new Error('away');
        }
      }
    });
    await expect(browser.request()).rejects.toThrow('away');
    expect(browser.jar.has('session')).toBe(true);
  });
});

describe('a one-time code', () => {
  it('is kept once', async () => {
    const code = {
      hash: hashOf('twice'),
      purpose: 'administrator',
      email: 'a@b.example',
      minutes: 60
    } as const;
    expect(await identity.store.keepCode(code)).toBe(true);
    expect(await identity.store.keepCode(code)).toBe(false);
  });
});

describe('the local outbox', () => {
  it('keeps mails for the system alone, the newest first', async () => {
    const outbox = outboxOf(backend);
    await outbox.keep({ recipient: 'a@b.example', subject: 'Eerste', body: 'Een' });
    await outbox.keep({ recipient: 'a@b.example', subject: 'Tweede', body: 'Twee' });
    const kept = await outbox.recent();
    expect(kept.map(({ subject }) => subject)).toEqual(['Tweede', 'Eerste']);
    expect(kept[0]?.createdAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });
});
