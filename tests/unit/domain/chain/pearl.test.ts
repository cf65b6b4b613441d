import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawingToSvg } from '#lib/domain/chain/drawing.ts';
import { markSvg } from '#lib/domain/chain/mark-svg.ts';
import { pearlDrawing, pearlSvg, type PearlMark } from '#lib/domain/chain/pearl-svg.ts';
import {
  pearlSegments,
  pointOnCircle,
  stepNames,
  type Ring,
  type StepState
} from '#lib/domain/chain/pearl.ts';
import { themeIcon, themeIcons } from '#lib/domain/chain/theme-icons.ts';

const states: Record<string, StepState> = { d: 'done', c: 'current', e: 'empty', n: 'not_needed' };

function ring(letters: string, more: Partial<Ring> = {}): Ring {
  const steps = [...letters].map((letter) => states[letter]!) as unknown as Ring['steps'];
  return { steps, realised: false, keptGoing: false, ...more };
}

const rings: Record<string, Ring> = {
  idea: ring('dceeee'),
  group: ring('ddceee'),
  'place asked': ring('dddcee'),
  agreements: ring('ddddce'),
  'without a place': ring('ddnnce'),
  realised: ring('dddddc', { realised: true }),
  'kept going': ring('dddddd', { realised: true, keptGoing: true })
};

const mark = (changes: Partial<PearlMark> = {}): PearlMark =>
  ({ ring: rings.idea!, icon: themeIcons.sprout, size: 48, theme: 'light', ...changes }) as PearlMark;

describe('the ring', () => {
  test('has one segment for each link of the chain, clockwise from the top', () => {
    const segments = pearlSegments(ring('ddncee'));
    expect(segments.map((segment) => segment.step)).toEqual([...stepNames]);
    expect(segments.map((segment) => segment.state)).toEqual([
      'done',
      'done',
      'not_needed',
      'current',
      'empty',
      'empty'
    ]);
    expect(segments[0]).toMatchObject({ startDegrees: 6, endDegrees: 54 });
    expect(segments[5]).toMatchObject({ startDegrees: 306, endDegrees: 354 });
  });

  test('starts at the top and turns to the right', () => {
    const top = pointOnCircle({ x: 50, y: 50 }, 40, 0);
    expect([top.x, top.y].map(Math.round)).toEqual([50, 10]);
    const right = pointOnCircle({ x: 50, y: 50 }, 40, 90);
    expect([right.x, right.y].map(Math.round)).toEqual([90, 50]);
  });

  const count = (svg: string, paint: string) => svg.split(`class="stroke-${paint}"`).length - 1;

  test.each([
    ['idea', 1, 5, 0],
    ['group', 2, 4, 0],
    ['place asked', 3, 3, 0],
    ['agreements', 4, 2, 0],
    ['without a place', 4, 2, 2],
    ['realised', 1, 0, 0],
    ['kept going', 2, 0, 0]
  ])('of "%s" is drawn with %d dark, %d empty and %d light lines', (name, dark, empty, lighter) => {
    const svg = pearlSvg(mark({ ring: rings[name]! }));
    // Two of the dark lines of "without a place" are outlines; realised is one closed line, kept going adds the thread.
    expect([count(svg, 'chain'), count(svg, 'chain-empty'), count(svg, 'chain-not-needed')]).toEqual([
      dark,
      empty,
      lighter
    ]);
  });

  test('closes, and the disc turns to pearl, only when realised', () => {
    expect(pearlSvg(mark())).not.toContain('radialGradient');
    expect(pearlSvg(mark({ ring: rings.realised! }))).toContain('radialGradient');
  });

  test('runs out in a thread on both sides only when kept going', () => {
    const still = pearlDrawing(mark({ ring: rings.realised! }));
    const kept = pearlDrawing(mark({ ring: rings['kept going']! }));
    expect(still.width).toBe(48);
    expect(kept.width).toBeGreaterThan(48);
    // The disc stays in the middle, so that a map can put it on its place.
    const [left = 0, , width = 0] = kept.viewBox.split(' ').map(Number);
    expect(left + width / 2).toBe(50);
    expect(kept.width / kept.height).toBeCloseTo(width / 100, 2);
  });

  test('shows the step that is being taken only where there is room', () => {
    expect(pearlSvg(mark({ size: 84 }))).toContain('stroke-action');
    expect(pearlSvg(mark({ size: 40 }))).not.toContain('stroke-action');
  });
});

