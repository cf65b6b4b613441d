import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

export interface FoundBrowser {
  path: string;
  /** For the sentence that says which one is used. */
  from: string;
}

/**
 * The browser for the tests: the one that CHROMIUM names, else one on the PATH, else Playwright's own when it was
 * downloaded; null without any.
 */
export async function findBrowser(): Promise<FoundBrowser | null> {
  const named = process.env.CHROMIUM;
  if (named) return existsSync(named) ? { path: named, from: 'CHROMIUM' } : null;
  for (const folder of (process.env.PATH ?? '').split(delimiter))
    for (const name of names) {
      const path = join(folder, name);
      if (existsSync(path)) return { path, from: 'this machine' };
    }
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? { path: own, from: 'Playwright' } : null;
}

/**
 * What the window round a page brings along, and no test looks at. The suggestions under the address bar alone are two
 * pages of their own for each of ours: without them a page costs the processor little over half (measured with Chromium
 * 156). The rest is what Playwright leaves out itself: of this parameter the browser reads only the last.
 */
const leftOut = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'AimEnabled',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsFirstBalancedModeAutoEnable',
  'HttpsUpgrades',
  'LensOverlay',
  'MediaRouter',
  'NetworkTimeServiceQuerying',
  'OptimizationHints',
  'PaintHolding',
  'ThirdPartyStoragePartitioning'
];

/** Needed as root and in a container, and so that it asks nothing of anybody but our server. */
const everywhere = [
  `--disable-features=${leftOut.join(',')}`,
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/** With WebGL: maps draw in software. */
export const browserParameters = [
  ...everywhere,
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  // Only the map itself: what surrounds it is drawn faster without.
  '--disable-gpu-rasterization'
];

/** Without WebGL, as many an old phone: the drawn map stays. */
export const parametersWithoutWebGl = [...everywhere, '--disable-gpu', '--disable-3d-apis'];
