// A resident's idea, from the first words to its code, with JavaScript and without, by finger and by keyboard.
import { expect, type Page } from '@playwright/test';
import sharp from 'sharp';
import { expectNoViolations } from './no-violations.ts';
import { test } from './own-app.ts';

// The map of the others stays as it is.
test.use({ baseURL: async ({ ownAddress }, use) => use(ownAddress) });

const map = (page: Page) => page.getByRole('region', { name: 'Kaart van Otterlo' });
const words = (page: Page) => page.getByRole('textbox', { name: 'Wat zou u graag willen?' });
const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });

/** Words that are like nobody else's: alike ideas are asked about first. */
const unlike = () =>
  Array.from({ length: 3 }, () =>
    Math.random()
      .toString(36)
      .replace(/[^a-z]/g, '')
      .padEnd(6, 'q')
  ).join(' ');

/** A spot of the map that nobody has pinned, on the grass of the demo. */
async function tapMap(page: Page): Promise<void> {
  const box = await map(page).boundingBox();
  if (!box) throw new Error('There is no map');
  const spot = { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 240) / 2 };
  await page.mouse.click(spot.x, spot.y);
}

async function tell(page: Page, text: string): Promise<void> {
  await page.goto('/otterlo/ideas/new');
  await words(page).fill(text);
  await button(page, 'Verder').click();
  await expect(page.getByRole('heading', { name: 'Waar ongeveer?' })).toBeVisible();
}

async function tellAnywhere(page: Page, text: string): Promise<void> {
  await tell(page, text);
  await button(page, 'Maakt niet uit waar').click();
  await expect(page.getByText('Klopt dat?')).toBeVisible();
}

test('an idea stands on the map after four taps and one field', { tag: '@map' }, async ({ page }) => {
  const text = unlike();
  await page.goto('/otterlo');
  let taps = 0;
  await page.getByRole('link', { name: 'Ik heb een idee' }).first().click();
  taps += 1;
  await words(page).fill(text);
  await button(page, 'Verder').click();
  taps += 1;
  await expect(page.getByText('Tik op de kaart.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Waar ongeveer?' })).toBeFocused();
  await tapMap(page);
  taps += 1;
  await expect(page.getByText('Klopt dat?')).toBeVisible();
  await button(page, 'Ja, zet op de kaart').click();
  taps += 1;
  await expect(page.getByRole('heading', { name: 'Staat op de kaart. Dank u wel!' })).toBeVisible();
  expect(taps).toBe(4);
  await expect(page.getByText(/^Noor leest uw idee vóór /)).toBeVisible();

  await button(page, 'Ja, ik wil dit samen maken').click();
  await expect(page.getByRole('heading', { name: 'Hoe hoort u wat ermee gebeurt?' })).toBeVisible();
  await expectNoViolations(page);
  await button(page, 'Ik kijk zelf').click();
  await expect(page.getByText(/Uw code: [A-Z]+-\d+/).first()).toBeVisible();
  const code =
    /[A-Z]+-\d+/.exec(
      await page
        .getByText(/Uw code: /)
        .first()
        .innerText()
    )?.[0] ?? '';
  await page.goto(`/otterlo/follow?code=${code}`);
  await expect(page.getByText(text)).toBeVisible();
  await page.goto('/otterlo');
  await expect(map(page).getByRole('link', { name: new RegExp(text) })).toBeAttached();
});

test('an idea is told with the keyboard alone, in no more than 25 strokes beside its words', async ({
  page
}) => {
  await page.goto('/otterlo');
  let strokes = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    strokes += 1;
  };
  const tabTo = async (name: string | RegExp, role: 'link' | 'button' | 'textbox') => {
    const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
    await expect(wanted).toBeVisible();
    while (!(await wanted.evaluate((element) => element === document.activeElement))) {
      if (strokes > 25) throw new Error(`${String(name)} is further than 25 strokes away`);
      await press('Tab');
    }
  };
  // Past the heading with its search and its language.
  await press('Tab');
  await press('Enter');
  await tabTo('Ik heb een idee', 'link');
  await press('Enter');
  await page.waitForURL('**/ideas/new');
  // The only question of the page has the cursor.
  await expect(words(page)).toBeFocused();
  await page.keyboard.type(unlike());
  await tabTo('Verder', 'button');
  await press('Enter');
  await tabTo(/^Straat of huisnummer/, 'textbox');
  await page.keyboard.type('Eikenzoom 3');
  await press('Enter');
  await tabTo('Eikenzoom 3', 'button');
  await press('Enter');
  await tabTo('Ja, zet op de kaart', 'button');
  await press('Enter');
  await expect(page.getByRole('heading', { name: 'Staat op de kaart. Dank u wel!' })).toBeVisible();
  expect(strokes).toBeLessThanOrEqual(25);
});

