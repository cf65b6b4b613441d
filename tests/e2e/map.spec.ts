import { expect, test, type Locator, type Page } from '@playwright/test';
import sharp from 'sharp';

const address = '/otterlo';
const stage = (page: Page): Locator => page.getByRole('region', { name: 'Kaart van Otterlo' });
const liveMap = (page: Page): Locator => page.getByRole('application', { name: 'Kaart van Otterlo' });
const drawnMarks = (page: Page): Locator => stage(page).locator('.drawn-map a.mark');

/** Drawing in software on a busy machine takes its time. */
const slowly = { timeout: 90_000 };

interface Trouble {
  errors: string[];
  strangers: string[];
}

/** Notes what must never happen: an error on the page, and a request to somebody else. */
function watch(page: Page): Trouble {
  const trouble: Trouble = { errors: [], strangers: [] };
  page.on('pageerror', (error) => trouble.errors.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    const isOwn = protocol === 'data:' || protocol === 'blob:' || host === new URL(page.url()).host;
    if (!isOwn && page.url() !== 'about:blank') trouble.strangers.push(request.url());
  });
  return trouble;
}

/** A mark that one can see whole, and nothing lies over it. */
async function clearMark(page: Page): Promise<{ id: string; href: string; x: number; y: number }> {
  const found = await drawnMarks(page).evaluateAll((links) => {
    const spots = links.map((link) => {
      const box = link.getBoundingClientRect();
      return { link, x: box.x + box.width / 2, y: box.y + box.height / 2 };
    });
    const clear = spots.find(({ link, x, y }) => {
      const isAlone = spots.every(
        (other) => other.link === link || Math.hypot(other.x - x, other.y - y) > 70
      );
      const around = [
        [0, 0],
        [-32, 0],
        [32, 0],
        [0, -32],
        [0, 32]
      ].map(([right = 0, down = 0]) => document.elementFromPoint(x + right, y + down));
      return isAlone && around[0]?.closest('a') === link && around.every((at) => at?.closest('.drawn-map'));
    });
    return clear
      ? {
          id: clear.link.getAttribute('data-mark') ?? '',
          href: clear.link.getAttribute('href') ?? '',
          x: Math.round(clear.x),
          y: Math.round(clear.y)
        }
      : null;
  });
  if (!found) throw new Error('No mark of the demo stands clear of the others');
  return found;
}

const reach = 28;
const slack = 4;

/** The picture round a point, in grey. */
async function pictureAt(page: Page, x: number, y: number, half: number): Promise<Buffer> {
  const clip = { x: x - half, y: y - half, width: 2 * half, height: 2 * half };
  const image = await page.screenshot({ clip, scale: 'css', animations: 'disabled' });
  return sharp(image).greyscale().raw().toBuffer();
}

/** How far the middle of `before` moved in `after`, which is larger by `slack` on each side: where the two differ least. */
function shiftBetween(before: Buffer, after: Buffer): { right: number; down: number } {
  const width = 2 * reach;
  const wide = 2 * (reach + slack);
  let best = { right: 0, down: 0, difference: Infinity };
  for (let down = -slack; down <= slack; down++) {
    for (let right = -slack; right <= slack; right++) {
      let difference = 0;
      for (let row = 0; row < width; row++) {
        for (let column = 0; column < width; column++) {
          const here = before[row * width + column] ?? 0;
          const there = after[(row + slack + down) * wide + column + slack + right] ?? 0;
          difference += Math.abs(here - there);
        }
      }
      if (difference < best.difference) best = { right, down, difference };
    }
  }
  return best;
}

async function wake(page: Page): Promise<void> {
  const box = await stage(page).boundingBox();
  if (!box) throw new Error('There is no map');
  await page.mouse.move(box.x + 8, box.y + box.height * 0.6);
  await expect(stage(page).locator('.live-map.shown')).toBeAttached(slowly);
}

