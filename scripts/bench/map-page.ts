// What happens in a page with the map of the wijk, measured in the page itself.
import type { CDPSession, Page } from '@playwright/test';
import { percentile } from './statistics.ts';

/** Until the live map is given up; drawing in software on a busy machine takes its time. */
const longestWaitMilliseconds = 180_000;
/** How often a finger says where it is. */
const moveMilliseconds = 16;

/** What the page keeps for us. */
interface Watched {
  tasks: { start: number; duration: number }[];
  frames: number[];
  touched: number | null;
  shown: number | null;
}

type WatchedWindow = Window & { watched: Watched };

/** Notes tasks over 50 ms, frames, the first touch of the map, and when the live map took over. */
export async function watchFrames(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: Watched = { tasks: [], frames: [], touched: null, shown: null };
    Object.assign(window, { watched });
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries())
        watched.tasks.push({ start: startTime, duration });
    }).observe({ type: 'longtask' });
    addEventListener('touchstart', () => (watched.touched ??= performance.now()), { capture: true });
    const frame = (at: number) => {
      watched.frames.push(at);
      // `shown` is set when everything that was asked for is drawn, with every pin.
      if (watched.shown === null && document.querySelector('.live-map.shown'))
        watched.shown = performance.now();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

const watchedIn = (page: Page): Promise<Watched> =>
  page.evaluate(() => (window as unknown as WatchedWindow).watched);

type Finger = (
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  at?: { x: number; y: number }
) => Promise<unknown>;

const fingerOf =
  (session: CDPSession): Finger =>
  (type, at) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });

async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.map-stage').boundingBox();
  if (!box) throw new Error('There is no map on the page.');
  return { x: box.x + box.width / 2, y: box.y + box.height * 0.35 };
}

/**
 * Puts a finger on the map and moves it a little, as who begins to pan.
 * @returns milliseconds until the live map took over at rest, and the longest task meanwhile (0: none over 50 ms)
 * @throws Error when there is no live map
 */
export async function touchMap(page: Page): Promise<{ milliseconds: number; longestTask: number }> {
  const finger = fingerOf(await page.context().newCDPSession(page));
  const { x, y } = await middleOfMap(page);
  await finger('touchStart', { x, y });
  await finger('touchMove', { x: x + 12, y });
  await finger('touchMove', { x: x + 20, y });
  await finger('touchEnd');
  await page.waitForFunction(() => (window as unknown as WatchedWindow).watched.shown !== null, undefined, {
    timeout: longestWaitMilliseconds
  });
  const { touched, shown, tasks } = await watchedIn(page);
  const since = touched ?? 0;
  return {
    milliseconds: (shown ?? 0) - since,
    longestTask: Math.max(0, ...tasks.filter(({ start }) => start >= since).map(({ duration }) => duration))
  };
}

/** Moves a finger to and fro over the live map, and looks at the frames meanwhile. Times are milliseconds. */
export async function panOver(
  page: Page,
  milliseconds: number
): Promise<{ longestTask: number; worstFrame: number; frame95: number; frames: number }> {
  const finger = fingerOf(await page.context().newCDPSession(page));
  const { x, y } = await middleOfMap(page);
  const from = await page.evaluate(() => performance.now());
  await finger('touchStart', { x, y });
  const started = performance.now();
  for (let elapsed = 0; elapsed < milliseconds; elapsed = performance.now() - started) {
    const turn = (elapsed / 1000) * Math.PI;
    await finger('touchMove', { x: x + 120 * Math.sin(turn), y: y + 60 * Math.sin(turn * 0.7) });
    await page.waitForTimeout(moveMilliseconds);
  }
  await finger('touchEnd');
  const { tasks, frames } = await watchedIn(page);
  const since = frames.filter((at) => at >= from);
  const took = since.slice(1).map((at, index) => at - since[index]!);
  return {
    longestTask: Math.max(0, ...tasks.filter(({ start }) => start >= from).map(({ duration }) => duration)),
    worstFrame: Math.max(...took),
    frame95: percentile(took, 0.95),
    frames: took.length
  };
}
