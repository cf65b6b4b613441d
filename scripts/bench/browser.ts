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

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await browserPath(), args: browserParameters });
}
