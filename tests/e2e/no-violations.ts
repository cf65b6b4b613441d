import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** No violation of axe on the page as it is now; the contrast of its colours in light and in dark. */
export async function expectNoViolations(page: Page): Promise<void> {
  // A button that is still changing its colour has neither contrast.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await expectNone(page, inThisFrame(page));
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // The colours are those of the next picture.
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  );
  await expectNone(page, inThisFrame(page).withRules('color-contrast'));
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

/** Our pages have no frames; without looking for them axe takes half the time. */
const inThisFrame = (page: Page) => new AxeBuilder({ page }).setLegacyMode(true);

async function expectNone(page: Page, builder: AxeBuilder): Promise<void> {
  const { violations } = await builder.analyze();
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`)
  );
  expect(found, page.url()).toEqual([]);
}
