import { expect, type Page } from '@playwright/test';
import { expectNoViolations } from './no-violations.ts';
import { test } from './own-app.ts';
import { withAndWithout } from './with-and-without.ts';

async function become(page: Page, name: string, returnTo: string): Promise<void> {
  await page.goto(`/sign-in?return=${encodeURIComponent(returnTo)}`);
  await page.getByRole('button', { name: `Word ${name}` }).click();
  await page.waitForURL((url) => url.pathname === returnTo);
}

const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name, exact: true });
const pageTitle = (page: Page) => page.getByRole('heading', { level: 1 });

test('an offer is filled in and sent with the keyboard alone', async ({ page }) => {
  await page.goto('/otterlo/help');
  const what = page.getByRole('textbox', { name: 'Wat kunt en wilt u doen?' });
  // The first stop of every page leads past the map.
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  for (let presses = 0; presses < 6; presses += 1) {
    if (await what.evaluate((field) => field === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(what).toBeFocused();
  await page.keyboard.type('Ik kan goed voorlezen.');
  await page.keyboard.press('Tab');
  await page.keyboard.type('op zaterdag');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Fijn! Noor kijkt wie uw hulp kan gebruiken.')).toBeVisible();
});

test('“Hier ben ik” asks the device only when it is tapped, and shows what is near', async ({
  page,
  context
}) => {
  await context.grantPermissions(['geolocation']);
  await context.setGeolocation({ longitude: 5.77312345, latitude: 52.10012345 });
  await page.goto('/otterlo/near');
  await expect(page).not.toHaveURL(/lon=/);
  await page.getByRole('button', { name: 'Hier ben ik' }).click();
  await expect(page).toHaveURL(/lon=5\.7731&lat=52\.1001/);
  await expect(pageTitle(page)).toHaveText(/^Rond de /);
  await context.setGeolocation({ longitude: 4.9, latitude: 52.37 });
  await page.getByRole('button', { name: 'Hier ben ik' }).click();
  await expect(page.getByText('U bent nu buiten Otterlo.')).toBeVisible();
});

for (const { title, javaScriptEnabled, tag } of withAndWithout)
  test.describe(title, { tag }, () => {
    test.use({ javaScriptEnabled });

    test('search finds streets, addresses, places, clubs and ideas', async ({ page }) => {
      await page.goto('/otterlo/search');
      await expect(
        page.getByText('Typ een straat, een huisnummer, een plek, een club of een idee.')
      ).toBeVisible();
      // On a phone the field stands on the page, on a desk in its header.
      const field = page
        .getByRole('searchbox', { name: 'Zoek een straat, plek of idee' })
        .filter({ visible: true });
      await field.fill('kerk');
      await field.press('Enter');
      await expect(pageTitle(page)).toHaveText('Gevonden bij ‘kerk’');
      // By its whole name: the mark on the map beside it is a link too, with its kind in the name.
      for (const name of ['Hervormde kerk Otterlo (rijksmonument)', 'Kerkgroep De Warme Bank (voorbeeld)'])
        await expect(page.getByRole('link', { name, exact: true })).toBeVisible();
      await page.getByRole('link', { name: 'Kerklaan', exact: true }).click();
      await expect(page).toHaveURL(/\/otterlo\?map=5\.\d+,52\.\d+,5\.\d+,52\.\d+&at=5\.\d+,52\.\d+$/);

      await page.goto('/otterlo/search?q=Kerklaan+1');
      await expect(page.getByText('adres').first()).toBeVisible();
      // A house number that is not known: its street.
      await page.goto('/otterlo/search?q=Eikenzoom+9999');
      await expect(page.getByRole('link', { name: 'Eikenzoom', exact: true })).toBeVisible();
      await page.goto('/otterlo/search?q=jeu+de+boules');
      await expect(page.locator('#content').getByRole('link', { name: /jeu de boules/i })).toHaveAttribute(
        'href',
        /\/otterlo\/ideas\//
      );
      await page.goto('/otterlo/search?q=%25%27%3Cb%3E');
      await expect(pageTitle(page)).toHaveText("Niets gevonden bij ‘%'<b>’.");
    });

    test('near me shows what is close to a street, nearest first', async ({ page }) => {
      await page.goto('/otterlo/near');
      await page.getByRole('button', { name: 'Laat zien' }).click();
      await expect(page.getByLabel('Uw straat')).toHaveAccessibleDescription(/Typ eerst een straat/);
      await page.getByLabel('Uw straat').fill('nergensstraat');
      await page.getByRole('button', { name: 'Laat zien' }).click();
      await expect(page.getByLabel('Uw straat')).toHaveAccessibleDescription(
        /Die straat kennen wij hier niet/
      );
      await expect(page.getByLabel('Uw straat')).toHaveValue('nergensstraat');

      await page.getByLabel('Uw straat').fill('kerklaan');
      await page.getByRole('button', { name: 'Laat zien' }).click();
      await expect(pageTitle(page)).toHaveText('Rond de Kerklaan');
      await expect(page).toHaveURL(/map=/);
      const ideas = page.getByRole('region', { name: 'Ideeën', exact: true });
      const distances = await ideas.getByText(/^op \d+ m$/).allTextContents();
      const metres = distances.map((text) => Number(/\d+/.exec(text)));
      expect(metres.length).toBeGreaterThan(0);
      expect(metres).toEqual(metres.toSorted((one, other) => one - other));
      expect(Math.max(...metres)).toBeLessThanOrEqual(300);

      await page.goto('/otterlo/near?street=Kerklaan+9999');
      await expect(pageTitle(page)).toHaveText('Rond de Kerklaan');
      await page.goto('/otterlo/near?lon=abc&lat=52');
      await expect(pageTitle(page)).toHaveText('Wat gebeurt er bij mij?');
    });

    test('an offer and a message reach the facilitator, and can be taken back', async ({ page }) => {
      await page.goto('/otterlo/mine');
      await expect(page.getByText('U bent hier voor het eerst op dit toestel.')).toBeVisible();

      await page.goto('/otterlo/help');
      const what = page.getByLabel('Wat kunt en wilt u doen?');
      const contact = page.getByLabel('Hoe bereikt Noor u?');
      await page.getByLabel('Wanneer?').fill('op dinsdag');
      await page.getByRole('button', { name: 'Zeg het' }).click();
      await expect(what).toHaveAccessibleDescription(/Schrijf in een paar woorden wat/);
      await expect(page.getByLabel('Wanneer?')).toHaveValue('op dinsdag');

      await what.fill('Ik kan een fiets maken.');
      await contact.fill('06');
      await page.getByRole('button', { name: 'Zeg het' }).click();
      await expect(contact).toHaveAccessibleDescription(/te kort/);
      await expect(what).toHaveValue('Ik kan een fiets maken.');
      await page.goto('/otterlo/mine');
      await expect(page.getByText('Ik kan een fiets maken.')).toHaveCount(0);

      await page.goto('/otterlo/help');
      await what.fill('Ik kan een fiets maken.');
      await contact.fill('0318 59 12 34');
      await page.getByRole('button', { name: 'Zeg het' }).click();
      await expect(page.getByText('Fijn! Noor kijkt wie uw hulp kan gebruiken.')).toBeVisible();
      await expect(what).toHaveValue('');
      await expect(heading(page, 'Of kies zelf: wie zoekt wie?')).toBeVisible();

      await page.goto('/otterlo/message');
      await page.getByRole('button', { name: 'Stuur' }).click();
      await expect(page.getByLabel('Uw bericht')).toHaveAccessibleDescription(/Schrijf een paar woorden/);
      await page.getByLabel('Uw bericht').fill('Mag ik dinsdag langskomen?');
      await page.getByRole('button', { name: 'Stuur' }).click();
      await expect(page.getByText('Noor leest uw bericht.')).toBeVisible();

      await page.goto('/otterlo/mine');
      const kept = page.getByRole('region', { name: 'Hoe wij u bereiken' });
      await expect(kept.getByText('Telefoon: 0318 59 12 34')).toBeVisible();
      await kept.getByRole('button', { name: 'Vergeet: Telefoon: 0318 59 12 34' }).click();
      await expect(page.getByText('Dat is weg.')).toBeVisible();
      await expect(page.getByText('Telefoon: 0318 59 12 34')).toHaveCount(0);
      await kept.getByRole('button', { name: /Vergeet: Ik kan een fiets maken/ }).click();
      await expect(page.getByText('Ik kan een fiets maken.')).toHaveCount(0);
    });

    test('a follow code shows how an idea stands, and makes nobody a participant', async ({
      page,
      context
    }) => {
      await page.goto('/otterlo/follow');
      await page.getByLabel('Uw code').fill('wilg-99');
      await page.getByRole('button', { name: 'Laat zien' }).click();
      await expect(page.getByLabel('Uw code')).toHaveAccessibleDescription(/Deze code kennen wij niet/);
      await page.getByLabel('Uw code').fill('beuk 41');
      await page.getByRole('button', { name: 'Laat zien' }).click();
      const card = page.getByRole('region', { name: 'Zo staat het er nu voor' });
      await expect(card.getByRole('link')).toHaveAttribute('href', /\/otterlo\/ideas\/0770e210-/);
      expect((await context.cookies()).filter(({ name }) => name === 'session')).toEqual([]);
    });

    test('the steward finds what waits for an answer, the facilitator what is new', async ({ page }) => {
      await become(page, 'Ilse', '/otterlo/mine');
      const inbox = page.getByRole('region', { name: 'Vragen om een plek' });
      const asked = inbox.getByRole('listitem').filter({ hasText: 'Jeu de boules' });
      await expect(asked.getByText(/Antwoord graag vóór .+ december|Antwoord graag vóór /)).toBeVisible();
      await expect(asked.getByRole('link')).toHaveAttribute('href', /\/otterlo\/claims\/0770e210-/);
      await expect(page.getByRole('region', { name: 'Wat ik hier doe' })).toContainText(
        'Gemeente Zandermeer'
      );

      await become(page, 'Noor', '/otterlo/mine');
      await expect(heading(page, 'Nieuw: lees dit')).toBeVisible();
      await expect(page.getByText('Begeleider: helpt ideeën verder')).toBeVisible();
      if (javaScriptEnabled) await expectNoViolations(page);
    });

    test.describe('the administrator', () => {
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
        await expect(heading(page, 'Instellingen van Otterlo')).toBeVisible();
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
  });
