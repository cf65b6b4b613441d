// What travels before somebody can read the list, on the line that Lighthouse calls a slow 4G.
import type { Page } from '@playwright/test';
import { openBrowser, pageParameters } from './browser.ts';
import type { Measuring } from './section.ts';
import { median } from './statistics.ts';

/** Lighthouse's `mobileSlow4G`, as it is applied to a browser. */
const slowLine = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8
};
const slowdown = 4;
/** What a page that nobody touches fetches later than this counts for nothing. */
const untouchedMilliseconds = 8_000;

export interface BeforeList {
  /** Milliseconds until the first of the list was painted. */
  list: number;
  /** Milliseconds until the largest thing of the first view was painted, as this browser says. */
  largest: number;
  /** Bytes on the line, and requests, that had arrived by then. */
  bytes: number;
  requests: number;
  scriptBytes: number;
  /** Bytes of script of the page when it had come to rest, without a touch. */
  allScriptBytes: number;
  allBytes: number;
}

/** Notes when the first words of the list were painted. */
async function watchList(page: Page, selector: string): Promise<void> {
  await page.addInitScript((wanted) => {
    new PerformanceObserver((entries) => {
      for (const { startTime } of entries.getEntries()) Object.assign(window, { largestPainted: startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    const seen = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      seen.disconnect();
      // The frame after the next one begins when it was painted.
      requestAnimationFrame(() => requestAnimationFrame((at) => Object.assign(window, { listPainted: at })));
    });
    seen.observe(document, { childList: true, subtree: true });
  }, selector);
}

async function viewOnce(measuring: Measuring, url: string, selector: string): Promise<BeforeList> {
  const browser = await openBrowser(pageParameters);
  measuring.later(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    hasTouch: true,
    isMobile: true
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slowLine);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await watchList(page, selector);
  // An open event stream is one of the requests, so there is no end of them to wait for.
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => 'listPainted' in window);
  await page.waitForTimeout(untouchedMilliseconds);
  const seen = await page.evaluate(() => ({
    list: (window as unknown as { listPainted: number }).listPainted,
    largest: (window as unknown as { largestPainted: number }).largestPainted,
    files: [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].map(
      (entry) => {
        const { name, startTime, responseEnd, transferSize, encodedBodySize } =
          entry as PerformanceResourceTiming;
        return { name, startTime, responseEnd, bytes: transferSize || encodedBodySize };
      }
    )
  }));
  await browser.close();
  const isScript = ({ name }: { name: string }) => /\.m?js(\?|$)/.test(name);
  const sum = (files: readonly { bytes: number }[]) => files.reduce((total, { bytes }) => total + bytes, 0);
  const arrived = seen.files.filter(({ responseEnd }) => responseEnd > 0 && responseEnd <= seen.list);
  return {
    list: seen.list,
    largest: seen.largest,
    bytes: sum(arrived),
    requests: arrived.length,
    scriptBytes: sum(arrived.filter(isScript)),
    allScriptBytes: sum(seen.files.filter(isScript)),
    allBytes: sum(seen.files)
  };
}

/**
 * The medians of as many views as Lighthouse has runs, each in a fresh browser.
 * @param selector of what is in the list
 */
export async function beforeList(measuring: Measuring, url: string, selector: string): Promise<BeforeList> {
  const views: BeforeList[] = [];
  while (views.length < measuring.sizes.lighthouseRuns) views.push(await viewOnce(measuring, url, selector));
  const middle = (name: keyof BeforeList) => median(views.map((view) => view[name]));
  return {
    list: middle('list'),
    largest: middle('largest'),
    bytes: middle('bytes'),
    requests: middle('requests'),
    scriptBytes: middle('scriptBytes'),
    allScriptBytes: middle('allScriptBytes'),
    allBytes: middle('allBytes')
  };
}
