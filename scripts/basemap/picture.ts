import { booleanPointInPolygon, buffer } from '@turf/turf';
import type { Geometry, Polygon } from 'geojson';
import { pictureBox } from './edge.ts';
import { sortAlongHilbert } from './hilbert.ts';
import { greenKind, terrainKind, waterKind, wayGroup, wayKind } from './kinds.ts';
import { mercatorStretch, toMercator } from './mercator.ts';
import { choosePictureLabels, type PictureLabel } from './picture-labels.ts';
import { dissolve, polygonsOf, type Ring } from './polygons.ts';
import type { SourceFeature, SourceLayers } from './read-layers.ts';
import { simplifyLine, simplifyOutline, type Tolerance } from './simplify.ts';
import type { StreetLabel } from './streets.ts';
import { dotData, pathData } from './svg-path.ts';

/** The picture's own coordinates: Web Mercator metres from the top left corner, y down, whole numbers. */
export interface PictureFrame {
  width: number;
  height: number;
  /** Web Mercator metres (EPSG:3857) of the top left corner. */
  originX: number;
  originY: number;
}

interface Canvas {
  frame: PictureFrame;
  project: (position: readonly number[]) => [number, number];
  tolerance: Tolerance;
  /** 0 in the wijk, 1 at the far corners. */
  remoteness: (x: number, y: number) => number;
}

export function pictureFrame(extent: Polygon): PictureFrame {
  const box = pictureBox(extent);
  return { width: box.maxX - box.minX, height: box.maxY - box.minY, originX: box.minX, originY: box.maxY };
}

export function projector(frame: PictureFrame): (position: readonly number[]) => [number, number] {
  return (position) => {
    const [x, y] = toMercator([...position]);
    return [x - frame.originX, frame.originY - y];
  };
}

/** Detail in the picture, in Web Mercator metres: what is left out cannot be seen at the size it is shown. */
const detail = { near: 0.9, far: 3.5, farDistance: 900 };

function makeCanvas(extent: Polygon, border: Polygon): Canvas {
  const frame = pictureFrame(extent);
  const project = projector(frame);
  const points = border.coordinates[0]!.map(project);
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [minX, maxX, minY, maxY] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const remoteness = (x: number, y: number): number => {
    const away = Math.hypot(Math.max(minX - x, 0, x - maxX), Math.max(minY - y, 0, y - maxY));
    return Math.min(1, away / detail.farDistance);
  };
  const tolerance: Tolerance = (x, y) => detail.near + (detail.far - detail.near) * remoteness(x, y);
  return { frame, project, tolerance, remoteness };
}

function isInFrame(frame: PictureFrame, ring: Ring): boolean {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  return (
    Math.max(...xs) > 0 &&
    Math.min(...xs) < frame.width &&
    Math.max(...ys) > 0 &&
    Math.min(...ys) < frame.height
  );
}

function along(canvas: Canvas, rings: Ring[]): Ring[] {
  const box = { minX: 0, minY: 0, maxX: canvas.frame.width, maxY: canvas.frame.height };
  return sortAlongHilbert(rings, (ring) => ring[0]!, box);
}

/** Outlines of areas in picture units, simplified; `smallest` in square units, growing with the distance. */
function outlines(
  canvas: Canvas,
  geometries: Geometry[],
  smallest: number,
  farSmallest = smallest * 6
): Ring[] {
  const rings = geometries.flatMap((geometry) => polygonsOf(geometry).flat());
  const drawn = rings.flatMap((ring) => {
    const points = ring.map(canvas.project);
    if (!isInFrame(canvas.frame, points)) return [];
    const [x, y] = points[0]!;
    const least = smallest + (farSmallest - smallest) * canvas.remoteness(x, y);
    const outline = simplifyOutline(points, canvas.tolerance, least);
    return outline ? [outline] : [];
  });
  return along(canvas, drawn);
}