test(
  'a spot outside the village costs no words, and a home becomes the street',
  { tag: '@map' },
  async ({ page, context }) => {
    const text = unlike();
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ longitude: 4.9, latitude: 52.37 });
    await tell(page, text);
    await button(page, 'Hier ben ik').click();
    await expect(page.getByText('Dat is buiten het dorp. Uw zin blijft bewaard.').first()).toBeVisible();
    await expect(page.getByText(text)).toBeVisible();
    await page.getByLabel('Straat of huisnummer').fill('Eikenzoom 3');
    await button(page, 'Zoek').click();
    await button(page, 'Eikenzoom 3').click();
    await expect(page.getByText('U wijst een huis aan. Wij zetten het op straat')).toBeVisible();
    await expect(page.getByRole('textbox', { name: 'Uw woorden' })).toHaveValue(text);
    await button(page, 'Andere plek').click();
    await expect(page.getByRole('heading', { name: 'Waar ongeveer?' })).toBeVisible();
    await expect(page.getByText(text)).toBeVisible();
  }
);

test('a street that does not exist is said beside its field', { tag: '@phone' }, async ({ page }) => {
  await tell(page, unlike());
  await page.getByLabel('Straat of huisnummer').fill('Kalverstraat');
  await button(page, 'Zoek').click();
  await expect(page.getByText('Die straat kennen wij hier niet. Klopt de naam?')).toBeVisible();
  await expect(page.getByLabel('Straat of huisnummer')).toHaveValue('Kalverstraat');
});

test('somebody who wants the same joins instead of repeating it', async ({ page }) => {
  await page.goto('/otterlo/ideas/new');
  await words(page).fill('Oude dorpsfilmpjes kijken');
  await button(page, 'Verder').click();
  await button(page, 'Maakt niet uit waar').click();
  await expect(page.getByRole('heading', { name: 'Iemand wil dit ook:' })).toBeVisible();
  await expect(page.getByText('Oude dorpsfilmpjes kijken').first()).toBeVisible();
  await expectNoViolations(page);
  await button(page, 'Ja, ik doe mee').first().click();
  await expect(page).toHaveURL(/\/ideas\/[0-9a-f-]{36}\/join$/);
});

test('somebody whose idea is another goes on with their own words', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/otterlo/ideas/new');
  await words(page).fill('Oude dorpsfilmpjes kijken');
  await button(page, 'Verder').click();
  await button(page, 'Maakt niet uit waar').click();
  await button(page, 'Nee, mijn idee is anders').click();
  await expect(page.getByRole('textbox', { name: 'Uw woorden' })).toHaveValue('Oude dorpsfilmpjes kijken');
});

