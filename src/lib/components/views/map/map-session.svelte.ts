import type { Geometry } from 'geojson';
import { m } from '#messages';
import { seatsOf, type Mark } from '#lib/domain/neighbourhood/marks.ts';
import { isInside, widened, type Bounds } from '#lib/geo/bounds.ts';
import { toWorld, type LonLat } from '#lib/geo/mercator.ts';
import {
  closer,
  heldWithin,
  scaleOf,
  scaleOfZoom,
  viewAround,
  viewOfBounds,
  visibleBounds
} from '#lib/geo/view.ts';
import { heartOf, viewFor, type BaseMap } from '#lib/domain/neighbourhood/base-map.ts';
import { draftFeatures } from '#lib/map/draft.ts';
import { nearestInView } from '#lib/map/in-view.ts';
import { gathers, marksById } from '#lib/map/mark-lists.ts';
import type { LiveMap } from '#lib/map/live-map.ts';
import type { Tap } from '#lib/map/live-tap.ts';
import { locate } from '#lib/map/locate.ts';
import { handlerOf, startMode, type Mode, type ModeState } from '#lib/map/modes.ts';
import { MapView } from '#lib/state/map-view.svelte.ts';
import { Selection, type ChosenObject } from '#lib/state/selection.svelte.ts';
import { inViewWords } from './mark-words.ts';

/**
 * `drawn`: the server's picture, which is all there is without a script. `loading`: the live map is on its way.
 * `live`: it took over. `unavailable`: it cannot, and the picture stays.
 */
export type Phase = 'drawn' | 'loading' | 'live' | 'unavailable';

/** What the page gives the map; read anew each time, so that it stays reactive. */
export interface SessionFacts {
  name: string;
  base: BaseMap;
  marks: readonly Mark[];
  /** There are more marks than these: the server gathered the rest. */
  isPartial: boolean;
  /** There are so many that they gather. */
  isClustered: boolean;
  bounds: Bounds | null;
  selected: string | null;
  picked: Geometry | null;
  onpick?: (geometry: Geometry) => void;
  onchoose?: (object: ChosenObject) => void;
  /** Opens the page of a mark. */
  open: (mark: Mark) => void;
}

/** Pixels per metre of Web Mercator at which one finds one's own street. */
const closeEnough = 1.2;

/** Something the device said about where it is. */
export type Position = LonLat & { accuracy: number };

