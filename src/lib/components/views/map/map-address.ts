import { formatBounds } from '#lib/geo/bounds.ts';
import { boxBounds, scaleOf, viewAround, type Size, type View } from '#lib/geo/view.ts';

/** The address of a page with the map on this view; everything else in its query stays, except the name of a form's action. */
export function mapAddress(url: URL, view: View): string {
  const kept = [...url.searchParams].filter(([key]) => key !== 'map' && !key.startsWith('/'));
  const query = new URLSearchParams(kept).toString();
  return `?${query ? `${query}&` : ''}map=${formatBounds(boxBounds(view))}`;
}

/** A phone and a desk, for links in a page whose map was not measured. */
const usualSizes = { small: { width: 360, height: 370 }, large: { width: 1000, height: 840 } } as const;

/**
 * What is seen now, exactly where the size of the map is known. On the server it is not: then what a small and a large
 * map show of the first view, and the same box for both when the address asked for one.
 */
export function seenViews(view: View, size: Size | null): { small: View; large: View } {
  const seenIn = (container: Size): View => viewAround(view, scaleOf(view, container), container);
  if (size) {
    const seen = seenIn(size);
    return { small: seen, large: seen };
  }
  if (view.least === 0) return { small: view, large: view };
  return { small: seenIn(usualSizes.small), large: seenIn(usualSizes.large) };
}
