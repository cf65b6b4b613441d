import { chromium, type Browser } from '@playwright/test';
import { browserParameters, findBrowser } from '../../tests/support/find-browser.ts';

/** @throws Error where there is no browser */
export async function browserPath(): Promise<string> {
  const found = await findBrowser();
  if (!found)
    throw new Error(
      'There is no Chromium on this machine: set CHROMIUM to one, or let "npm test" install it.'
    );
  return found.path;
}

/** Maps are drawn in software, but not the page round them: that costs the processor what a phone's is spared. */
export const pageParameters = browserParameters.filter(
  (name) => !/use-angle|ignore-gpu-blocklist/.test(name)
);

export async function openBrowser(parameters: readonly string[] = browserParameters): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: [...parameters] });
}