test.describe('the map', { tag: '@map' }, () => {
  test.setTimeout(120_000);

  test('is drawn with its marks before any script, and links to a closer look', async ({
    browser,
    baseURL
  }) => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'nl-NL', baseURL });
    const page = await context.newPage();
    await page.goto(address);
    await expect(stage(page)).toBeVisible();
    expect(await drawnMarks(page).count()).toBeGreaterThan(10);
    await expect(stage(page).getByText('Bron: BGT, Kadaster/PDOK')).toBeVisible();
    const first = drawnMarks(page).first();
    const before = await first.boundingBox();
    await stage(page).getByRole('button', { name: 'Kaart dichterbij' }).click();
    await expect(page).toHaveURL(/map=\d/);
    expect(await drawnMarks(page).first().boundingBox()).not.toEqual(before);
    await stage(page).getByRole('link', { name: 'Kaart naar boven' }).click();
    await expect(page).toHaveURL(/map=\d/);
    await context.close();
  });

  test('shows every mark at least 44 pixels wide for a finger', async ({ page }) => {
    await page.goto(address);
    const sizes = await drawnMarks(page).evaluateAll((links) =>
      links.map((link) => link.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))
    );
    // The sides lie between whole pixels, so that their difference is rounded.
    expect(Math.min(...sizes)).toBeGreaterThan(43.99);
  });

  test('is taken over in place: nothing moves, nobody else is asked', async ({ page }) => {
    const trouble = watch(page);
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready);
    const { x, y } = await clearMark(page);
    const before = await pictureAt(page, x, y, reach);
    await wake(page);
    const after = await pictureAt(page, x, y, reach + slack);
    const { right, down } = shiftBetween(before, after);
    expect(Math.hypot(right, down)).toBeLessThanOrEqual(2);
    expect(trouble).toEqual({ errors: [], strangers: [] });
  });

  test('opens what was tapped, before and after the takeover', async ({ page }) => {
    await page.goto(address);
    const { x, y, href } = await clearMark(page);
    await page.mouse.click(x, y);
    await expect(page).toHaveURL(new RegExp(`${href}(\\?|$)`));
    await page.goto(address);
    await wake(page);
    await page.mouse.click(x, y);
    await expect(page).toHaveURL(new RegExp(`${href}(\\?|$)`));
  });

  test('is usable with the keyboard alone: a mark is reached, announced and opened', async ({ page }) => {
    const trouble = watch(page);
    await page.goto(address);
    const { id, href } = await clearMark(page);
    const link = stage(page).locator(`a[data-mark="${id}"]`);
    const name = (await link.getAttribute('aria-label')) ?? '';
    await link.focus();
    // The focus woke the live map, and goes on in the list of what is in view.
    const listed = stage(page)
      .getByRole('navigation', { name: 'Op dit stuk kaart' })
      .getByRole('link', { name, exact: true });
    await expect(listed).toBeFocused(slowly);
    await expect(listed).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`${href}(\\?|$)`));
    expect(trouble.errors).toEqual([]);
  });

  test('moves by arrows, says how much there is to see, and keeps its place in the address', async ({
    page
  }) => {
    await page.goto(address);
    await wake(page);
    await liveMap(page).focus();
    await page.keyboard.press('ArrowRight');
    await expect(page).toHaveURL(/map=[\d.]+(?:(?:,|%2C)[\d.]+){3}/, slowly);
    await expect(stage(page).getByRole('status').filter({ hasText: 'Op dit stuk kaart' })).toBeAttached();
    const there = page.url();
    const seen = await liveMarkList(page);
    await page.reload();
    await wake(page);
    expect(page.url()).toBe(there);
    expect(await liveMarkList(page)).toEqual(seen);
  });

  test('stays a drawn map that one can move where the browser has no WebGL2', async ({ page }) => {
    const trouble = watch(page);
    await page.addInitScript(() => {
      Reflect.deleteProperty(window, 'WebGL2RenderingContext');
    });
    await page.goto(address);
    const box = await stage(page).boundingBox();
    if (!box) throw new Error('There is no map');
    await page.mouse.move(box.x + 8, box.y + box.height * 0.6);
    await expect(stage(page).getByText('Er is niets stuk')).toBeVisible(slowly);
    const mark = drawnMarks(page).first();
    const before = await mark.boundingBox();
    await expect(async () => {
      await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.6);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.5 + 60, box.y + box.height * 0.6 + 40, { steps: 4 });
      await page.mouse.up();
      const after = await mark.boundingBox();
      expect((after?.x ?? 0) - (before?.x ?? 0)).toBeGreaterThan(40);
    }).toPass(slowly);
    await expect(page).toHaveURL(/map=\d/);
    expect(trouble).toEqual({ errors: [], strangers: [] });
  });

  test('stays a drawn map where the live map cannot be fetched', async ({ page }) => {
    await page.goto(address);
    // The code of the page itself is there once the map knows its own size.
    await expect(stage(page).locator('.controls a')).toHaveCount(3);
    await page.route('**/*.js', (route) => route.abort());
    const box = await stage(page).boundingBox();
    await page.mouse.move((box?.x ?? 0) + 8, (box?.y ?? 0) + (box?.height ?? 0) * 0.6);
    await expect(stage(page).getByText('Er is niets stuk')).toBeVisible(slowly);
    expect(await drawnMarks(page).count()).toBeGreaterThan(10);
  });

  test('never makes the page wider than the screen', async ({ page }) => {
    for (const width of [320, 360, 768]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(address);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth
      );
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});

async function liveMarkList(page: Page): Promise<string[]> {
  return stage(page)
    .getByRole('navigation', { name: 'Op dit stuk kaart' })
    .getByRole('link')
    .allTextContents();
}
