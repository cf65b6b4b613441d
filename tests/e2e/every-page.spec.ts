// Every page of the app, found from its files, held to what each of them must do.
import { readdirSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { idOf } from '../../scripts/demo/ids.ts';
import { become } from './become.ts';
import { expectNoViolations } from './no-violations.ts';

interface Visit {
  path: string | ((page: Page) => Promise<string>);
  /** One of the people of the demo. */
  as?: string;
}

/** The address of a page of an idea that the visitor told just now. */
const ownIdea = (rest: string) => async (page: Page) => {
  await page.goto('/otterlo');
  const answer = await page.request.post('/api/v1/ideas', {
    headers: { origin: new URL(page.url()).origin, 'idempotency-key': crypto.randomUUID() },
    data: { wijk: 'otterlo', title: 'Een bankje', location: null, kind: 'wish' }
  });
  expect(answer.status()).toBe(201);
  return `/otterlo/ideas/${((await answer.json()) as { id: string }).id}${rest}`;
};

const visits: Record<string, readonly Visit[]> = {
  '': [{ path: '/' }],
  '[wijk]/(map)': [
    { path: '/otterlo' },
    { path: '/otterlo?stage=group' },
    { path: '/otterlo?q=qqqq' },
    { path: '/otterlo?page=2' }
  ],
  '[wijk]/(map)/claims/[id]': [
    { path: `/otterlo/claims/${idOf('claim', 71)}` },
    { path: `/otterlo/claims/${idOf('claim', 61)}`, as: 'Bram' }
  ],
  '[wijk]/(map)/claims/[id]/agreement': [
    { path: `/otterlo/claims/${idOf('claim', 71)}/agreement`, as: 'Bram' }
  ],
  '[wijk]/(map)/coalitions/[id]': [
    { path: `/otterlo/coalitions/${idOf('coalition', 7)}` },
    { path: `/otterlo/coalitions/${idOf('coalition', 6)}`, as: 'Riet' }
  ],
  '[wijk]/(map)/coalitions/[id]/ask': [
    { path: `/otterlo/coalitions/${idOf('coalition', 7)}/ask` },
    { path: `/otterlo/coalitions/${idOf('coalition', 6)}/ask`, as: 'Fatma' }
  ],
  '[wijk]/(map)/help': [{ path: '/otterlo/help' }],
  '[wijk]/(map)/ideas/[id]': [2, 6, 7, 24].map((number) => ({
    path: `/otterlo/ideas/${idOf('idea', number)}`
  })),
  '[wijk]/(map)/ideas/[id]/around': [{ path: ownIdea('/around') }],
  '[wijk]/(map)/ideas/[id]/edit': [{ path: ownIdea('/edit') }],
  '[wijk]/(map)/ideas/[id]/hear': [{ path: ownIdea('/hear') }],
  '[wijk]/(map)/ideas/[id]/join': [{ path: `/otterlo/ideas/${idOf('idea', 2)}/join` }],
  '[wijk]/(map)/ideas/[id]/thanks': [{ path: ownIdea('/thanks') }],
  '[wijk]/(map)/ideas/[id]/withdraw': [{ path: ownIdea('/withdraw') }],
  '[wijk]/(map)/ideas/new': [
    { path: '/otterlo/ideas/new' },
    { path: '/otterlo/ideas/new?kind=pearl' },
    { path: '/otterlo/ideas/new?kind=report' },
    { path: '/otterlo/ideas/new?step=where&title=Een%20bankje' }
  ],
  '[wijk]/(map)/message': [{ path: '/otterlo/message' }],
  '[wijk]/(map)/near': [{ path: '/otterlo/near' }, { path: '/otterlo/near?street=Kerklaan' }],
  '[wijk]/(map)/organisations/[id]': [{ path: `/otterlo/organisations/${idOf('organisation', 1)}` }],
  '[wijk]/(map)/pearls/[id]': [{ path: `/otterlo/pearls/${idOf('pearl', 1)}` }],
  '[wijk]/(map)/places/[id]': [{ path: `/otterlo/places/${idOf('place', 2)}` }],
  '[wijk]/(map)/places/object': [
    { path: '/otterlo/places/object?at=5.77463,52.09886' },
    { path: '/otterlo/places/object?at=5.773183,52.099061' }
  ],
  '[wijk]/(map)/search': [
    { path: '/otterlo/search' },
    { path: '/otterlo/search?q=kerk' },
    { path: '/otterlo/search?q=qqqq' }
  ],
  '[wijk]/admin': [{ path: '/otterlo/admin', as: 'Sanne' }, { path: '/otterlo/admin' }],
  '[wijk]/agreements/[claimId]': [{ path: `/otterlo/agreements/${idOf('claim', 71)}` }],
  '[wijk]/follow': [{ path: '/otterlo/follow' }, { path: '/otterlo/follow?code=BEUK-41' }],
  '[wijk]/mine': [
    { path: '/otterlo/mine' },
    { path: '/otterlo/mine', as: 'Noor' },
    { path: '/otterlo/mine', as: 'Ilse' }
  ],
  mails: [{ path: '/mails' }],
  move: [{ path: '/move' }],
  'move/[code]': [{ path: '/move/AAAAA-AAAAA' }],
  privacy: [{ path: '/privacy' }],
  'sign-in': [{ path: '/sign-in' }],
  'sign-in/administrator': [{ path: '/sign-in/administrator?token=none' }],
  'sign-in/code': [{ path: '/sign-in/code?email=iemand%40voorbeeld.example' }],
  'sign-in/link': [{ path: '/sign-in/link?token_hash=none' }],
  'sign-out': [{ path: '/sign-out', as: 'Riet' }],
  toegankelijkheid: [{ path: '/toegankelijkheid' }],
  // What is not there is a page too.
  '404': [{ path: '/otterlo/ideas/zomaar' }, { path: '/nergens' }]
};

const routes = readdirSync('src/routes', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('+page.svelte'))
  .map((file) => file.replaceAll('\\', '/').replace(/\/?\+page\.svelte$/, ''));

/** Words of nearly every page, which nobody of the demo wrote. */
const dutch = new Set([
  'Terug',
  'Terug naar de kaart',
  'Lees voor',
  'Wie doet mee?',
  'Ik doe mee',
  'Bewaar',
  'Stuur'
]);

/** How far the page runs out of the screen, in CSS pixels. */
const runOut = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('no page is forgotten here', () => {
  expect(Object.keys(visits).filter((route) => route !== '404')).toEqual(routes.toSorted());
});

for (const [route, all] of Object.entries(visits))
  for (const [index, { path, as }] of all.entries())
    test(
      `${route || 'start'} ${index + 1}${as ? ` as ${as}` : ''}`,
      { tag: index > 0 ? '@phone' : [] },
      async ({ page, context, baseURL }, info) => {
        const thrown: string[] = [];
        context.on('weberror', (one) => thrown.push(one.error().message));
        if (as) await become(page, as);
        const address = typeof path === 'string' ? path : await path(page);
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
        await expect(page).toHaveTitle(/\S/);
        await expectNoViolations(page);
        expect(thrown).toEqual([]);
        // What follows makes a desk as small as a phone, or says the same on both.
        if (info.project.name !== 'phone') return;

        const usual = page.viewportSize() ?? { width: 360, height: 740 };
        await page.setViewportSize({ width: 320, height: 640 });
        await expect
          .poll(() => runOut(page), { message: 'at 320 pixels, as at 400 % on a desk' })
          .toBeLessThanOrEqual(0);
        await page.setViewportSize(usual);
        await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
        await expect
          .poll(() => runOut(page), { message: 'with letters twice as large' })
          .toBeLessThanOrEqual(0);

        // Its other states have their words from the same catalogue.
        if (index > 0) return;
        await context.addCookies([{ name: 'language', value: 'en', url: baseURL ?? '' }]);
        await page.goto(address);
        await expect(page.locator('html')).toHaveAttribute('lang', 'en');
        const lines = (await page.locator('main').innerText()).split('\n').map((line) => line.trim());
        expect(lines.filter((line) => dutch.has(line))).toEqual([]);
        expect(thrown).toEqual([]);
      }
    );
