import { expect, type Browser, type BrowserContext, type Page, type TestInfo } from '@playwright/test';
import { startApp } from '../support/start-app.ts';
import { startProcess } from '../support/processes.ts';
import { become } from './become.ts';
import { test } from './no-trouble.ts';
import { expectNoViolations } from './no-violations.ts';
import { withAndWithout } from './with-and-without.ts';

/** An address of this test alone: five mails an hour go to one address. */
function emailFor({ testId, project, retry, repeatEachIndex }: TestInfo): string {
  return `e${testId}-${project.name}-${retry}-${repeatEachIndex}@voorbeeld.example`.toLowerCase();
}

async function askForCode(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('Uw e-mailadres').fill(email);
  await page.getByRole('button', { name: 'Stuur mij een code' }).click();
  await expect(page.getByRole('heading', { name: 'Typ de code uit uw mail' })).toBeVisible();
}

/** The newest mail to an address, from the outbox of the demo; read in a window of its own. */
async function newestMail(page: Page, email: string): Promise<{ code: string; link: string }> {
  const outbox = await page.context().newPage();
  await outbox.goto('/mails');
  const mail = outbox.getByRole('article').filter({ hasText: email }).first();
  const code = /\d{6}/.exec(await mail.getByRole('heading').innerText())?.[0] ?? '';
  const link =
    (await mail.getByRole('link', { name: 'Open de link uit de mail' }).getAttribute('href')) ?? '';
  await outbox.close();
  return { code, link };
}

