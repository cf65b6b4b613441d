import { placeAt } from '#lib/geo/view.ts';
import type { MapSession } from './map-session.svelte.ts';

/** Keeps the session informed of the size of the map. For `{@attach}`. */
export function measured(session: MapSession): (element: HTMLElement) => () => void {
  return (element) => {
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      session.view.size = width > 0 && height > 0 ? { width, height } : null;
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}

/**
 * A click somewhere on the map. Marks of the drawn map are links and open by themselves, unless a spot is wanted: then
 * a click means the spot, and a key pressed on a mark the spot of that mark.
 */
export function tapDrawn(session: MapSession, root: HTMLElement, event: MouseEvent): void {
  const { view, size } = session.view;
  const target = event.target instanceof Element ? event.target : null;
  if (!size || !target?.closest('.drawn-map') || event.defaultPrevented) return;
  const link = target.closest('a');
  if (link && !session.aims) return;
  event.preventDefault();
  const byKey = event.detail === 0 ? session.byId.get(link?.dataset['mark'] ?? '') : undefined;
  const box = root.getBoundingClientRect();
  session.tapDrawn(byKey ?? placeAt(view, size, { x: event.clientX - box.left, y: event.clientY - box.top }));
}

/** Lets fingers and the wheel move the drawn map. Its code comes only when somebody touched the map. Returns the way back. */
export function movable(session: MapSession, root: HTMLElement, rest: () => void): () => void {
  let isGone = false;
  let release: (() => void) | null = null;
  const element = root.querySelector<HTMLElement>('.drawn-map');
  const hold = async (): Promise<void> => {
    const { holdDrawnMap } = await import('#lib/map/drawn-gestures.ts');
    if (isGone || !element) return;
    release = holdDrawnMap(element, {
      get view() {
        return session.view.view;
      },
      get size() {
        return session.view.size;
      },
      show: (view) => session.view.show(view, false),
      rest
    });
  };
  // Without it the map is moved by its links.
  hold().catch((reason: unknown) => console.warn('The drawn map cannot be dragged.', reason));
  return () => {
    isGone = true;
    release?.();
  };
}