test(
  'a photo, a name and what is needed go along; what is no photo is said and costs nothing',
  { tag: '@phone' },
  async ({ page }) => {
    const text = unlike();
    await tellAnywhere(page, text);
    await page.getByText('Meer vertellen').click();
    await page.getByLabel('Uw voornaam').fill('Truus');
    await page.getByLabel('Ik wil en kan zelf…').fill('Ik kan goed schilderen.');
    await page.getByLabel('Foto', { exact: true }).setInputFiles({
      name: 'brief.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 geen foto')
    });
    await button(page, 'Ja, zet in de lijst').click();
    await expect(
      page
        .getByText(/JPEG|foto/i)
        .filter({ hasText: /geen|kunnen wij niet|niet lezen/ })
        .first()
    ).toBeVisible();
    await expect(page.getByLabel('Uw voornaam')).toHaveValue('Truus');
    await expect(page.getByRole('textbox', { name: 'Uw woorden' })).toHaveValue(text);

    const photo = await sharp({ create: { width: 3200, height: 2400, channels: 3, background: '#7a9a5b' } })
      .withExif({ IFD3: { GPSLatitude: '52/1 6/1 0/1', GPSLatitudeRef: 'N' } })
      .jpeg()
      .toBuffer();
    await page
      .getByLabel('Foto', { exact: true })
      .setInputFiles({ name: 'muur.jpg', mimeType: 'image/jpeg', buffer: photo });
    await page.getByText('Nee, niemand').click();
    await button(page, 'Ja, zet in de lijst').click();
    await expect(page.getByRole('heading', { name: 'Staat in de lijst. Dank u wel!' })).toBeVisible();
    const idea = /\/ideas\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
    await page.goto(`/otterlo${idea}`);
    await expect(page.getByText('Truus').first()).toBeVisible();
    await expect(page.getByText('Ik kan goed schilderen.')).toBeVisible();
    const shown = page.locator('img[src^="/photos/"]').first();
    await expect(shown).toBeVisible();
    const large = await page.request.get((await shown.getAttribute('src')) ?? '');
    const { width = 0, exif } = await sharp(await large.body()).metadata();
    expect(width).toBeLessThanOrEqual(1600);
    expect(exif).toBeUndefined();
  }
);

test('a line is drawn instead of a point', { tag: '@map' }, async ({ page }) => {
  await tell(page, unlike());
  await page.getByLabel('Een lijn').check();
  const box = await map(page).boundingBox();
  if (!box) throw new Error('There is no map');
  const middle = { x: box.x + box.width / 2, y: box.y + 110 };
  await page.mouse.click(middle.x - 60, middle.y);
  await page.mouse.click(middle.x + 30, middle.y + 10);
  await map(page).getByRole('button', { name: 'Klaar' }).click();
  await expect(page.getByText('Klopt dat?')).toBeVisible();
  await button(page, 'Ja, zet op de kaart').click();
  await expect(page.getByRole('heading', { name: 'Staat op de kaart. Dank u wel!' })).toBeVisible();
});

test(
  'the author changes the idea and withdraws it; somebody else cannot, and takes it over',
  { tag: '@phone' },
  async ({ page, browser, baseURL }) => {
    const text = unlike();
    await tellAnywhere(page, text);
    await button(page, 'Ja, zet in de lijst').click();
    await expect(page.getByRole('heading', { name: /Dank u wel/ })).toBeVisible();
    const idea = /\/otterlo\/ideas\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';

    const context = await browser.newContext({ baseURL, locale: 'nl-NL' });
    const other = await context.newPage();
    await other.goto(`${idea}/edit`);
    await expect(other).toHaveURL(new RegExp(`${idea}$`));
    await other.getByRole('button', { name: /Dit wil ik ook/ }).click();
    await expect(other.getByRole('button', { name: /U wilt dit ook/ })).toHaveAttribute(
      'aria-pressed',
      'true'
    );
    await other.getByLabel('Uw reactie').fill('Wij hebben nog touw.');
    await other.getByRole('button', { name: 'Plaats' }).click();
    await expect(other.getByText('Wij hebben nog touw.')).toBeVisible();

    await page.goto(idea);
    await page.getByRole('link', { name: 'Aanpassen' }).click();
    await page.getByLabel('Titel').fill(`${text} met een bank`);
    await page.getByRole('button', { name: 'Bewaar' }).click();
    await expect(page.getByRole('heading', { level: 1, name: `${text} met een bank` })).toBeVisible();
    await page.getByRole('link', { name: 'Intrekken' }).click();
    await page.getByRole('button', { name: 'Ja, trek in' }).click();
    await expect(page.getByText('Een ander mag het zo overnemen.')).toBeVisible();

    await other.goto(idea);
    await other.getByRole('button', { name: 'Ik neem dit over' }).click();
    await expect(other.getByText('Een ander mag het zo overnemen.')).toHaveCount(0);
    await context.close();
  }
);

