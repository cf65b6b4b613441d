import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';

/** Why a drawing cannot be used yet; the sentence is `map_draw_<reason>` in the message catalogue. */
export type DraftFault = 'too_few_corners' | 'too_many_corners' | 'crosses_itself' | 'too_small';

export type Validity = { valid: true } | { valid: false; reason: DraftFault };

export const valid: Validity = { valid: true };

/** Corners as somebody tapped them, in order: [lon, lat]. */
export type Corners = readonly Position[];

export const mostCorners = 100;

/** What a drawing looks like on the map: its line or area, and a dot for each corner (`part`). */
export function draftFeatures(
  geometry: Geometry | null,
  corners: Corners
): FeatureCollection<Geometry, { part: 'shape' | 'corner' | 'pin' }> {
  const features: Feature<Geometry, { part: 'shape' | 'corner' | 'pin' }>[] = [];
  if (geometry?.type === 'Point') features.push({ type: 'Feature', properties: { part: 'pin' }, geometry });
  else if (geometry) features.push({ type: 'Feature', properties: { part: 'shape' }, geometry });
  for (const coordinates of corners)
    features.push({
      type: 'Feature',
      properties: { part: 'corner' },
      geometry: { type: 'Point', coordinates }
    });
  return { type: 'FeatureCollection', features };
}
