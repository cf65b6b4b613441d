import type { WorldPoint } from '#lib/geo/mercator.ts';
import { closer, scaleOf, viewAround, type Size, type View } from '#lib/geo/view.ts';

/** What gestures move: the drawn map, until the live map takes over or where there is none. */
export interface DrawnMapHolder {
  readonly view: View;
  readonly size: Size | null;
  show(view: View): void;
  /** The fingers left. */
  rest(): void;
}

/** Less than this is a tap, not a drag (CSS pixels). */
const tolerance = 6;

/** How much closer one step of a mouse wheel comes. */
const wheelStep = 1.2;

/**
 * Moves the drawn map with one finger or the mouse, and brings it closer with two fingers or the wheel. Returns the
 * way back. The element gets `touch-action: none` for as long as this lasts.
 */
export function holdDrawnMap(element: HTMLElement, holder: DrawnMapHolder): () => void {
  const fingers = new Map<number, WorldPoint>();
  let travelled = 0;
  const before = element.style.touchAction;
  element.style.touchAction = 'none';

  const at = ({ clientX: x, clientY: y }: MouseEvent): WorldPoint => ({ x, y });
  const middle = (points: readonly WorldPoint[]): WorldPoint => ({
    x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
    y: points.reduce((sum, point) => sum + point.y, 0) / points.length
  });
  const spread = ([a, b]: readonly WorldPoint[]): number => (a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0);

  function change(from: WorldPoint, to: WorldPoint, times: number): void {
    const { size } = holder;
    if (!size) return;
    const scale = scaleOf(holder.view, size);
    const exact = viewAround(holder.view, scale, size);
    const shifted = { ...exact, x: exact.x - (to.x - from.x) / scale, y: exact.y - (to.y - from.y) / scale };
    const box = element.getBoundingClientRect();
    const around = {
      x: shifted.x + (to.x - box.left - size.width / 2) / scale,
      y: shifted.y + (to.y - box.top - size.height / 2) / scale
    };
    holder.show(times === 1 ? shifted : closer(shifted, times, around));
  }

  const events = {
    pointerdown(event: PointerEvent): void {
      if (event.button !== 0) return;
      if (fingers.size === 0) travelled = 0;
      fingers.set(event.pointerId, at(event));
    },
    pointermove(event: PointerEvent): void {
      const last = fingers.get(event.pointerId);
      if (!last) return;
      const old = [...fingers.values()];
      const now = at(event);
      fingers.set(event.pointerId, now);
      travelled += Math.hypot(now.x - last.x, now.y - last.y);
      if (travelled < tolerance) return;
      const fresh = [...fingers.values()];
      const times = fresh.length > 1 && spread(old) > 0 ? spread(fresh) / spread(old) : 1;
      change(middle(old), middle(fresh), times);
    },
    pointerup(event: PointerEvent): void {
      const wasHeld = fingers.delete(event.pointerId);
      if (wasHeld && fingers.size === 0 && travelled >= tolerance) holder.rest();
    },
    pointercancel(event: PointerEvent): void {
      events.pointerup(event);
    },
    /** A drag that ends on a mark does not open it. */
    click(event: MouseEvent): void {
      if (travelled < tolerance || event.detail === 0) return;
      event.preventDefault();
      event.stopPropagation();
    },
    wheel(event: WheelEvent): void {
      event.preventDefault();
      change(at(event), at(event), event.deltaY < 0 ? wheelStep : 1 / wheelStep);
      holder.rest();
    },
    dragstart(event: DragEvent): void {
      event.preventDefault();
    }
  };
  const controller = new AbortController();
  const { signal } = controller;
  element.addEventListener('pointerdown', events.pointerdown, { signal });
  window.addEventListener('pointermove', events.pointermove, { signal });
  window.addEventListener('pointerup', events.pointerup, { signal });
  window.addEventListener('pointercancel', events.pointercancel, { signal });
  element.addEventListener('click', events.click, { capture: true, signal });
  element.addEventListener('wheel', events.wheel, { passive: false, signal });
  element.addEventListener('dragstart', events.dragstart, { signal });
  return () => {
    controller.abort();
    element.style.touchAction = before;
  };
}
