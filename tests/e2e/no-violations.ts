import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violation of axe on the page as it is now; the contrast of its colours in light and, on a phone, in dark. */
export async function expectNoViolations(page: Page): Promise<void> {
  // A button that is still changing its colour has neither contrast.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectNone(page, inThisFrame(page));
  if ((page.viewportSize()?.width ?? 0) < 600) {
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await expectNone(page, inThisFrame(page).withRules('color-contrast'));
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Our pages have no frames, and only what is wrong is read: looking for more would take axe twice the time. */
const inThisFrame = (page: Page) =>
  new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });

/** Asked again until there is none: a page that was told to be dark is so with its next picture. */
async function expectNone(page: Page, builder: AxeBuilder): Promise<void> {
  const violations = async () =>
    (await builder.analyze()).violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
    );
  await expect.poll(violations, { message: page.url() }).toEqual([]);
}