/** One map on one page: what it shows, what a tap means, and which of the two maps is seen. */
export class MapSession {
  readonly view: MapView;
  readonly selection = new Selection();
  phase = $state<Phase>('drawn');
  live = $state.raw<LiveMap | null>(null);
  mode = $state.raw<ModeState>(startMode('look'));
  position = $state.raw<Position | null>(null);
  /** Said aloud, quietly. */
  announcement = $state('');
  /** Said in sight: what did not go as expected, in plain words. */
  notice = $state('');
  readonly #facts: () => SessionFacts;
  readonly byId: ReadonlyMap<string, Mark> = $derived.by(() => marksById(this.#facts().marks));
  /** Where ideas gather into clusters only the rest needs seats round a shared spot. */
  readonly seats: ReadonlyMap<string, number> = $derived.by(() => {
    const { marks, isClustered } = this.#facts();
    return seatsOf(isClustered ? marks.filter(({ kind }) => !gathers(kind)) : marks);
  });
  /** What can be seen now, for the list beside the live map. */
  readonly inView = $derived.by(() =>
    this.phase === 'live' && this.view.bounds
      ? nearestInView(this.#facts().marks, this.view.bounds)
      : { marks: [], count: 0 }
  );
  /** What somebody is putting on the map, or put there just now. */
  readonly draft = $derived.by(() => {
    const handler = handlerOf(this.mode);
    const corners = handler.corners(this.mode);
    return draftFeatures(corners.length > 0 ? handler.geometry(this.mode) : this.#facts().picked, corners);
  });
  /** A finger or button is down on the map now. */
  isHeld = false;
  /** A tap on the drawn map that waits for the live map to say what is there. */
  #pending: LonLat | null = null;

  constructor(facts: () => SessionFacts) {
    this.#facts = facts;
    const { base, bounds, selected, marks, isPartial } = facts();
    const mark = selected ? marks.find(({ id }) => id === selected) : null;
    // A part of the marks was chosen for the view in the middle: its own middle would be another one.
    this.view = new MapView(viewFor(base, bounds, mark ?? (isPartial ? null : heartOf(base, marks))));
    this.selection.selected = selected;
  }

  /** Whether somebody wanted more than the drawn map. */
  get isAwake(): boolean {
    return this.phase === 'loading' || this.phase === 'live';
  }

  /** Somebody touched the map, or there is time: the live map may come. */
  wake(): void {
    if (this.phase === 'drawn') this.phase = 'loading';
  }

  get aims(): boolean {
    return handlerOf(this.mode).aims;
  }

  /** Begins a mode anew; what was drawn in another is dropped. */
  start(mode: Mode): void {
    if (mode === this.mode.mode) return;
    this.mode = startMode(mode);
    this.selection.chosen = null;
    this.selection.together = [];
  }

  /** The page is about something else now: it stands out, and comes into view when it is not. */
  select(id: string | null): void {
    if (id === this.selection.selected) return;
    this.selection.open(id);
    const mark = id ? this.byId.get(id) : undefined;
    const { size, view } = this.view;
    if (!mark || !size) return;
    if (isInside(widened(visibleBounds(view, size), -0.1), mark)) return;
    this.view.show(viewAround(toWorld(mark), scaleOf(view, size), size));
  }

  /** The address asks for a part of the map. */
  showBounds(bounds: Bounds): void {
    if (this.view.isEcho(bounds)) return;
    this.view.tell(bounds);
    this.view.show(heldWithin(viewOfBounds(bounds), this.#facts().base.bounds));
  }

  zoom(times: number): void {
    const { size, view } = this.view;
    const exact = size ? viewAround(view, scaleOf(view, size), size) : view;
    this.view.show(heldWithin(closer(exact, times), this.#facts().base.bounds));
  }

  /** Somebody tapped a spot of the drawn map that is no mark. */
  tapDrawn(place: LonLat): void {
    if (this.aims) this.aim(place);
    else if (this.phase === 'unavailable') this.#choose({ kind: 'spot', id: null, ...place });
    else this.#pending = place;
  }

  /** Somebody tapped the live map. */
  tapLive(tap: Tap): void {
    if (this.aims) return this.aim(tap.place);
    const marks = tap.marks.flatMap((id) => this.byId.get(id) ?? []);
    this.selection.together = marks.length > 1 ? marks : [];
    if (marks.length > 1) return;
    if (marks[0]) this.#facts().open(marks[0]);
    else if (tap.cluster && this.view.size) {
      // A little closer than where it falls apart, so that one sees that it did.
      const scale = scaleOfZoom(tap.cluster.zoom + 0.4);
      this.view.show(viewAround(toWorld(tap.cluster.place), scale, this.view.size));
    } else if (tap.object) this.#choose({ ...tap.object, ...tap.place });
    else this.selection.chosen = null;
  }

  /** Puts the pin, or the next corner, at a place. */
  aim(place: LonLat): void {
    const handler = handlerOf(this.mode);
    this.mode = handler.tap(this.mode, place);
    if (handler.choosesAtOnce) this.finish();
    else this.announcement = m.map_draw_corner({ count: handler.corners(this.mode).length });
  }

  /** Enter on the live map: what is in its middle, or a spot there. */
  async enter(): Promise<void> {
    const { live } = this;
    if (!live) return;
    if (this.aims) this.aim(live.middle);
    else this.tapLive(await live.tapAt(live.middle));
  }

  undo(): void {
    this.mode = handlerOf(this.mode).undo(this.mode);
  }

  /** What was drawn is the answer, if it can be used; a line or area then begins anew. */
  finish(): void {
    const handler = handlerOf(this.mode);
    const geometry = handler.geometry(this.mode);
    if (!geometry || !handler.check(this.mode).valid) return;
    this.#facts().onpick?.(geometry);
    this.announcement = m.map_picked();
    this.mode = startMode(this.mode.mode);
  }

  /** The live map drew everything and may be seen. */
  takeOver(live: LiveMap): void {
    this.live = live;
    this.phase = 'live';
    const place = this.#pending;
    this.#pending = null;
    if (place) void live.tapAt(place).then((tap) => this.tapLive(tap));
  }

  /** The drawn map is seen again until the live one is back. */
  stepBack(): void {
    this.live = null;
    this.phase = 'loading';
  }

  /** There is no live map. */
  giveUp(): void {
    this.live = null;
    this.phase = 'unavailable';
    this.notice = m.map_unavailable();
    const place = this.#pending;
    this.#pending = null;
    if (place) this.#choose({ kind: 'spot', id: null, ...place });
  }

  /** Says how much there is to see here. */
  announceView(): void {
    if (this.phase === 'live') this.announcement = inViewWords(this.inView.count);
  }

  /** Shows where the device is, because somebody asked. */
  async locate(): Promise<void> {
    this.notice = '';
    const { base, name } = this.#facts();
    const located = await locate();
    if (!located.found) {
      this.notice = m.map_where_denied();
      return;
    }
    this.position = located.position;
    if (!isInside(base.bounds, located.position)) {
      this.notice = m.map_where_outside({ name });
      return;
    }
    this.announcement = m.map_where_found();
    const { size, view } = this.view;
    if (!size) return;
    this.view.show(viewAround(toWorld(located.position), Math.max(closeEnough, scaleOf(view, size)), size));
  }

  #choose(object: ChosenObject): void {
    this.selection.chosen = object;
    this.#facts().onchoose?.(object);
  }
}
