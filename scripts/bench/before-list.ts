// What travels before somebody can read the list, on the line that Lighthouse calls a slow 4G.
import type { Page } from '@playwright/test';
import { openBrowser } from './browser.ts';
import type { Measuring } from './section.ts';

/** Lighthouse's `mobileSlow4G`, as it is applied to a browser. */
const slowLine = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8
};
const slowdown = 4;

export interface BeforeList {
  /** Milliseconds until the first of the list was painted. */
  list: number;
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
    const seen = new MutationObserver(() => {
      if (!document.querySelector(wanted)) return;
      seen.disconnect();
      // The frame after the next one begins when it was painted.
      requestAnimationFrame(() => requestAnimationFrame((at) => Object.assign(window, { listPainted: at })));
    });
    seen.observe(document, { childList: true, subtree: true });
  }, selector);
}

/** @param selector of what is in the list */
export async function beforeList(measuring: Measuring, url: string, selector: string): Promise<BeforeList> {
  const browser = await openBrowser();
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
  await page.waitForTimeout(8_000);
  const seen = await page.evaluate(() => ({
    list: (window as unknown as { listPainted: number }).listPainted,
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
    bytes: sum(arrived),
    requests: arrived.length,
    scriptBytes: sum(arrived.filter(isScript)),
    allScriptBytes: sum(seen.files.filter(isScript)),
    allBytes: sum(seen.files)
  };
}
