import type { Mark } from '#lib/domain/neighbourhood/marks.ts';
import type { LonLat } from '#lib/geo/mercator.ts';

/** A building or green area of the base map that somebody tapped; `spot` when nobody knows yet what is there. */
export interface ChosenObject extends LonLat {
  kind: 'building' | 'green' | 'spot';
  /** Its BGT id; null when the base map does not tell it at this distance: the server finds it by its point. */
  id: string | null;
}

/** What stands out on the map, and why. Ids of marks. */
export class Selection {
  /** What the page beside the map is about. */
  selected = $state<string | null>(null);
  /** Focused in the list of what is in view. */
  focused = $state<string | null>(null);
  /** Under the pointer. */
  pointed = $state<string | null>(null);
  /** Tapped on the base map. */
  chosen = $state.raw<ChosenObject | null>(null);
  /** Marks on one spot that a tap could not tell apart: one of them is to be picked from a list. */
  together = $state.raw<readonly Mark[]>([]);

  /** The ids that stand out, what the page is about first. */
  readonly standsOut: readonly string[] = $derived(
    [this.selected, this.focused, this.pointed].filter(
      (id, index, all): id is string => id !== null && all.indexOf(id) === index
    )
  );

  /** Another thing is open now. */
  open(id: string | null): void {
    this.selected = id;
    this.chosen = null;
    this.together = [];
    this.focused = null;
    this.pointed = null;
  }
}
