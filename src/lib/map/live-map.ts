import type { FeatureCollection, Geometry } from 'geojson';
import {
  addProtocol,
  setWorkerUrl,
  Map as MapLibreMap,
  type GeoJSONSource,
  type MapMouseEvent
} from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { Protocol } from 'pmtiles';
import type { Mark } from '#lib/domain/neighbourhood/marks.ts';
import { fromWorld, groundMetres, toWorld, type LonLat } from '#lib/geo/mercator.ts';
import {
  scaleLimits,
  scaleOf,
  scaleOfZoom,
  viewAround,
  zoomOfScale,
  type Size,
  type View
} from '#lib/geo/view.ts';
import type { BaseMap } from '#lib/domain/neighbourhood/base-map.ts';
import { holdWithin } from './hold-within.ts';
import { sources, type LayerLook } from './layer-look.ts';
import { LiveMarks } from './live-marks.ts';
import { readTap, type Tap } from './live-tap.ts';
import { MapImages } from './map-images.ts';
import { inOrder, ownLayers, ownSources } from './own-layers.ts';
import { baseStyle, labelFont } from './style.ts';

// The worker is a file of our own, and tiles come from one archive on our own server.
setWorkerUrl(workerUrl);
addProtocol('pmtiles', new Protocol().tile);

type PaintName = Parameters<MapLibreMap['setPaintProperty']>[1];
type LayoutName = Parameters<MapLibreMap['setLayoutProperty']>[1];

export interface LiveMapOptions {
  container: HTMLElement;
  base: BaseMap;
  /** Where the archive of tiles is: an absolute address on our own server. */
  tiles: string;
  view: View;
  clustered: boolean;
  look: LayerLook;
  /** Id of the element that says which keys move the map. */
  describedBy: string;
  /** Names the map for who hears it, and what to do with it. */
  words: { title: string; twoFingers: string; withKey: string };
  /** Nothing flies or grows. */
  still: boolean;
  /** The page scrolls over the map: two fingers, or a key, move the map. */
  sharesScrolling: boolean;
}

/** What happens on the live map, for whoever holds it. */
export interface LiveMapEvents {
  /** Everything of the first frame is drawn. */
  ready(): void;
  /** It cannot be shown at all. */
  failed(reason: unknown): void;
  /** The graphics card forgot everything, as on a phone that slept; `ready` follows when it is drawn again. */
  lost(): void;
  /** It came to rest; `elsewhere` is false when only its size changed. */
  moved(view: View, elsewhere: boolean): void;
  tapped(tap: Tap): void;
  /** The pointer rests on a mark, or left it. */
  pointed(id: string | null): void;
}

/** MapLibre with our style, sources and marks. Made when somebody wants it; `remove` gives everything back. */
export class LiveMap {
  readonly #map: MapLibreMap;
  readonly #marks: LiveMarks;
  readonly #images = new MapImages();
  readonly #options: LiveMapOptions;
  #look: LayerLook;
  #isReady = false;
  #isLoaded = false;
  #aims = false;
  /** What was asked for before the style was there, by what it is about: only the last wish counts. */
  readonly #wishes = new Map<string, () => void>();

