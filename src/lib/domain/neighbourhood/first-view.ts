import { isInside, widened, type Bounds } from '#lib/geo/bounds.ts';
import { clusterPoints, type Cluster } from '#lib/geo/clusters.ts';
import { scaleOf, visibleBounds, zoomOfScale, type View } from '#lib/geo/view.ts';
import { clusterAbove, type Mark } from './marks.ts';

/** What the drawn map of the first view shows. */
export interface FirstView {
  marks: readonly Mark[];
  clusters: readonly Cluster[];
}

/** A map on a desk; a phone that shows the default view is at the same whole zoom. */
const usualSize = { width: 1000, height: 840 };

/** Kinds that are never gathered: they are few, and one looks for them. */
const standsAlone = (mark: Mark): boolean =>
  mark.kind !== 'idea' && mark.kind !== 'report' && mark.kind !== 'question';

/** Most readers have the same first view: it is kept as long as the marks are these, with those of a few others. */
const mostKept = 8;
const kept = new WeakMap<readonly Mark[], Map<string, FirstView>>();

/**
 * What the server draws of all marks: every one up to 500, else those near the view, gathered where they crowd.
 * Made on the server only, so that a browser never receives thousands of marks before it asked for a live map.
 */
export function firstViewOf(marks: readonly Mark[], view: View): FirstView {
  if (marks.length <= clusterAbove) return { marks, clusters: [] };
  const views = kept.get(marks) ?? new Map<string, FirstView>();
  kept.set(marks, views);
  const question = JSON.stringify(view);
  const known = views.get(question);
  if (known) return known;
  const gathered = gather(marks, view);
  views.set(question, gathered);
  const [oldest] = views.keys();
  if (views.size > mostKept && oldest !== undefined) views.delete(oldest);
  return gathered;
}

function gather(marks: readonly Mark[], view: View): FirstView {
  const seen: Bounds = visibleBounds(view, usualSize);
  const near = widened(seen, 0.5);
  const zoom = zoomOfScale(scaleOf(view, usualSize));
  const gathered = clusterPoints(
    marks.filter((mark) => !standsAlone(mark)),
    zoom,
    near
  );
  const alone = marks.filter((mark) => standsAlone(mark) && isInside(near, mark));
  const single = new Set([...alone.slice(0, clusterAbove), ...gathered.single.slice(0, clusterAbove)]);
  return { marks: marks.filter((mark) => single.has(mark)), clusters: gathered.clusters };
}
