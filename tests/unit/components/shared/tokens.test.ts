import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { markColours } from '#lib/domain/chain/mark-colours.ts';

const css = readFileSync('src/lib/components/shared/tokens.css', 'utf8');
const [lightCss = '', darkCss = ''] = css.split('@media screen and (prefers-color-scheme: dark)');

function coloursOf(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((match) => [match[1], match[2]])
  );
}

const light = coloursOf(lightCss);
const themes = { light, dark: { ...light, ...coloursOf(darkCss) } };

/** Relative luminance, WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
    .map((channel) => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

const text: Record<string, string[]> = {
  ink: ['paper', 'card', 'next-step', 'waiting-soft', 'error-soft', 'chain-soft', 'sand', 'pearl-disc'],
  'ink-soft': ['paper', 'card', 'next-step', 'waiting-soft', 'chain-soft', 'sand'],
  'on-action': ['action', 'action-strong'],
  'action-text': ['paper', 'card', 'next-step'],
  'on-chain': ['chain', 'chain-strong'],
  chain: ['paper', 'card', 'chain-soft'],
  'chain-strong': ['paper', 'card', 'chain-soft'],
  waiting: ['paper', 'card', 'waiting-soft', 'next-step'],
  error: ['paper', 'card', 'error-soft'],
  place: ['card', 'pearl-disc'],
  organisation: ['card', 'pearl-disc'],
  'pearl-icon': ['pearl-light', 'pearl-warm', 'pearl-cool']
};

const mapGrounds = [
  'map-ground',
  'map-terrain',
  'map-green',
  'map-wood',
  'map-water',
  'map-road',
  'map-building'
];

const marks: Record<string, string[]> = {
  'line-strong': ['paper', 'card', 'chain-soft'],
  focus: ['paper', 'card', 'sand', 'next-step'],
  action: ['paper', 'card', 'next-step', 'pearl-disc'],
  // The cluster, the thread and the closed ring stand on the map itself.
  chain: ['pearl-disc', 'chain-not-needed', ...mapGrounds],
  'chain-empty': ['pearl-disc', 'card'],
  'pearl-edge': ['pearl-disc', 'map-ground', 'map-terrain', 'map-green', 'map-road'],
  place: mapGrounds,
  organisation: mapGrounds,
  'plan-edge': ['map-ground', 'map-green']
};

describe.each(Object.entries(themes))('%s colours', (_name, colours) => {
  const cases = (pairs: Record<string, string[]>) =>
    Object.entries(pairs).flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

  test.each(cases(text))('text in %s on %s is at least 4.5:1', (front, ground) => {
    expect(contrast(colours[front]!, colours[ground]!)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(cases(marks))('a mark in %s on %s is at least 3:1', (front, ground) => {
    expect(contrast(colours[front]!, colours[ground]!)).toBeGreaterThanOrEqual(3);
  });
});

test('the contrast formula knows black on white', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test('every colour of light has its own in dark', () => {
  const dark = coloursOf(darkCss);
  expect(Object.keys(light).filter((name) => !(name in dark))).toEqual([]);
});

describe.each(['light', 'dark'] as const)('marks drawn outside the page, %s', (theme) => {
  test.each(Object.entries(markColours[theme]))('%s is the token of that name', (name, colour) => {
    expect(colour).toBe(themes[theme][name]);
  });
});

test('every paint of a drawing is repainted by the page', () => {
  const drawingCss = readFileSync('src/lib/components/shared/drawing.css', 'utf8');
  const used = new Set<string>();
  for (const file of ['pearl-svg', 'mark-svg'])
    for (const [, property, paint] of readFileSync(`src/lib/domain/chain/${file}.ts`, 'utf8').matchAll(
      /paint\('(fill|stroke|stop-color)', '([\w-]+)'\)/g
    ))
      used.add(`.${property === 'stop-color' ? 'stop' : property}-${paint}`);
  expect(used.size).toBeGreaterThan(10);
  expect([...used].filter((rule) => !drawingCss.includes(`${rule} {`))).toEqual([]);
});