  private constructor(options: LiveMapOptions, events: LiveMapEvents) {
    this.#options = options;
    this.#look = options.look;
    const { container, base, view } = options;
    const scale = scaleOf(view, this.size);
    this.#map = new MapLibreMap({
      container,
      style: this.#style(options.look),
      ...this.#camera(view, scale),
      minZoom: zoomOfScale(scaleLimits.least),
      maxZoom: zoomOfScale(scaleLimits.most),
      transformConstrain: holdWithin(
        base.bounds,
        zoomOfScale(scaleLimits.least),
        zoomOfScale(scaleLimits.most)
      ),
      renderWorldCopies: false,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      clickTolerance: 6,
      reduceMotion: options.still,
      cooperativeGestures: options.sharesScrolling,
      validateStyle: import.meta.env.DEV,
      fadeDuration: options.still ? 0 : 200,
      locale: {
        'Map.Title': options.words.title,
        'CooperativeGesturesHandler.MobileHelpText': options.words.twoFingers,
        'CooperativeGesturesHandler.WindowsHelpText': options.words.withKey,
        'CooperativeGesturesHandler.MacHelpText': options.words.withKey
      }
    });
    const canvas = this.#map.getCanvas();
    canvas.setAttribute('role', 'application');
    canvas.setAttribute('aria-describedby', options.describedBy);
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.setMissingStyleImageResolver((name) => this.#draw(name));
    this.#marks = new LiveMarks(this.#map, options.clustered, options.still);
    this.#listen(events);
  }

  /** Makes the map when the letters of its labels are there; they are drawn into images at once. */
  static async create(options: LiveMapOptions, events: LiveMapEvents): Promise<LiveMap> {
    const family = labelFont[1] ?? '';
    await document.fonts.load(`600 16px "${family}"`).catch(() => []);
    return new LiveMap(options, events);
  }

  get size(): Size {
    const { clientWidth: width, clientHeight: height } = this.#options.container;
    return { width: Math.max(1, width), height: Math.max(1, height) };
  }

  get view(): View {
    const { lng: lon, lat } = this.#map.getCenter();
    return viewAround(toWorld({ lon, lat }), scaleOfZoom(this.#map.getZoom()), this.size);
  }

  /** Shows the view, in a calm movement or at once. */
  show(view: View, gently: boolean): void {
    const camera = this.#camera(view, scaleOf(view, this.size));
    if (gently && !this.#options.still) this.#map.easeTo({ ...camera, duration: 500 });
    else this.#map.jumpTo(camera);
  }

  /** Shows these marks and no others; `seats` as seatsOf gives them. */
  setMarks(marks: readonly Mark[], seats: ReadonlyMap<string, number>, clustered: boolean): void {
    this.#wish('marks', () => this.#marks.set(marks, seats, clustered));
  }

  /** What stands out; `quiet` only lies under the pointer. */
  setHighlight(marks: readonly Mark[], seats: ReadonlyMap<string, number>, quiet: string | null): void {
    this.#wish('highlight', () => this.#marks.highlight(marks, seats, quiet));
  }

  /** Marks a building or green area of the base map; null for none. */
  setChosen(object: { kind: string; id: string } | null): void {
    this.#wish('chosen', () => {
      for (const kind of ['building', 'green']) {
        const id = kind === 'building' ? 'selection' : 'selection-green';
        const wanted = object?.kind === kind ? object.id : '';
        for (const layer of [id, `${id}-edge`]) this.#map.setFilter(layer, ['==', ['get', 'id'], wanted]);
      }
    });
  }

  setDraft(draft: FeatureCollection<Geometry>): void {
    this.#wish('draft', () => this.#data(sources.draft, draft));
  }

  /** Where the device is, and how many metres it may be wrong. */
  setPosition(position: (LonLat & { accuracy: number }) | null): void {
    const metres = position ? position.accuracy / groundMetres(position.lat) : 0;
    const features = position
      ? [
          {
            type: 'Feature' as const,
            properties: { radius: metres * scaleOfZoom(20) },
            geometry: { type: 'Point' as const, coordinates: [position.lon, position.lat] }
          }
        ]
      : [];
    this.#wish('position', () => this.#data(sources.position, { type: 'FeatureCollection', features }));
  }

  /** Whether a tap means a spot instead of what is there. */
  setAims(aims: boolean): void {
    this.#aims = aims;
    this.#map.getCanvas().style.cursor = aims ? 'crosshair' : '';
  }

  /** Other colours or sizes: every layer takes its new values, nothing is loaded again. */
  setLook(look: LayerLook): void {
    if (look.theme === this.#look.theme && look.markSize === this.#look.markSize) return;
    this.#look = look;
    this.#wish('look', () => {
      for (const layer of this.#style(look).layers) {
        for (const [name, value] of Object.entries(layer.paint ?? {}))
          this.#map.setPaintProperty(layer.id, name as PaintName, value);
        for (const [name, value] of Object.entries(layer.layout ?? {}))
          this.#map.setLayoutProperty(layer.id, name as LayoutName, value);
      }
    });
  }

  /** What is at a place, as if somebody had tapped there. */
  tapAt(place: LonLat): Promise<Tap> {
    return readTap(this.#map, this.#map.project([place.lon, place.lat]), this.#look.markSize);
  }

  /** What is in the middle: where the keyboard points. */
  get middle(): LonLat {
    const { lng: lon, lat } = this.#map.getCenter();
    return { lon, lat };
  }

  /** Resolves when everything asked for is drawn and nothing moves. */
  settled(): Promise<void> {
    return new Promise((resolve) => {
      this.#map.once('idle', () => resolve());
      this.#map.triggerRepaint();
    });
  }

  focus(): void {
    this.#map.getCanvas().focus({ preventScroll: true });
  }

  remove(): void {
    this.#map.remove();
  }

  #style(look: LayerLook) {
    const { base, tiles, clustered } = this.#options;
    const style = baseStyle({
      theme: look.theme,
      source: { url: `pmtiles://${tiles}` },
      attribution: base.attribution
    });
    const own = ownLayers(look);
    // Names of streets lie over people's areas and under their marks: one order for both.
    return {
      ...style,
      sources: { ...style.sources, ...ownSources(clustered) },
      layers: inOrder([...style.layers, ...own])
    };
  }

  #camera(view: View, scale: number): { center: [number, number]; zoom: number } {
    const { lon, lat } = fromWorld(view);
    return { center: [lon, lat], zoom: zoomOfScale(scale) };
  }

  async #draw(name: string): Promise<void> {
    const drawn = await this.#images.get(name, Math.max(1, window.devicePixelRatio));
    if (drawn && !this.#map.hasImage(name))
      this.#map.addImage(name, drawn.image, { pixelRatio: drawn.pixelRatio });
  }

  #wish(about: string, fulfil: () => void): void {
    if (this.#isLoaded) fulfil();
    else this.#wishes.set(about, fulfil);
  }

  #data(source: string, data: FeatureCollection<Geometry>): void {
    void this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }

  #listen(events: LiveMapEvents): void {
    const map = this.#map;
    map.once('load', () => {
      this.#isLoaded = true;
      for (const fulfil of this.#wishes.values()) fulfil();
      map.once('idle', () => {
        this.#isReady = true;
        events.ready();
      });
    });
    map.on('error', ({ error }) => {
      if (!this.#isReady) events.failed(error);
    });
    map.on('webglcontextlost', () => events.lost());
    map.on('webglcontextrestored', () => void map.once('idle', () => events.ready()));
    let last = '';
    map.on('moveend', () => {
      if (!this.#options.container.clientWidth) return;
      const { lng, lat } = map.getCenter();
      const now = [lng, lat, map.getZoom()].join();
      events.moved(this.view, now !== last);
      last = now;
    });
    map.on('click', (event: MapMouseEvent) => {
      void readTap(map, event.point, this.#look.markSize).then((tap) => events.tapped(tap));
    });
    map.on('mousemove', (event) => {
      if (this.#aims) return;
      const target = this.#marks.under(event.point);
      map.getCanvas().style.cursor = target ? 'pointer' : '';
      events.pointed(target?.id ?? null);
    });
    map.on('mouseout', () => events.pointed(null));
  }
}
