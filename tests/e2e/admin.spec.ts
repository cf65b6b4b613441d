// The administrator's page, on an app of its own: what is set there is what all others would see.
import { expect, type Page } from '@playwright/test';
import { become } from './become.ts';
import { expectNoViolations } from './no-violations.ts';
import { test } from './own-app.ts';
import { withAndWithout } from './with-and-without.ts';

for (const { title, javaScriptEnabled, tag } of withAndWithout)
  test.describe(`the administrator ${title}`, { tag }, () => {
    test.use({ javaScriptEnabled });
    test.use({ baseURL: async ({ ownAddress }, use) => use(ownAddress) });

    test('is the only one who sees the settings; others hear why', async ({ page }) => {
      const answer = await page.goto('/otterlo/admin');
      expect(answer?.status()).toBe(403);
      await expect(page.getByText('Deze bladzijde is voor de beheerder van de wijk.')).toBeVisible();
      await become(page, 'Noor', '/otterlo/mine');
      expect((await page.goto('/otterlo/admin'))?.status()).toBe(403);
      const origin = new URL(page.url()).origin;
      const sent = await page.request.post('/otterlo/admin?/invite', {
        headers: { origin, accept: 'text/html' },
        form: { email: 'noor@voorbeeld.invalid', as: 'administrator' }
      });
      expect(sent.status()).toBe(403);
    });

    test('invites somebody, and takes it back', async ({ page }, { project }) => {
      await become(page, 'Sanne', '/otterlo/admin');
      await expect(
        page.getByRole('heading', { name: 'Instellingen van Otterlo', exact: true })
      ).toBeVisible();
      if (javaScriptEnabled) await expectNoViolations(page);
      const email = `tom-${project.name}-${javaScriptEnabled ? 'a' : 'b'}@voorbeeld.example`;
      const form = page.getByRole('region', { name: 'Nodig iemand uit' });
      await form.getByLabel('E-mailadres').fill('tom');
      await form.getByRole('button', { name: 'Nodig uit' }).click();
      await expect(form.getByLabel('E-mailadres')).toHaveAccessibleDescription(/lijkt geen e-mailadres/);
      await expect(form.getByText('Kies waarvoor u iemand uitnodigt.').first()).toBeVisible();

      await form.getByLabel('E-mailadres').fill(email);
      await form.getByText('Club of organisatie', { exact: true }).click();
      await form.getByLabel('Welke club of organisatie?').selectOption('Taalclub Letterkoek (voorbeeld)');
      await form.getByText('Vervangt wie antwoord geeft').click();
      await form.getByRole('button', { name: 'Nodig uit' }).click();
      await expect(page.getByText('De uitnodiging staat klaar, en er is een mail gestuurd.')).toBeVisible();
      const waiting = page.getByRole('region', { name: 'Uitnodigingen die nog wachten' });
      await expect(waiting.getByRole('listitem').filter({ hasText: email })).toContainText(
        'Taalclub Letterkoek (voorbeeld): vervangt wie antwoord geeft'
      );

      await page.goto('/mails');
      await expect(page.getByRole('article').filter({ hasText: email }).first()).toContainText(
        'Taalclub Letterkoek'
      );
      await page.goto('/otterlo/admin');
      await waiting.getByRole('button', { name: `Uitnodiging van ${email} intrekken` }).click();
      await expect(page.getByText('De uitnodiging is ingetrokken.')).toBeVisible();
      await expect(page.getByText(email)).toHaveCount(0);
    });

    test('changes the settings, and overwrites nobody unseen', async ({ page, context }) => {
      await become(page, 'Sanne', '/otterlo/admin');
      const other = await context.newPage();
      await other.goto('/otterlo/admin');
      const hours = (on: Page) => on.getByLabel('Uren per week');
      const save = (on: Page) =>
        on
          .getByRole('region', { name: 'Wijk en regels' })
          .getByRole('button', { name: 'Bewaar', exact: true });

      await hours(page).fill('veel');
      await page.getByLabel('En uit hoeveel huishoudens?').fill('9');
      await save(page).click();
      await expect(hours(page)).toHaveAccessibleDescription(/heel getal/);
      await expect(hours(page)).toHaveValue('veel');

      await hours(page).fill('20');
      await page.getByLabel('En uit hoeveel huishoudens?').fill('2');
      await save(page).click();
      await expect(page.getByText('De instellingen zijn bewaard.')).toBeVisible();

      await hours(other).fill('12');
      await save(other).click();
      await expect(other.getByText('Iemand heeft dit net veranderd.').first()).toBeVisible();
      await expect(hours(other)).toHaveValue('12');
      await other.getByRole('button', { name: 'Bewaar toch wat ik typte' }).click();
      await expect(other.getByText('De instellingen zijn bewaard.')).toBeVisible();
      await other.goto('/otterlo');
      await expect(other.getByText('12 uur per week')).toBeVisible();
    });

    test('adds a subject and gives it another name and picture', async ({ page }) => {
      await become(page, 'Sanne', '/otterlo/admin');
      const themes = page.getByRole('region', { name: 'Onderwerpen van ideeën' });
      const name = javaScriptEnabled ? 'Met elkaar' : 'Onder elkaar';
      await themes.getByText('Nieuw onderwerp').click();
      await themes.getByLabel('Naam', { exact: true }).fill(name);
      await themes.getByText('muziek', { exact: true }).click();
      await themes.getByRole('button', { name: 'Bewaar' }).click();
      await expect(page.getByText('Het onderwerp staat erbij.')).toBeVisible();

      await themes.getByRole('link', { name: `Verander ${name}` }).click();
      const line = themes.getByRole('listitem').filter({ hasText: name });
      await expect(line.getByRole('radio', { name: 'muziek' })).toBeChecked();
      if (javaScriptEnabled) await expectNoViolations(page);
      await line.getByLabel('Naam', { exact: true }).fill(`${name} zingen`);
      await line.getByRole('button', { name: 'Bewaar' }).click();
      await expect(page.getByText('Het onderwerp is bewaard.')).toBeVisible();
      await expect(themes.getByText(`${name} zingen`)).toBeVisible();
    });

    test('ends what somebody does, but not being administrator themselves', async ({ page }) => {
      await become(page, 'Sanne', '/otterlo/admin');
      const people = page.getByRole('region', { name: 'Wie werkt hier?' });
      const me = people.getByRole('listitem').filter({ hasText: 'dat bent u' });
      await expect(me).toContainText('Sanne');
      await expect(me.getByRole('button', { name: /Beheerder/ })).toHaveCount(0);

      const who = javaScriptEnabled ? 'Nasrin' : 'Sjoerd';
      const member = people.getByRole('listitem').filter({ hasText: who });
      await member.getByText(`Beëindig iets van ${who}`).click();
      await member.getByRole('button', { name: /^Beëindig: / }).click();
      await expect(page.getByText('Dat is beëindigd.')).toBeVisible();
      await expect(member).toHaveCount(0);
    });
  });
