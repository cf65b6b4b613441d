import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { Visitor } from '../../tests/db/live-visitor.ts';
import { demoOnEach, wijk, type BenchDatabase } from './apps.ts';
import { openBrowser } from './browser.ts';
import { memoryOf } from './machine.ts';
import { spotsOf } from './pins.ts';
import type { Measuring, Section } from './section.ts';
import { percentile } from './statistics.ts';

/** Pins that did not come by then are lost. */
const longestWaitMilliseconds = 30_000;
const now = () => performance.timeOrigin + performance.now();

/** The next message of the listeners; an error when they end or stay silent. */
async function answerOf<Answer>(listeners: ChildProcess, about: string): Promise<Answer> {
  const late = AbortSignal.timeout(longestWaitMilliseconds);
  const ended = once(listeners, 'exit', { signal: late }).then(() => {
    throw new Error(`The listeners ended before ${about}.`);
  });
  const answer = once(listeners, 'message', { signal: late }).then(([message]) => message as Answer);
  return Promise.race([answer, ended]).catch((error: unknown) => {
    throw late.aborted ? new Error(`Nothing was heard of ${about}.`) : error;
  });
}

/** Notes in a page of the wijk when the words of each pin stood there. */
async function watchList(page: Page, address: string): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const seen = new Map<string, number>();
    Object.assign(window, { seenPins: seen });
    const look = () => {
      for (const [text, sent = ''] of document.body.innerText.matchAll(/Gemeten (\d+\.\d+)/g))
        // What was there when the page came is of an earlier round.
        if (!seen.has(text) && Number(sent) > performance.timeOrigin)
          seen.set(text, performance.timeOrigin + performance.now() - Number(sent));
    };
    document.addEventListener('DOMContentLoaded', () =>
      new MutationObserver(look).observe(document.body, {
        childList: true,
        subtree: true,
        characterData: true
      })
    );
  });
  const stream = page.waitForResponse((response) => response.url().includes('/api/v1/live'));
  await page.goto(`${address}/${wijk}`);
  await stream;
  return () =>
    page.evaluate(() => [...(window as unknown as { seenPins: Map<string, number> }).seenPins.values()]);
}

async function putPins({ sizes }: Measuring, address: string): Promise<void> {
  const spots = await spotsOf(address);
  const who = new Visitor();
  await who.send(`${address}/api/v1/ideas`, { body: { wijk, title: 'Vooraf', location: spots[0] } });
  for (let count = 0; count < sizes.livePins; count += 1) {
    await pause(sizes.livePauseMilliseconds);
    const title = `Gemeten ${now().toFixed(2)}`;
    const { status } = await who.send(`${address}/api/v1/ideas`, {
      body: { wijk, title, location: spots[count % spots.length] }
    });
    if (status !== 201) throw new Error(`A pin was answered with ${status}.`);
  }
}

async function measureWith(measuring: Measuring, database: BenchDatabase, count: number): Promise<void> {
  const { add, sizes } = measuring;
  const app = await database.start();
  const { pid } = app.process.child;
  await (await fetch(`${app.address}/${wijk}`)).text();
  const before = memoryOf(pid);
  const listeners = fork('scripts/bench/listeners.ts', [
    `${app.address}/api/v1/live?wijk=${wijk}`,
    String(count)
  ]);
  measuring.later(() => listeners.kill());
  await answerOf(listeners, `${count} listeners that are let in`);
  const browser = await openBrowser();
  measuring.later(() => browser.close());
  const seen = await watchList(await browser.newPage(), app.address);
  await putPins(measuring, app.address);
  const answer = answerOf<{ delays: number[] }>(listeners, `${count * sizes.livePins} pins on screens`);
  listeners.send({ expected: count * sizes.livePins });
  const { delays } = await answer;
  const onScreen = await seen();
  const named = `${count} listeners, ${database.kind}`;
  for (const part of [0.5, 0.95, 0.99])
    add({
      name: `pin to listener, p${Math.round(part * 100)}, ${named}`,
      value: percentile(delays, part),
      unit: 'ms',
      ...(part === 0.95 ? { target: { atMost: 250 } } : {})
    });
  add({
    name: `pin to the words in a browser, p95, ${named}`,
    value: percentile(onScreen, 0.95),
    unit: 'ms',
    note: `${onScreen.length} of ${sizes.livePins} pins`
  });
  add({ name: `memory before, ${named}`, value: before, unit: 'MB' });
  add({ name: `memory with them, ${named}`, value: memoryOf(pid), unit: 'MB' });
  await browser.close();
  listeners.kill();
  await app.stop();
  if (onScreen.length !== sizes.livePins)
    throw new Error(`The browser showed ${onScreen.length} of ${sizes.livePins} pins.`);
}

/** From the moment that somebody sends a pin to the moment that others have it. */
export const pinToScreen: Section = {
  name: 'pin-to-screen',
  title: 'From a pin to the screens of others',
  measure: async (measuring) => {
    for (const database of await demoOnEach(measuring))
      for (const count of measuring.sizes.listeners) await measureWith(measuring, database, count);
  }
};
