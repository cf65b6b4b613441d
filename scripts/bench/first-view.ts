import { demoFolder, onFolder, wijk } from './apps.ts';
import { beforeList } from './before-list.ts';
import { serveEagerMap } from './eager-map.ts';
import { lighthouse, type LighthouseFigures } from './lighthouse.ts';
import type { Measuring, Section, Target } from './section.ts';

const kilobytes = (bytes: number): number => bytes / 1024;

function addLighthouse({ add }: Measuring, name: string, figures: LighthouseFigures, isOurs: boolean): void {
  const asked = (target: Target) => (isOurs ? { target } : {});
  add({
    name: `performance, ${name}`,
    value: figures.performance,
    unit: 'points',
    ...asked({ atLeast: 95 })
  });
  add({
    name: `largest contentful paint, ${name}`,
    value: figures!.largestContentfulPaint,
    unit: 'ms',
    ...asked({ atMost: 1_500 })
  });
  add({ name: `first contentful paint, ${name}`, value: figures.firstContentfulPaint, unit: 'ms' });
  add({ name: `total blocking time, ${name}`, value: figures.totalBlockingTime, unit: 'ms' });
  add({ name: `cumulative layout shift, ${name}`, value: figures.cumulativeLayoutShift, unit: 'points' });
}

async function addBeforeList(
  measuring: Measuring,
  name: string,
  url: string,
  selector: string
): Promise<void> {
  const seen = await beforeList(measuring, url, selector);
  const isOurs = name === wijk;
  const add = measuring.add;
  add({
    name: `the list is painted, ${name}`,
    value: seen.list,
    unit: 'ms',
    note: 'line and processor really slowed'
  });
  add({ name: `the largest thing is painted, ${name}`, value: seen.largest, unit: 'ms' });
  add({ name: `bytes before the list, ${name}`, value: kilobytes(seen.bytes), unit: 'kB' });
  add({ name: `requests before the list, ${name}`, value: seen.requests, unit: 'count' });
  add({
    name: `script before the list, ${name}`,
    value: kilobytes(seen.scriptBytes),
    unit: 'kB',
    ...(isOurs ? { target: { atMost: 60 } } : {})
  });
  add({ name: `script in all, untouched, ${name}`, value: kilobytes(seen.allScriptBytes), unit: 'kB' });
  add({ name: `bytes in all, untouched, ${name}`, value: kilobytes(seen.allBytes), unit: 'kB' });
}

/** What somebody waits for who opens the wijk on an old phone. */
export const firstView: Section = {
  name: 'first-view',
  title: 'First view on a slow phone',
  measure: async (measuring) => {
    const { add, say, sizes } = measuring;
    const app = await onFolder(measuring, await demoFolder(measuring)).start();
    const ours = `${app.address}/${wijk}`;
    // The first page of a new process is made while the code for it is still being read.
    await (await fetch(ours)).text();
    const eager = await serveEagerMap(measuring);
    say(`Lighthouse, ${sizes.lighthouseRuns} times for each page.`);
    const [figures, others] = await lighthouse([ours, eager], sizes.lighthouseRuns);
    addLighthouse(measuring, wijk, figures!, true);
    addLighthouse(measuring, 'eager empty map', others!, false);
    add({
      name: 'largest contentful paint, part of that of the eager map',
      value: figures!.largestContentfulPaint / others!.largestContentfulPaint,
      unit: 'times'
    });
    await addBeforeList(measuring, wijk, ours, '#list li');
    await addBeforeList(measuring, 'eager empty map', eager, 'li');
  }
};
