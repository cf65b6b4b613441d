import type { Position } from 'geojson';
import { wayKind } from './kinds.ts';
import { toMercator } from './mercator.ts';
import { linesOf } from './polygons.ts';
import { text, type SourceFeature, type SourceLayers } from './read-layers.ts';

export interface StreetLabel {
  id: string;
  name: string;
  /** BAG id of the public space; null when the register gives none. */
  streetId: string | null;
  position: Position;
  /** Degrees clockwise from reading left to right, between -90 and 90. */
  rotate: number;
  /** 1 for the label that is kept longest when space is short, 2 and up for the street's other labels. */
  rank: number;
  /** A through road of the region: drawn a little larger. */
  isMajor: boolean;
}

function distance(a: Position, b: Position): number {
  const [ax, ay] = toMercator(a);
  const [bx, by] = toMercator(b);
  return Math.hypot(ax - bx, ay - by);
}

/** Names of streets of which most derived road parts are regional roads. */
function majorStreets(layers: SourceLayers): Set<string> {
  const counts = new Map<string, { regional: number; all: number }>();
  for (const part of layers.wegdelen) {
    const street = text(part, 'straat_afgeleid');
    if (!street) continue;
    const count = counts.get(street) ?? { regional: 0, all: 0 };
    count.all += 1;
    if (wayKind(part) === 'regional-road') count.regional += 1;
    counts.set(street, count);
  }
  return new Set([...counts].filter(([, count]) => count.regional * 2 > count.all).map(([street]) => street));
}

/**
 * Ranks by which a map of any scale drops labels: 1 to 3 are the tiers of the drawn picture, so that the map
 * that takes over from it says the same names; the street's other labels follow as 4 and up.
 */
export function displayRank(label: StreetLabel, tiers: ReadonlyMap<string, number>): number {
  return tiers.get(label.id) ?? 3 + label.rank;
}

/** First the label nearest the heart of the wijk, then each time the one farthest from those chosen. */
function rankLabels(labels: Omit<StreetLabel, 'rank'>[], heart: Position): StreetLabel[] {
  const rest = [...labels].sort((a, b) => distance(a.position, heart) - distance(b.position, heart));
  const ranked: StreetLabel[] = [];
  while (rest.length > 0) {
    const gap = (label: Omit<StreetLabel, 'rank'>): number =>
      Math.min(...ranked.map((other) => distance(label.position, other.position)));
    const next =
      ranked.length === 0 ? rest[0]! : rest.reduce((best, label) => (gap(label) > gap(best) ? label : best));
    rest.splice(rest.indexOf(next), 1);
    ranked.push({ ...next, rank: ranked.length + 1 });
  }
  return ranked;
}

/** Street-name labels of the register, ranked so that a small map shows each street once. */
export function readStreetLabels(layers: SourceLayers, heart: Position): StreetLabel[] {
  const major = majorStreets(layers);
  const byName = new Map<string, Omit<StreetLabel, 'rank'>[]>();
  for (const label of layers.straatnamen) {
    const name = text(label, 'naam');
    if (!name || label.geometry.type !== 'Point') continue;
    // The register turns counterclockwise, screens turn clockwise; "|| 0" also makes -0 plain.
    const rotate = -Number(label.properties['rotatie'] ?? 0) || 0;
    const position = label.geometry.coordinates;
    const entry = {
      id: label.id,
      name,
      streetId: text(label, 'bagOpr'),
      position,
      rotate,
      isMajor: major.has(name)
    };
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  return [...byName.values()].flatMap((labels) => rankLabels(labels, heart));
}

function distanceToSegment(
  point: readonly [number, number],
  a: [number, number],
  b: [number, number]
): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
  const along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy || 1);
  const clamped = Math.min(1, Math.max(0, along));
  return Math.hypot(point[0] - a[0] - clamped * dx, point[1] - a[1] - clamped * dy);
}

/**
 * Whether the street derived for a road part is also the street of the nearest name label.
 * Two derivations that agree count as certain; for the rest the screen says "waarschijnlijk".
 */
export function isStreetConfirmed(part: SourceFeature, labels: StreetLabel[]): boolean {
  const lines = linesOf(part.geometry).map((line) => line.map(toMercator));
  let nearest: StreetLabel | null = null;
  let shortest = Infinity;
  for (const label of labels) {
    const point = toMercator(label.position);
    for (const line of lines) {
      for (let index = 1; index < line.length; index += 1) {
        const gap = distanceToSegment(point, line[index - 1]!, line[index]!);
        if (gap < shortest) [shortest, nearest] = [gap, label];
      }
    }
  }
  return nearest !== null && nearest.name === text(part, 'straat_afgeleid');
}
