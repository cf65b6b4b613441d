import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Mark } from '#lib/domain/neighbourhood/marks.ts';
import type { WorldPoint } from '#lib/geo/mercator.ts';
import { sources } from './layer-look.ts';
import { hitsAt } from './live-tap.ts';
import { changesBetween, markFeatures, shapeFeatures, type MarkFeature } from './mark-features.ts';
import { gathers } from './mark-lists.ts';
import { markSizes } from './mark-look.ts';
import { clusterOptions } from './own-layers.ts';

/** More changes than this are sent as a whole: a difference costs a look-up for each. */
const mostChanges = 200;

/** How long the ring of an arrival runs out, in milliseconds. */
const arrivalTime = 1200;

/** The marks on the live map: what changed since the last time is all that travels. */
export class LiveMarks {
  readonly #map: MapLibreMap;
  readonly #still: boolean;
  #clustered: boolean;
  #shown: { ideas: MarkFeature[]; things: MarkFeature[] } | null = null;

  constructor(map: MapLibreMap, clustered: boolean, still: boolean) {
    this.#map = map;
    this.#clustered = clustered;
    this.#still = still;
  }

  /** Shows these marks and no others. */
  set(marks: readonly Mark[], seats: ReadonlyMap<string, number>, clustered: boolean): void {
    const features = markFeatures(marks, seats);
    const next = {
      ideas: features.filter((feature) => gathers(feature.properties.kind)),
      things: features.filter((feature) => !gathers(feature.properties.kind))
    };
    if (clustered !== this.#clustered) {
      this.#clustered = clustered;
      void this.#source(sources.ideas)?.setClusterOptions(clusterOptions(clustered));
    }
    const arrived = [
      ...this.#update(sources.ideas, this.#shown?.ideas ?? null, next.ideas),
      ...this.#update(sources.things, this.#shown?.things ?? null, next.things)
    ];
    void this.#source(sources.shapes)?.setData(shapeFeatures(marks));
    if (this.#shown && !this.#still) this.#welcome(arrived);
    this.#shown = next;
  }

  /** Draws these larger and with their names, all but the quiet one in a halo, and the area of each that has one. */
  highlight(marks: readonly Mark[], seats: ReadonlyMap<string, number>, quiet: string | null): void {
    void this.#source(sources.highlight)?.setData({
      type: 'FeatureCollection',
      features: markFeatures(marks, seats).map((feature) => ({
        ...feature,
        properties: { ...feature.properties, quiet: feature.id === quiet }
      }))
    });
    void this.#source(sources.highlightShape)?.setData({
      type: 'FeatureCollection',
      features: marks.flatMap(({ shape }) =>
        shape ? [{ type: 'Feature' as const, properties: {}, geometry: shape }] : []
      )
    });
  }

  /** The mark or cluster under a point of the screen; the id is null for a cluster. */
  under(point: WorldPoint): { id: string | null } | null {
    const hit = hitsAt(this.#map, point, markSizes.wide)[0];
    if (!hit) return null;
    const id = hit.feature.properties['id'] as string | undefined;
    return { id: id ?? null };
  }

  #source(name: string): GeoJSONSource | undefined {
    return this.#map.getSource<GeoJSONSource>(name);
  }

  #update(name: string, before: MarkFeature[] | null, after: MarkFeature[]): MarkFeature[] {
    const source = this.#source(name);
    if (!source) return [];
    if (!before) {
      void source.setData({ type: 'FeatureCollection', features: after });
      return [];
    }
    const { added, arrived, removed } = changesBetween(before, after);
    const count = added.length + removed.length;
    if (count > mostChanges) void source.setData({ type: 'FeatureCollection', features: after });
    else if (count) void source.updateData({ remove: removed, add: added });
    return arrived;
  }

  /** A ring runs out from each mark that somebody just put there, so that one sees where. */
  #welcome(arrived: MarkFeature[]): void {
    if (!arrived.length || arrived.length > 20) return;
    const map = this.#map;
    const set = (radius: number, opacity: number, duration: number): void => {
      for (const property of ['circle-radius', 'circle-stroke-opacity'] as const)
        map.setPaintProperty('arrivals', `${property}-transition`, { duration, delay: 0 });
      map.setPaintProperty('arrivals', 'circle-radius', radius);
      map.setPaintProperty('arrivals', 'circle-stroke-opacity', opacity);
    };
    set(markSizes.wide / 2, 0.9, 0);
    void this.#source(sources.arrivals)?.setData({ type: 'FeatureCollection', features: arrived });
    map.once('render', () => set(markSizes.wide * 1.6, 0, arrivalTime));
  }
}
