import { formatBounds, type Bounds } from '#lib/geo/bounds.ts';
import { visibleBounds, type Size, type View } from '#lib/geo/view.ts';

/** Moves a live map; set while there is one. */
export type Driver = (view: View, gently: boolean) => void;

/** Where the map stands: one truth for the drawn map, the live map, the list of what is in view and the address. */
export class MapView {
  view = $state.raw<View>() as View;
  /** Of the container, in CSS pixels; null until it was measured, as on the server. */
  size = $state.raw<Size | null>(null);
  /** What is visible of the earth; null while the size is not known. */
  readonly bounds: Bounds | null = $derived(this.size ? visibleBounds(this.view, this.size) : null);
  #driver: Driver | null = null;
  #told: string | null = null;

  constructor(view: View) {
    this.view = view;
  }

  /** Asks for another view: of the live map when there is one, which then says where it came. */
  show(view: View, gently = true): void {
    if (this.#driver) this.#driver(view, gently);
    else this.view = view;
  }

  /** The live map moved. */
  moved(view: View): void {
    this.view = view;
  }

  /** From now on a live map moves; returns the way back. */
  drive(driver: Driver): () => void {
    this.#driver = driver;
    return () => {
      if (this.#driver === driver) this.#driver = null;
    };
  }

  /** Remembers what was told to the page for its address, and says whether that is news. */
  tell(bounds: Bounds): boolean {
    const text = formatBounds(bounds);
    const isNews = text !== this.#told;
    this.#told = text;
    return isNews;
  }

  /** Whether these bounds of an address are only the echo of what was told. */
  isEcho(bounds: Bounds): boolean {
    return formatBounds(bounds) === this.#told;
  }
}
