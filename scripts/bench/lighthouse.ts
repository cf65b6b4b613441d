import { ownProgram, run } from '../terminal.ts';
import { browserPath, pageParameters } from './browser.ts';
import { median } from './statistics.ts';

/** The figures of Lighthouse for one page; times in milliseconds. */
export interface LighthouseFigures {
  /** 0 to 100. */
  performance: number;
  largestContentfulPaint: number;
  firstContentfulPaint: number;
  totalBlockingTime: number;
  cumulativeLayoutShift: number;
}

/** What of its report is looked at. */
interface LighthouseReport {
  runtimeError?: { message: string };
  categories: { performance: { score: number | null } };
  audits: Record<string, { numericValue?: number }>;
}

async function runOnce(url: string): Promise<LighthouseFigures> {
  const { code, output, standardOutput } = await run(
    ownProgram('lighthouse'),
    [
      url,
      '--quiet',
      '--only-categories=performance',
      '--output=json',
      '--output-path=stdout',
      '--no-enable-error-reporting',
      `--chrome-flags=--headless=new ${pageParameters.join(' ')}`
    ],
    { env: { ...process.env, CHROME_PATH: await browserPath() }, timeout: 180_000 }
  );
  // Its reason comes last, after a report that holds pictures.
  if (code !== 0)
    throw new Error(
      `Lighthouse failed: ${output
        .trim()
        .slice(output.trim().lastIndexOf('\n') + 1)
        .slice(-300)}`
    );
  const { runtimeError, categories, audits } = JSON.parse(standardOutput) as LighthouseReport;
  const valueOf = (audit: string): number => {
    const value = audits[audit]?.numericValue;
    if (value === undefined) throw new Error(`Lighthouse has no ${audit} of ${url}.`);
    return value;
  };
  if (runtimeError) throw new Error(`Lighthouse could not read ${url}: ${runtimeError.message}`);
  return {
    performance: (categories.performance.score ?? 0) * 100,
    largestContentfulPaint: valueOf('largest-contentful-paint'),
    firstContentfulPaint: valueOf('first-contentful-paint'),
    totalBlockingTime: valueOf('total-blocking-time'),
    cumulativeLayoutShift: valueOf('cumulative-layout-shift')
  };
}

/** On a busy machine Lighthouse now and then loses the beginning of its own recording, and asks to be run again. */
const mostTries = 3;

async function runAgainWhenAsked(url: string): Promise<LighthouseFigures> {
  for (let attempt = 1; ; attempt += 1)
    try {
      return await runOnce(url);
    } catch (error) {
      if (attempt === mostTries || !/run Lighthouse again/i.test(String(error))) throw error;
    }
}

/**
 * The medians of several runs with the settings that Lighthouse has by itself: a phone on a slow line, simulated. The
 * pages take turns, so that what else the machine does meets them alike.
 */
export async function lighthouse(urls: readonly string[], runs: number): Promise<LighthouseFigures[]> {
  const all = urls.map((): LighthouseFigures[] => []);
  for (let count = 0; count < runs; count += 1)
    for (const [index, url] of urls.entries()) all[index]!.push(await runAgainWhenAsked(url));
  return all.map((ofPage) => {
    const middle = (name: keyof LighthouseFigures) => median(ofPage.map((figures) => figures[name]));
    return {
      performance: middle('performance'),
      largestContentfulPaint: middle('largestContentfulPaint'),
      firstContentfulPaint: middle('firstContentfulPaint'),
      totalBlockingTime: middle('totalBlockingTime'),
      cumulativeLayoutShift: middle('cumulativeLayoutShift')
    };
  });
}
