import type { Page } from '@playwright/test';

/** Signs in as one of the people of the demo, by one click, and waits for the page that follows. */
export async function become(page: Page, name: string, returnTo = '/privacy'): Promise<void> {
  await page.goto(`/sign-in?return=${encodeURIComponent(returnTo)}`);
  await page.getByRole('button', { name: new RegExp(`^Word ${name}`) }).click();
  await page.waitForURL((url) => url.pathname === returnTo);
}
