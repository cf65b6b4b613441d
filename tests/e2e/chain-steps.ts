// What people of the demo do in the chain, as steps that work with and without JavaScript.
import {
  expect,
  test as base,
  type Browser,
  type BrowserContext,
  type Page,
  type TestInfo
} from '@playwright/test';
import { become } from './become.ts';

export const place = 'Schuurtje Buurtweg (voorbeeld)';
export const owner = 'Woonstichting Zevendak (voorbeeld)';

/** Somebody with a browser of their own, at the size of this project. */
export class Person {
  readonly page: Page;
  readonly origin: string;

  constructor(page: Page, origin: string) {
    this.page = page;
    this.origin = origin;
  }

  /** What this browser asked of anybody else, and what went wrong on its pages. */
  readonly trouble: string[] = [];

  async open(path: string): Promise<void> {
    await this.page.goto(path);
  }

  button(name: string | RegExp) {
    return this.page.getByRole('button', { name, exact: typeof name === 'string' });
  }

  /** Where the step that was just made has led to. */
  async arrive(path: RegExp): Promise<string> {
    await this.page.waitForURL(path);
    return new URL(this.page.url()).pathname;
  }

  async reads(words: string | RegExp): Promise<void> {
    await expect(this.page.getByText(words).first()).toBeVisible();
  }
}

/** The people of one test; `close` also asserts that their browsers saw no error and asked nobody else. */
export class People {
  readonly #browser: Browser;
  readonly #info: TestInfo;
  readonly #contexts: BrowserContext[] = [];
  readonly #people: Person[] = [];

  constructor(browser: Browser, info: TestInfo) {
    this.#browser = browser;
    this.#info = info;
  }

  /** Somebody new, without a session. */
  async stranger(): Promise<Person> {
    const { baseURL, viewport, locale, timezoneId, hasTouch, javaScriptEnabled } = this.#info.project.use;
    const context = await this.#browser.newContext({
      baseURL,
      viewport,
      locale,
      timezoneId,
      hasTouch,
      javaScriptEnabled
    });
    const person = new Person(await context.newPage(), baseURL ?? '');
    context.on('weberror', (thrown) => person.trouble.push(thrown.error().message));
    context.on('request', (request) => {
      if (!/^(http:\/\/(localhost|127\.0\.0\.1):\d+\/|data:|blob:)/.test(request.url()))
        person.trouble.push(request.url());
    });
    this.#contexts.push(context);
    this.#people.push(person);
    return person;
  }

  /** One of the people of the demo, by one click. */
  async demo(name: string): Promise<Person> {
    const person = await this.stranger();
    await become(person.page, name, '/otterlo');
    return person;
  }

  async close(): Promise<void> {
    for (const context of this.#contexts) await context.close();
    expect(this.#people.flatMap(({ trouble }) => trouble)).toEqual([]);
  }
}

/** Tests with people, each in a browser of their own. */
export const test = base.extend<{ people: People }>({
  people: async ({ browser }, use, info) => {
    const people = new People(browser, info);
    await use(people);
    await people.close();
  }
});

/** A day as forms write it, so many days from today. */
export function dayFromNow(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' }).format(day);
}

/** A day that no other test of the same place asks for: each project counts from a year of its own. */
export function ownDay(info: TestInfo, number: number): string {
  const years: Record<string, number> = { phone: 3, desk: 4, 'no-javascript': 5 };
  return dayFromNow(365 * (years[info.project.name] ?? 6) + number * 3);
}

/** Pins an idea as this person; the answer's id. */
export async function pin(
  person: Person,
  title: string,
  more: { placeNeeded?: boolean } = {}
): Promise<string> {
  const answer = await person.page.request.post('/api/v1/ideas', {
    headers: { origin: person.origin, 'idempotency-key': crypto.randomUUID() },
    data: { wijk: 'otterlo', title, location: null, ...more }
  });
  expect(answer.status()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

/** A group for an idea: its lead starts it from the idea's page; the path of the group's page. */
export async function startGroup(lead: Person, idea: string): Promise<string> {
  await lead.open(`/otterlo/ideas/${idea}`);
  await lead.button('Ik begin een groep').click();
  return lead.arrive(/\/coalitions\/[0-9a-f-]{36}$/);
}

export async function join(person: Person, idea: string, name: string): Promise<void> {
  await person.open(`/otterlo/ideas/${idea}/join`);
  await person.page.getByLabel(/^Uw voornaam/).fill(name);
  await person.button('Ik doe mee').click();
  await person.arrive(/\/coalitions\//);
  await person.reads('U doet mee. Welkom!');
}

interface Asking {
  size: 'Klein' | 'Blijvend';
  startsOn: string;
}

/** The lead asks the place from the group's page; the path of the request. */
export async function askPlace(lead: Person, group: string, { size, startsOn }: Asking): Promise<string> {
  const { page } = lead;
  await lead.open(group);
  await page.getByRole('link', { name: 'Vraag een plek' }).click();
  await expect(page.getByRole('heading', { name: 'Welke plek?' })).toBeVisible();
  await page.getByRole('link', { name: place, exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Vraag deze plek' })).toBeVisible();
  await lead.reads('gaat over deze plek en krijgt de vraag');
  return sendAsk(lead, { size, startsOn });
}

/** Fills in and sends the form of the place that is chosen. */
export async function sendAsk(lead: Person, { size, startsOn }: Asking): Promise<string> {
  const { page } = lead;
  await page.getByRole('radio', { name: new RegExp(`^${size}`) }).check();
  await page.getByLabel('Vanaf welke dag?').fill(startsOn);
  if (size === 'Blijvend') await page.getByLabel(/^Tot en met welke dag/).fill(startsOn);
  await lead.button('Stuur de vraag').click();
  const path = await lead.arrive(/\/claims\//);
  await lead.reads('De vraag is verstuurd.');
  return path;
}

/** Chooses one of the six answers. */
export async function chooseAnswer(steward: Person, answer: string): Promise<void> {
  await steward.page.getByRole('radio', { name: new RegExp(`^${answer}(?!,)`) }).check();
}

/** The answer as the group will read it, and then sent. */
export async function previewAndSend(steward: Person, words: RegExp): Promise<void> {
  await steward.button('Bekijk eerst').click();
  await expect(steward.page.getByRole('heading', { name: 'Zo leest de groep het:' })).toBeVisible();
  await expect(steward.page.locator('blockquote')).toContainText(words);
  await steward.button('Stuur').click();
  await steward.reads('De groep leest uw antwoord nu.');
}
