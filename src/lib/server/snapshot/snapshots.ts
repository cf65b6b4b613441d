import type { Snapshot } from '#lib/domain/neighbourhood/types.ts';
import type { Feed } from '#lib/server/live/feed.ts';
import { PinsEncoder, type EncodedPins } from './encoded-pins.ts';

/** What a visitor may see of a neighbourhood, kept in this process and kept fresh by the live feed. */
export interface Snapshots {
  /** Everything; null when there is no such neighbourhood. Shared by all who ask: never change it. */
  of(slug: string): Promise<Snapshot | null>;
  /** The list of pins for the map, encoded; null when there is no such neighbourhood. */
  pins(slug: string): Promise<EncodedPins | null>;
}

export function createSnapshots(feed: Feed): Snapshots {
  const encoders = new Map<string, PinsEncoder>();
  const of = async (slug: string) => (await feed.open(slug))?.snapshot() ?? null;
  return {
    of,
    pins: async (slug) => {
      const snapshot = await of(slug);
      if (!snapshot) return null;
      const encoder = encoders.get(slug) ?? new PinsEncoder();
      encoders.set(slug, encoder);
      return encoder.encode(snapshot);
    }
  };
}
