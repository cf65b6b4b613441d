import { expect, type Page } from '@playwright/test';
import { become } from './become.ts';
import { expectNoViolations } from './no-violations.ts';
import { test } from './no-trouble.ts';
import { withAndWithout } from './with-and-without.ts';

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
  });
