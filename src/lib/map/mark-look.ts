import type { Drawing } from '#lib/domain/chain/drawing.ts';
import type { MarkTheme } from '#lib/domain/chain/mark-colours.ts';
import { markDrawing } from '#lib/domain/chain/mark-svg.ts';
import { pearlDrawing, type PearlMark } from '#lib/domain/chain/pearl-svg.ts';
import { decodeRing } from '#lib/domain/chain/ring.ts';
import { themeIcon } from '#lib/domain/chain/theme-icons.ts';
import { markKinds, type Mark, type MarkKind } from '#lib/domain/neighbourhood/marks.ts';
import type { AnyMark } from './pearl-image.ts';

/** Diameter of an idea's mark in CSS pixels at a normal letter size: on a map at least this wide, and on a smaller one. */
export const markSizes = { wide: 40, narrow: 34, wideFrom: 640 } as const;

/** How large each kind is beside an idea. */
export const markScales: Record<MarkKind, number> = {
  idea: 1,
  report: 0.95,
  question: 0.95,
  place: 0.88,
  organisation: 1,
  pearl: 0.9
};

/** What is chosen or has focus stands out by size too. */
export const highlightScale = 1.25;

/** Width of a mark in CSS pixels for a map of that width. */
export function markSizeFor(mapWidth: number): number {
  return mapWidth >= markSizes.wideFrom ? markSizes.wide : markSizes.narrow;
}

export type MarkLook = Pick<Mark, 'kind' | 'ring' | 'icon' | 'example'>;

/** The look of a mark as one word: marks with the same word are drawn once. */
export function lookKey({ kind, ring, icon, example }: MarkLook): string {
  return [kind, ring ?? '', icon, example ? 'example' : ''].join('.');
}

/** The look of a word made by lookKey; throws on anything else. */
export function lookOfKey(key: string): MarkLook {
  const [kind, ring, icon = '', example] = key.split('.');
  if (!isMarkKind(kind)) throw new TypeError(`Not the look of a mark: ${key}`);
  return { kind, icon, example: example === 'example', ...(ring ? { ring } : {}) };
}

const isMarkKind = (kind: string | undefined): kind is MarkKind =>
  (markKinds as readonly (string | undefined)[]).includes(kind);

const ideaOnly = 'ceeeee';

/** The mark as the drawing functions take it. `size` is that of an idea, in CSS pixels; each kind has its own share of it. */
export function drawnMark(look: MarkLook, size: number, theme: MarkTheme): AnyMark {
  const own = {
    icon: themeIcon(look.icon),
    size: size * markScales[look.kind],
    theme,
    example: look.example
  };
  switch (look.kind) {
    case 'place':
    case 'organisation':
      return { ...own, kind: look.kind };
    case 'report':
    case 'question':
      return { ...own, kind: 'report' };
    case 'pearl':
      return { ...own, kind: 'pearl', surface: 'map', id: lookKey(look) };
    case 'idea':
      return {
        ...own,
        kind: 'idea',
        ring: decodeRing(look.ring ?? ideaOnly),
        surface: 'map',
        id: lookKey(look)
      };
  }
}

function isPearl(mark: AnyMark): mark is PearlMark {
  return mark.kind !== 'place' && mark.kind !== 'organisation' && mark.kind !== 'cluster';
}

/** The drawing of a mark for a page. */
export function lookDrawing(look: MarkLook, size: number): Drawing {
  const mark = drawnMark(look, size, 'light');
  return isPearl(mark) ? pearlDrawing(mark) : markDrawing(mark);
}

/**
 * How far a seat lies from the spot it belongs to, in widths of an idea's mark: x to the east, y to the south.
 * Seat 0 is the spot itself; the others stand round it, upright ones first, so that each stays visible and can be touched.
 */
export const seatOffsets: readonly (readonly [x: number, y: number])[] = [
  [0, 0],
  ...[-90, -30, -150, 30, 150, 90].map((degrees) => {
    const angle = (degrees * Math.PI) / 180;
    return [round(Math.cos(angle) * 0.95), round(Math.sin(angle) * 0.95)] as const;
  })
];

function round(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}