const drawings: Record<string, string> = {
  ...Object.fromEntries(Object.entries(rings).map(([name, each]) => [name, pearlSvg(mark({ ring: each }))])),
  report: pearlSvg({ kind: 'report', icon: themeIcons.wrench, size: 48, theme: 'light' }),
  'good as it is': pearlSvg({ kind: 'pearl', icon: themeIcons.tree, size: 48, theme: 'light' }),
  place: markSvg({ kind: 'place', icon: themeIcons.coffee, size: 48, theme: 'light' }),
  'example of a place': markSvg({
    kind: 'place',
    icon: themeIcons.coffee,
    size: 48,
    theme: 'light',
    example: true
  }),
  organisation: markSvg({ kind: 'organisation', icon: themeIcons.hand, size: 48, theme: 'light' }),
  'example of an organisation': markSvg({
    kind: 'organisation',
    icon: themeIcons.hand,
    size: 48,
    theme: 'light',
    example: true
  }),
  cluster: markSvg({ kind: 'cluster', count: 12, size: 48, theme: 'light' })
};

/** The picture in shades of grey, 48 × 48, on paper. */
async function greyPixels(svg: string): Promise<Uint8Array> {
  return new Uint8Array(
    await sharp(Buffer.from(svg))
      .resize(48, 48, { fit: 'contain', background: '#ffffff' })
      .flatten({ background: '#ffffff' })
      .greyscale()
      .raw()
      .toBuffer()
  );
}

describe('the drawing', () => {
  test.each(Object.entries(drawings))('of %s is a well-formed picture of its size', async (_name, svg) => {
    const picture = await sharp(Buffer.from(svg)).metadata();
    expect(picture.format).toBe('svg');
    expect(picture.height).toBe(48);
    expect(svg).not.toContain('undefined');
    expect(svg).not.toContain('NaN');
  });

  test('of any two marks differs without colour and with the same icon', async () => {
    const same = { icon: themeIcons.sprout, size: 48, theme: 'light' as const };
    const pictures = await Promise.all(
      [
        ...Object.values(rings).map((each) => pearlSvg({ ...same, ring: each })),
        pearlSvg({ ...same, kind: 'report' }),
        pearlSvg({ ...same, kind: 'pearl' }),
        ...(['place', 'organisation'] as const).flatMap((kind) => [
          markSvg({ ...same, kind }),
          markSvg({ ...same, kind, example: true })
        ])
      ].map(greyPixels)
    );
    for (const [index, one] of pictures.entries())
      for (const other of pictures.slice(index + 1)) {
        const changed = one.filter((shade, pixel) => Math.abs(shade - other[pixel]!) > 60).length;
        expect(changed).toBeGreaterThan(25);
      }
  });

  test('is as sharp as the screen', async () => {
    const picture = await sharp(Buffer.from(pearlSvg(mark({ size: 40 }), { scale: 3 }))).metadata();
    expect([picture.width, picture.height]).toEqual([120, 120]);
  });

  test('carries its words escaped', async () => {
    const svg = pearlSvg(mark(), { label: '<script>alert("Riet & Joop")</script>' });
    expect(svg).toContain('<title>&lt;script&gt;alert(&quot;Riet &amp; Joop&quot;)&lt;/script&gt;</title>');
    expect(svg).toContain('role="img"');
    await expect(sharp(Buffer.from(svg)).metadata()).resolves.toMatchObject({ format: 'svg' });
  });

  test('escapes attributes too', () => {
    const svg = drawingToSvg({
      width: 1,
      height: 1,
      viewBox: '0 0 1 1',
      nodes: [['path', { d: '"><script>', fill: undefined }]]
    });
    expect(svg).toContain('<path d="&quot;&gt;&lt;script&gt;"/>');
  });

  test('of an example has a dashed edge', () => {
    for (const svg of [
      pearlSvg(mark({ example: true })),
      drawings['example of a place']!,
      drawings['example of an organisation']!
    ])
      expect(svg).toContain('stroke-dasharray');
    expect(pearlSvg(mark())).not.toContain('stroke-dasharray');
    expect(drawings.place).not.toContain('stroke-dasharray');
  });

  test('of a cluster shows its number', () => {
    expect(drawings.cluster).toContain('>12</text>');
    expect(markSvg({ kind: 'cluster', size: 48, theme: 'light' })).not.toContain('<text');
  });
});

describe('icons', () => {
  test.each(Object.entries(themeIcons))('%s has a drawing', (_name, icon) => {
    expect(icon.length).toBeGreaterThan(0);
  });

  test('a name that is not known gives the light bulb', () => {
    for (const name of ['constructor', '', null, undefined, 'spaceship'])
      expect(themeIcon(name)).toBe(themeIcons.lightbulb);
    expect(themeIcon('soup')).toBe(themeIcons.soup);
  });
});