test('what is broken is passed on, and what is good becomes a pearl', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/otterlo/ideas/new');
  await button(page, 'Er is iets kapot').click();
  await page.getByRole('textbox', { name: 'Wat is er kapot?' }).fill(unlike());
  await button(page, 'Verder').click();
  await button(page, 'Maakt niet uit waar').click();
  await button(page, 'Ja, zet in de lijst').click();
  await expect(page.getByRole('heading', { name: /Dank u wel/ })).toBeVisible();

  await page.goto('/otterlo/ideas/new');
  await button(page, 'Dit is hier juist goed').click();
  await page.getByRole('textbox', { name: 'Wat is hier goed?' }).fill(unlike());
  await button(page, 'Verder').click();
  await expect(page.getByRole('heading', { name: 'Waar ongeveer?' })).toBeVisible();
  await tapMap(page);
  await button(page, 'Ja, zet op de kaart').click();
  await expect(page.getByText('Een parel erbij. Dank u wel!')).toBeVisible();
});

test('a word of eighty letters stays within the screen, wherever it is read', async ({ page }) => {
  const word = 'meervoudigepersoonlijkheidscoordinatiecommissievergaderingsverslagenarchief';
  const told = async (place: boolean) => {
    await tell(page, `${word} ${unlike()}`);
    if (place) await tapMap(page);
    else await button(page, 'Maakt niet uit waar').click();
    const another = button(page, 'Nee, mijn idee is anders');
    const sure = button(page, /^Ja, zet /);
    await expect(another.or(sure)).toBeVisible();
    if (await another.isVisible()) await another.click();
    await sure.click();
    await expect(page.getByRole('heading', { name: /Dank u wel/ })).toBeVisible();
    return /\/otterlo\/ideas\/[0-9a-f-]{36}/.exec(page.url())?.[0] ?? '';
  };
  await told(true);
  const idea = await told(false);
  await page.goto(idea);
  await button(page, 'Ik begin een groep').click();
  await page.waitForURL('**/coalitions/*');
  const group = new URL(page.url()).pathname;
  const find = `search?q=${word.slice(0, 12)}`;
  for (const path of [
    '/otterlo',
    idea,
    `${idea}/edit`,
    group,
    '/otterlo/mine',
    `/otterlo/${find}`,
    '/otterlo/help'
  ]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await expect(page.getByText(word.slice(0, 30)).first()).toBeAttached();
    const runOut = () =>
      page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    await expect.poll(runOut, { message: path }).toBeLessThanOrEqual(0);
  }
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('an idea is told by tapping a picture of the map', async ({ page }) => {
    const text = unlike();
    await page.goto('/otterlo');
    await page.getByRole('link', { name: 'Ik heb een idee' }).first().click();
    await button(page, 'Verder').click();
    await expect(page.getByText('Schrijf een paar woorden. Eén zin is genoeg.').first()).toBeVisible();
    await words(page).fill(text);
    await button(page, 'Verder').click();
    await page.locator('input[type=image]').click({ position: { x: 150, y: 120 } });
    await expect(page.getByText('Klopt dat?')).toBeVisible();
    await button(page, 'Ja, zet op de kaart').click();
    await expect(page.getByRole('heading', { name: 'Staat op de kaart. Dank u wel!' })).toBeVisible();
    await button(page, 'Alleen zeggen, dat is ook goed').click();
    await button(page, 'Ik kijk zelf').click();
    await expect(page.getByText(/Uw code: [A-Z]+-\d+/).first()).toBeVisible();
    await page.goto('/otterlo');
    await expect(map(page).getByRole('link', { name: new RegExp(text) })).toBeAttached();
  });

  test('an idea page is read with its history, and its list is filtered', async ({ page }) => {
    await page.goto('/otterlo?q=repareren');
    const found = page.getByRole('link', { name: 'Samen repareren op zaterdag' }).last();
    await expect(found).toBeVisible();
    await found.click();
    await expect(page.getByRole('heading', { level: 1, name: 'Samen repareren op zaterdag' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Wat er gebeurde' })).toBeVisible();
  });
});
