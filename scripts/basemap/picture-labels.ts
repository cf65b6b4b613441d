import type { StreetLabel } from './streets.ts';

export interface PictureLabel {
  id: string;
  name: string;
  x: number;
  y: number;
  /** Degrees clockwise. */
  rotate: number;
  /** 1: on every picture; 2 and 3: only where the picture is shown large enough to read more. */
  tier: number;
}

interface Box {
  x: number;
  y: number;
  /** Half the length and half the height along the text, in units. */
  length: number;
  height: number;
  radians: number;
}

/** Mean width of a letter of a semibold sans-serif, as a share of its size (measured on the street names). */
const letterWidth = 0.55;

function boxOf({ label, x, y }: Placed, { size, room }: LabelTier): Box {
  return {
    x,
    y,
    length: (label.name.length * letterWidth * size) / 2,
    height: size * room,
    radians: (label.rotate * Math.PI) / 180
  };
}

function corners(box: Box): [number, number][] {
  const [cos, sin] = [Math.cos(box.radians), Math.sin(box.radians)];
  return [
    [-1, -1],
    [1, -1],
    [1, 1],
    [-1, 1]
  ].map(([a = 0, b = 0]) => [
    box.x + a * box.length * cos - b * box.height * sin,
    box.y + a * box.length * sin + b * box.height * cos
  ]);
}

/** Separating axis: two turned boxes are apart when some side's direction keeps their shadows apart. */
function overlap(a: Box, b: Box): boolean {
  const [first, second] = [corners(a), corners(b)];
  const axes = [a.radians, a.radians + Math.PI / 2, b.radians, b.radians + Math.PI / 2];
  return axes.every((angle) => {
    const along = ([x, y]: [number, number]): number => x * Math.cos(angle) + y * Math.sin(angle);
    const [one, two] = [first.map(along), second.map(along)];
    return Math.max(...one) > Math.min(...two) && Math.max(...two) > Math.min(...one);
  });
}

/** A street says its name again only after this many units (about 430 m). */
const repeatDistance = 700;

export interface LabelTier {
  /** Text size in units of the picture. */
  size: number;
  /** Half the height that a name keeps free, as a share of its size: a small picture says less, with more air. */
  room: number;
}

export interface LabelSpace {
  width: number;
  height: number;
  /** From the smallest picture (largest text) to the largest. */
  tiers: readonly LabelTier[];
  /** Lon/lat to units of the picture. */
  project: (position: readonly number[]) => [number, number];
  /** Whether a lon/lat lies in the wijk itself. */
  isInside: (position: readonly number[]) => boolean;
}

interface Placed {
  label: StreetLabel;
  x: number;
  y: number;
}

function fits(candidate: Placed, chosen: readonly Placed[], space: LabelSpace, tier: LabelTier): boolean {
  const box = boxOf(candidate, tier);
  const margin = box.length + 8;
  const isInPicture =
    candidate.x > margin &&
    candidate.y > margin &&
    candidate.x < space.width - margin &&
    candidate.y < space.height - margin;
  return (
    isInPicture &&
    chosen.every((other) => {
      const isRepeat = other.label.name === candidate.label.name;
      if (isRepeat && Math.hypot(other.x - candidate.x, other.y - candidate.y) < repeatDistance) return false;
      return !overlap(box, boxOf(other, tier));
    })
  );
}

/**
 * Chooses the street names for the drawn picture so that none lies over another, for each size of the picture:
 * inside the wijk first, the through roads before the lanes, each street's best label first.
 * A tier keeps the labels of the tiers before it, so that nothing disappears when the picture grows.
 */
export function choosePictureLabels(labels: StreetLabel[], space: LabelSpace): PictureLabel[] {
  const worth = (label: StreetLabel): number =>
    (space.isInside(label.position) ? 0 : 100) + label.rank * 10 - (label.isMajor ? 5 : 0);
  const candidates = labels
    .map((label): Placed => {
      const [x, y] = space.project(label.position);
      return { label, x: Math.round(x), y: Math.round(y) };
    })
    .sort((a, b) => worth(a.label) - worth(b.label) || b.label.name.length - a.label.name.length);
  const chosen: (Placed & { tier: number })[] = [];
  space.tiers.forEach((tier, index) => {
    for (const candidate of candidates) {
      if (chosen.some(({ label }) => label.id === candidate.label.id)) continue;
      if (fits(candidate, chosen, space, tier)) chosen.push({ ...candidate, tier: index + 1 });
    }
  });
  return chosen
    .map(({ label, x, y, tier }) => ({
      id: label.id,
      name: label.name,
      x,
      y,
      rotate: Math.round(label.rotate),
      tier
    }))
    .sort((a, b) => a.tier - b.tier || a.y - b.y || a.x - b.x);
}
