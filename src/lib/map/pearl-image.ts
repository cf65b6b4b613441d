import { markSvg, type Mark } from '#lib/domain/chain/mark-svg.ts';
import { pearlSvg, type PearlMark } from '#lib/domain/chain/pearl-svg.ts';

/** What `map.addImage(name, image, { pixelRatio })` takes. */
export interface MarkImage {
  image: HTMLImageElement;
  pixelRatio: number;
}

export type AnyMark = PearlMark | Mark;

/** Turns the text of an `<svg>` into a decoded image. */
export type SvgLoader = (svg: string) => Promise<HTMLImageElement>;

/** An image of the drawing at its own size, decoded; rejects when the browser cannot read it. */
export async function loadSvg(svg: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  return image;
}

/** Makes each mark an image once for each device pixel ratio, and keeps it. One instance belongs to one map. */
export class MarkImages {
  readonly #load: SvgLoader;
  readonly #images = new Map<string, Promise<MarkImage>>();

  constructor(load: SvgLoader = loadSvg) {
    this.#load = load;
  }

  /** The image of the mark, drawn sharp at `pixelRatio` device pixels per CSS pixel. A failed drawing is tried again on the next call. */
  get(mark: AnyMark, pixelRatio: number): Promise<MarkImage> {
    const svg = markText(mark, pixelRatio);
    const known = this.#images.get(svg);
    if (known) return known;
    const made = this.#load(svg).then(
      (image) => ({ image, pixelRatio }),
      (error: unknown) => {
        this.#images.delete(svg);
        throw error;
      }
    );
    this.#images.set(svg, made);
    return made;
  }
}

/** The mark as text. Marks for the map get the edge that keeps them apart from what lies under them. */
export function markText(mark: AnyMark, pixelRatio: number): string {
  switch (mark.kind) {
    case 'place':
    case 'organisation':
    case 'cluster':
      return markSvg(mark, { scale: pixelRatio });
    case 'report':
    case 'pearl':
    case 'idea':
    case undefined:
      return pearlSvg({ ...mark, surface: 'map' }, { scale: pixelRatio });
  }
}
