import { run } from '../terminal.ts';
import { demoFolder, onFolder, wijk } from './apps.ts';
import { openBrowser } from './browser.ts';
import { panOver, touchMap, watchFrames } from './map-page.ts';
import { readPins } from './pins.ts';
import type { Measuring, Section } from './section.ts';

async function measureWith(measuring: Measuring, wanted: number): Promise<void> {
  const { add, say, sizes } = measuring;
  const folder = await demoFolder(measuring);
  const filled = await run(process.execPath, ['scripts/bench/fill-wijk.ts', folder, String(wanted)]);
  if (filled.code !== 0) throw new Error(`The wijk could not be filled: ${filled.output}`);
  const app = await onFolder(measuring, folder).start();
  const firstAsked = performance.now();
  const html = await (await fetch(`${app.address}/${wijk}`)).text();
  const firstPage = performance.now() - firstAsked;
  const again = performance.now();
  await (await fetch(`${app.address}/${wijk}`)).text();
  const page = performance.now() - again;
  const { title } = await readPins(app.address);
  say(`${title.length} pins; the page is ${Math.round(html.length / 1024)} kB before compression.`);

  const browser = await openBrowser();
  measuring.later(() => browser.close());
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    hasTouch: true,
    isMobile: true,
    locale: 'nl-NL'
  });
  const phone = await context.newPage();
  await watchFrames(phone);
  await phone.goto(`${app.address}/${wijk}`, { waitUntil: 'networkidle' });
  const usable = await touchMap(phone);
  const pan = await panOver(phone, sizes.panMilliseconds);
  await browser.close();
  await app.stop();

  const named = `${wanted.toLocaleString('en')} pins`;
  add({
    name: `page from the server, ${named}`,
    value: page,
    unit: 'ms',
    note: `the first: ${Math.round(firstPage)} ms`
  });
  add({ name: `touch to usable map, ${named}`, value: usable.milliseconds, unit: 'ms' });
  add({ name: `longest task until then, ${named}`, value: usable.longestTask, unit: 'ms' });
  add({
    name: `longest task while panning, ${named}`,
    value: pan.longestTask,
    unit: 'ms',
    note: '0: none over 50 ms'
  });
  add({
    name: `worst frame while panning, ${named}`,
    value: pan.worstFrame,
    unit: 'ms',
    note: `p95 ${Math.round(pan.frame95)} ms, ${pan.frames} frames`
  });
}

/** From the touch of the drawn map to the live one at rest with all its pins, on a phone's screen, drawn in software. */
export const usableMap: Section = {
  name: 'usable-map',
  title: 'The live map',
  measure: async (measuring) => {
    for (const wanted of measuring.sizes.pins) await measureWith(measuring, wanted);
  }
};