function melted(features: SourceFeature[], test: (feature: SourceFeature) => boolean): Geometry[] {
  const merged = dissolve(features.filter(test).map((feature) => feature.geometry));
  return merged ? [merged] : [];
}

/** The drawing without its colours: the same for every theme. */
export interface Drawing {
  frame: PictureFrame;
  /** Path data by class of the style sheet. */
  paths: { className: string; data: string }[];
  labels: PictureLabel[];
}

const greenClasses: Record<string, string> = {
  wood: 'wood',
  planting: 'planting',
  heath: 'heath',
  field: 'field'
};

/**
 * Text in units of the picture, and the widest picture (CSS pixels of the whole drawing) it is meant for:
 * on each it is read at some 11-14 pixels.
 */
export const textSizes = [
  { size: 43, room: 0.9, upTo: 1000 },
  { size: 31, room: 0.7, upTo: 1450 },
  { size: 23, room: 0.55, upTo: Infinity }
] as const;

/** Draws the whole extent of a wijk as few paths, fine within the border and coarser away from it. */
export function drawPicture(
  layers: SourceLayers,
  labels: StreetLabel[],
  extent: Polygon,
  border: Polygon
): Drawing {
  const canvas = makeCanvas(extent, border);
  const { frame, project } = canvas;
  const stretch = mercatorStretch(border.coordinates[0]![0]![1]!);
  const area = (squareMetres: number): number => squareMetres * stretch ** 2;
  const greenOf = (className: string) => (feature: SourceFeature) =>
    (greenClasses[greenKind(feature)] ?? 'green') === className;
  const wayOf = (group: string) => (feature: SourceFeature) => wayGroup(wayKind(feature)) === group;
  const paved = (feature: SourceFeature): boolean => ['paved', 'half-paved'].includes(terrainKind(feature));
  const closed = (className: string, geometries: Geometry[], squareMetres: number, far?: number) => ({
    className,
    data: pathData(
      outlines(canvas, geometries, area(squareMetres), far === undefined ? undefined : area(far)),
      true
    )
  });

  const home = buffer({ type: 'Feature', properties: {}, geometry: border }, 40, { units: 'meters' });
  const isInside = (position: readonly number[]): boolean =>
    home !== undefined && booleanPointInPolygon([...position], home);
  const box = { minX: 0, minY: 0, maxX: frame.width, maxY: frame.height };
  const trees = layers.bomen.flatMap((tree) =>
    tree.geometry.type === 'Point' ? [project(tree.geometry.coordinates)] : []
  );
  const shownTrees = trees
    .map(([x, y]): [number, number] => [Math.round(x), Math.round(y)])
    .filter(([x, y]) => x > 0 && y > 0 && x < frame.width && y < frame.height);
  const dashed = simplifyLine(border.coordinates[0]!.map(project), () => 2).map(
    ([x, y]): [number, number] => [Math.round(x), Math.round(y)]
  );

  return {
    frame,
    paths: [
      closed('paved', melted(layers.terrein, paved), 30),
      ...['green', 'planting', 'field', 'heath', 'wood'].map((className) =>
        closed(className, melted(layers.groen, greenOf(className)), 25)
      ),
      closed(
        'water',
        melted(layers.water, (feature) => waterKind(feature) !== 'dry-ditch'),
        15
      ),
      closed('path', melted(layers.wegdelen, wayOf('path')), 20, 200),
      closed('road', melted(layers.wegdelen, wayOf('road')), 10),
      { className: 'tree', data: dotData(sortAlongHilbert(shownTrees, (point) => point, box)) },
      closed(
        'building',
        melted(layers.panden, () => true),
        7,
        45
      ),
      { className: 'border', data: pathData([dashed.slice(0, -1)], true) }
    ],
    labels: choosePictureLabels(labels, {
      ...frame,
      tiers: textSizes,
      project,
      isInside
    })
  };
}