async function tryCode(page: Page, code: string): Promise<void> {
  await page.getByLabel('De zes cijfers').fill(code);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** After a form that signs in: it has led on to another page, and this browser can sign out. */
async function expectSignedIn(page: Page): Promise<void> {
  await expect(page).not.toHaveURL(/\/(sign-in|move)\b/);
  await page.goto('/sign-out');
  await expect(page.getByRole('button', { name: 'Log uit', exact: true })).toBeVisible();
}

async function expectSignedOut(page: Page): Promise<void> {
  await page.goto('/sign-out');
  await expect(page.getByRole('heading', { name: 'Uitloggen' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Log uit', exact: true })).toHaveCount(0);
}

async function signOut(page: Page): Promise<void> {
  await page.goto('/sign-out');
  await page.getByRole('button', { name: 'Log uit', exact: true }).click();
  await expect(page).not.toHaveURL(/\/sign-out/);
}

/** Ends the session of a browser elsewhere, as somebody does who lost a telephone. */
async function endSessionElsewhere(browser: Browser, context: BrowserContext, origin: string): Promise<void> {
  const elsewhere = await browser.newContext({ baseURL: origin });
  await elsewhere.addCookies(await context.cookies());
  const answer = await elsewhere.request.post('/sign-out', { headers: { origin }, form: {} });
  expect(answer.ok()).toBe(true);
  await elsewhere.close();
}

async function pinIdea(page: Page, origin: string, title: string): Promise<string> {
  const answer = await page.request.post('/api/v1/ideas', {
    headers: { origin, 'idempotency-key': crypto.randomUUID() },
    data: { wijk: 'otterlo', title, location: null }
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

for (const { title, javaScriptEnabled, tag } of withAndWithout)
  test.describe(title, { tag }, () => {
    test.use({ javaScriptEnabled });

    test('somebody signs in with the code of the mail, and out again', async ({ page }, info) => {
      const email = emailFor(info);
      await askForCode(page, email);
      await expect(page.getByText(email)).toBeVisible();
      const { code } = await newestMail(page, email);
      await tryCode(page, code);
      await expectSignedIn(page);
      await signOut(page);
      await expectSignedOut(page);
    });

    test('the link of the mail leads to a button, and works once', async ({ page }, info) => {
      const email = emailFor(info);
      await askForCode(page, email);
      const { link } = await newestMail(page, email);
      await page.goto(link);
      // Opening it does nothing: mail scanners open every link.
      await expectSignedOut(page);
      await page.goto(link);
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await expectSignedIn(page);
      await page.goto(link);
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await expect(page.getByText('Deze link is al gebruikt, of te oud.').first()).toBeVisible();
    });

    test('a wrong address is said beside its field, and stays there', async ({ page }) => {
      await page.goto('/sign-in');
      for (const [typed, sentence] of [
        ['noor', 'Dit lijkt geen e-mailadres.'],
        ['', 'Vul uw e-mailadres in']
      ] as const) {
        const field = page.getByLabel('Uw e-mailadres');
        await field.fill(typed);
        await page.getByRole('button', { name: 'Stuur mij een code' }).click();
        await expect(field).toHaveAccessibleDescription(new RegExp(sentence));
        await expect(field).toHaveValue(typed);
      }
    });

    test('the language changes on the page one is on', async ({ page }) => {
      await page.goto('/sign-in?return=%2Fotterlo');
      await page.getByText('Taal: NL').click();
      await page.getByRole('button', { name: 'English' }).click();
      await expect(page.getByRole('heading', { name: 'Sign in', exact: true })).toBeVisible();
      await expect(page).toHaveURL(/\/sign-in\?return=%2Fotterlo$/);
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
      await page.goto('/');
      expect(await page.locator('html').getAttribute('lang')).toBe('en');
    });

    test('a participant goes on with another device, and stays on the first', async ({
      page,
      browser,
      baseURL
    }) => {
      const origin = baseURL ?? '';
      const title = 'Een bank die meeverhuist';
      const id = await pinIdea(page, origin, title);
      await page.goto('/move');
      await page.getByRole('button', { name: 'Maak een link' }).click();
      const link = page.getByRole('link', { name: `${origin}/move/` });
      const address = (await link.getAttribute('href')) ?? '';
      await expect(page.getByRole('img', { name: 'Vierkante code die naar deze link leidt' })).toBeVisible();

      const other = await browser.newContext({ baseURL: origin, locale: 'nl-NL', javaScriptEnabled });
      const desk = await other.newPage();
      await desk.goto('/move');
      await desk.getByLabel('De code').fill(address.slice(-11).toLowerCase().replace('-', ' '));
      await desk.getByRole('button', { name: 'Verder' }).click();
      await desk.getByRole('button', { name: 'Ga hier verder' }).click();
      await expectSignedIn(desk);
      for (const device of [desk, page]) {
        await device.goto(`/otterlo/ideas/${id}/edit`);
        await expect(device.getByRole('textbox', { name: 'Titel' })).toHaveValue(title);
      }
      await desk.goto(address);
      await desk.getByRole('button', { name: 'Ga hier verder' }).click();
      await expect(desk.getByText('Deze code is al gebruikt, of te oud.').first()).toBeVisible();
      await other.close();
    });

    test('a session that ended meanwhile costs no word of what was typed', async ({
      page,
      browser,
      baseURL
    }) => {
      const origin = baseURL ?? '';
      const id = await pinIdea(page, origin, 'Een idee om te veranderen');
      await page.goto(`/otterlo/ideas/${id}/edit`);
      const words = page.getByRole('textbox', { name: 'Titel' });
      await words.fill('Een idee met veel nieuwe woorden');
      await endSessionElsewhere(browser, page.context(), origin);
      // This process remembers a session for 30 seconds at most, and forgets it at once when it is ended here.
      await page.getByRole('button', { name: 'Bewaar' }).click();
      await expect(page.getByText('U was te lang weg.').first()).toBeVisible();
      await expect(words).toHaveValue('Een idee met veel nieuwe woorden');
    });
  });

test(
  'five wrong codes lock the right one, until a new one is asked for',
  { tag: '@phone' },
  async ({ page }, info) => {
    const email = emailFor(info);
    await askForCode(page, email);
    const { code } = await newestMail(page, email);
    const wrong = code === '000000' ? '111111' : '000000';
    for (let count = 0; count < 5; count++) {
      await tryCode(page, wrong);
      await expect(page.getByLabel('De zes cijfers')).toHaveAccessibleDescription(/Deze code klopt niet/);
    }
    await tryCode(page, code);
    await expect(page.getByLabel('De zes cijfers')).toHaveAccessibleDescription(
      /Dit was te vaak een verkeerde code/
    );
    await page.getByRole('link', { name: 'Vraag een nieuwe code', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Inloggen' })).toBeVisible();
    await expectSignedOut(page);
    await askForCode(page, email);
    await tryCode(page, (await newestMail(page, email)).code);
    await expectSignedIn(page);
  }
);

test('in the demo one click makes somebody each person of the story', { tag: '@phone' }, async ({ page }) => {
  for (const name of ['Riet', 'Fatma', 'Anja', 'Bram', 'Ilse', 'Noor', 'Ruben', 'Sanne']) {
    await become(page, name);
    await expectSignedIn(page);
    await page.goto('/otterlo/mine');
    await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  }
});

test(
  'signing out as somebody of the story gives the own ideas of this device back',
  { tag: '@phone' },
  async ({ page, baseURL }) => {
    const id = await pinIdea(page, baseURL ?? '', 'Een idee van voor het inloggen');
    const edit = `/otterlo/ideas/${id}/edit`;
    await become(page, 'Riet');
    await expectSignedIn(page);
    await page.goto(edit);
    await expect(page).not.toHaveURL(/edit/);
    await signOut(page);
    await page.goto(edit);
    await expect(page).toHaveURL(/edit/);
  }
);

test(
  'nobody is signed in by another website, or under another name of this machine',
  { tag: '@phone' },
  async ({ request, baseURL }) => {
    const origin = baseURL ?? '';
    const elsewhere = await request.post('/sign-in?/demo', {
      headers: { origin: 'https://elsewhere.example' },
      form: { person: 'noor' }
    });
    expect(elsewhere.status()).toBe(403);
    expect(elsewhere.headers()['set-cookie']).toBeUndefined();
    const otherName = await request.post('/sign-in?/demo', {
      headers: { host: 'elsewhere.example', origin },
      form: { person: 'noor' }
    });
    expect(otherName.status()).toBe(421);
  }
);

test('a return address leads nowhere else', { tag: '@phone' }, async ({ request, baseURL }) => {
  const origin = baseURL ?? '';
  for (const wanted of ['//elsewhere.example', 'https://elsewhere.example/', '/..//elsewhere.example']) {
    const answer = await request.post('/language', {
      headers: { origin },
      form: { language: 'nl', return: wanted },
      maxRedirects: 0
    });
    expect(answer.status()).toBe(303);
    expect(new URL(answer.headers()['location'] ?? '', origin).origin).toBe(new URL(origin).origin);
  }
  const unknown = await request.post('/language', {
    headers: { origin },
    form: { language: 'xx', return: '/' }
  });
  expect(unknown.status()).toBe(422);
});

test(
  'a cookie of no session makes a visitor, and is taken away',
  { tag: '@phone' },
  async ({ page, context, baseURL }) => {
    await context.addCookies([{ name: 'session', value: 'A'.repeat(43), url: baseURL ?? '' }]);
    await page.goto('/sign-in');
    await expectSignedOut(page);
    expect((await context.cookies()).map(({ name }) => name)).not.toContain('session');
  }
);

test(
  'what the pages of signing in become is without violations',
  { tag: '@phone' },
  async ({ page }, info) => {
    const email = emailFor(info);
    await page.goto('/sign-in');
    await page.getByRole('button', { name: 'Stuur mij een code' }).click();
    await expect(page.getByText('Vul uw e-mailadres in').first()).toBeVisible();
    await expectNoViolations(page);
    await askForCode(page, email);
    const { link } = await newestMail(page, email);
    await page.goto('/mails');
    await expectNoViolations(page);
    await page.goto(link);
    await expectNoViolations(page);
    await page.getByRole('button', { name: 'Log in', exact: true }).click();
    await expectSignedIn(page);
    await page.goto('/move');
    await page.getByRole('button', { name: 'Maak een link' }).click();
    await expect(page.getByRole('img', { name: 'Vierkante code' })).toBeVisible();
    await expectNoViolations(page);
  }
);

test(
  'an installation that is no demo lets in its first administrator, and nobody with one click',
  { tag: '@phone' },
  async ({ browser }) => {
    const app = await startApp({
      template: 'empty',
      environment: { SAMENSPEL_DEMO: '0', HOST: '127.0.0.1', SAMENSPEL_SECRET: undefined }
    });
    const context = await browser.newContext({ baseURL: app.address });
    try {
      const headers = { origin: app.address };
      const oneClick = await context.request.post('/sign-in?/demo', { headers, form: { person: 'noor' } });
      expect(oneClick.status()).toBe(404);
      expect(await context.cookies()).toEqual([]);
      expect((await context.request.get('/mails')).status()).toBe(404);
      expect((await context.request.get('/sign-in')).headers()['x-robots-tag']).toBeUndefined();

      // While the server runs, and has the database open.
      const { PATH } = process.env;
      const command = startProcess('node_modules/.bin/node', ['scripts/admin.ts', 'baas@voorbeeld.example'], {
        env: { PATH, SAMENSPEL_DATA: app.dataFolder ?? '', PORT: new URL(app.address).port }
      });
      expect(await command.ended).toBe(0);
      const link = /^http\S+$/m.exec(command.output())?.[0] ?? '';
      const page = await context.newPage();
      await page.goto(link);
      await expect(page.getByText('ingelogd als baas@voorbeeld.example')).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await expectSignedIn(page);
      await page.goto(link);
      await page.getByRole('button', { name: 'Log in', exact: true }).click();
      await expect(page.getByText('Maak een nieuwe met: npm run admin').first()).toBeVisible();

      const statuses: number[] = [];
      for (let count = 0; count < 31; count++) {
        const written = await context.request.post('/move?/make', {
          headers: { ...headers, accept: 'text/html' },
          form: {}
        });
        statuses.push(written.status());
        if (written.status() === 429) {
          expect(Number(written.headers()['retry-after'])).toBeGreaterThan(0);
          expect(await written.text()).toContain('Wacht een minuut');
        }
      }
      expect(statuses.filter((status) => status === 200)).toHaveLength(30);
      expect(statuses.at(-1)).toBe(429);
    } finally {
      await context.close();
      await app.stop();
    }
  }
);
