import { randomUUID } from 'node:crypto';
import { expect, test, type APIRequestContext, type Page } from '@playwright/test';
import { openLine } from './live-line.ts';

const grass = { type: 'Point', coordinates: [5.7745, 52.0989] };

/** Streams that are open from pages of this browser, by their requests. */
function watchStreams(page: Page): { opened: string[] } {
  const streams: { opened: string[] } = { opened: [] };
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/live')) streams.opened.push(request.url());
  });
  return streams;
}

const titleOf = () => `Live ${randomUUID()}`;

async function pin(who: APIRequestContext, title: string): Promise<{ id: string; version: number }> {
  const answer = await who.post('/api/v1/ideas', { data: { wijk: 'otterlo', title, location: grass } });
  expect(answer.status()).toBe(201);
  return (await answer.json()) as { id: string; version: number };
}

const card = (page: Page, title: string) => page.getByRole('main').getByText(title).first();

/** Opens the wijk and waits until its stream is there. */
async function openWijk(page: Page, address = '/otterlo'): Promise<void> {
  const stream = page.waitForResponse((response) => response.url().includes('/api/v1/live'));
  await page.goto(address);
  expect((await stream).headers()['content-type']).toBe('text/event-stream');
}

test.describe('what others do', () => {
  // One person writes for all of these: new people are counted per address.
  let writer: APIRequestContext;
  test.beforeAll(async ({ playwright, baseURL }) => {
    writer = await playwright.request.newContext({ baseURL });
  });
  test.afterAll(() => writer.dispose());

  test('appears on an open page, changes there and goes, without the page being read again', async ({
    page
  }) => {
    await openWijk(page);
    let isReadAgain = false;
    page.on('request', (request) => (isReadAgain ||= /__data\.json/.test(request.url())));
    const [first, second] = [titleOf(), titleOf()];
    const idea = await pin(writer, first);
    await expect(card(page, first)).toBeVisible();
    await writer.patch(`/api/v1/ideas/${idea.id}`, { data: { title: second } });
    await expect(card(page, second)).toBeVisible();
    await expect(page.getByText(first)).toHaveCount(0);
    expect(isReadAgain).toBe(false);
  });

  test('is caught up with after the connection was lost', async ({ page, baseURL }) => {
    const line = await openLine(baseURL ?? '');
    await openWijk(page, `${line.address}/otterlo`);
    line.cut();
    const missed = titleOf();
    await pin(writer, missed);
    await expect(page.getByText(missed)).toHaveCount(0);
    line.mend();
    await expect(card(page, missed)).toBeVisible();
    await page.close();
    await line.close();
  });

  test('reaches every tab of a browser through one stream', async ({ page, context }) => {
    const other = await context.newPage();
    const streams = [watchStreams(page), watchStreams(other)];
    await openWijk(page);
    await other.goto('/otterlo');
    await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
    const title = titleOf();
    await pin(writer, title);
    await expect(card(page, title)).toBeVisible();
    await expect(card(other, title)).toBeVisible();
    expect(streams.map(({ opened }) => opened.length > 0)).toEqual([true, false]);
    // The tab that listened is closed: the other one takes over, from where it was.
    const takenOver = other.waitForResponse((response) => response.url().includes('/api/v1/live'));
    await page.close();
    await takenOver;
    const later = titleOf();
    await pin(writer, later);
    await expect(card(other, later)).toBeVisible();
  });

  test('is not listened to while the page is hidden', async ({ page }) => {
    const streams = watchStreams(page);
    await openWijk(page);
    const ended = page.waitForEvent('requestfailed', (request) => request.url().includes('/api/v1/live'));
    await setVisibility(page, 'hidden');
    await ended;
    const missed = titleOf();
    await pin(writer, missed);
    await setVisibility(page, 'visible');
    await expect(card(page, missed)).toBeVisible();
    expect(streams.opened).toHaveLength(2);
  });

  test('is on the page of an idea that somebody reads', async ({ page }) => {
    const title = titleOf();
    const idea = await pin(writer, title);
    const stream = page.waitForResponse((response) => response.url().includes('/api/v1/live'));
    await page.goto(`/otterlo/ideas/${idea.id}`);
    await stream;
    await writer.post(`/api/v1/ideas/${idea.id}/comments`, {
      data: { body: `Wat een goed plan ${idea.id}` }
    });
    await expect(page.getByText(`Wat een goed plan ${idea.id}`)).toBeVisible();
  });
});

/** A browser without a screen hides no tab by itself: the page is told so, as a browser would. */
async function setVisibility(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((now) => {
    Object.defineProperty(document, 'visibilityState', { value: now, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, state);
}
