import type { IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { OrganisationFacts } from '#lib/domain/organisation/types.ts';
import type { PlaceFacts, SearchHit } from '#lib/domain/place/types.ts';
import { boundsAround } from '#lib/geo/around.ts';
import { formatBounds } from '#lib/geo/bounds.ts';
import type { LonLat } from '#lib/geo/mercator.ts';
import type { NeighbourhoodView } from './view.ts';

/** How much of the map is shown round a street or an address, to each side. */
const shownMetres = 150;

/** The address of the map at a spot: what it shows (`map`), and the spot itself (`at`, lon,lat in WGS84 degrees). */
export function mapAddress(base: string, { lon, lat }: LonLat): string {
  const at = [lon, lat].map((degrees) => Number(degrees.toFixed(6))).join(',');
  return `${base}?map=${formatBounds(boundsAround({ lon, lat }, shownMetres))}&at=${at}`;
}

/** Something that was found, with what its card shows. */
export type Found =
  | { kind: 'street' | 'address'; id: string; title: string; href: string }
  | { kind: 'place'; id: string; place: PlaceFacts }
  | { kind: 'organisation'; id: string; organisation: OrganisationFacts }
  | { kind: 'idea'; id: string; idea: IdeaSummary };

/** What was found, in the order given. What is gone from the neighbourhood meanwhile is left out. */
export function foundThings(view: NeighbourhoodView, hits: readonly SearchHit[], base: string): Found[] {
  const { snapshot, summaries } = view;
  return hits.flatMap((hit): Found[] => {
    const { kind, id, title, lon, lat } = hit;
    switch (kind) {
      case 'street':
      case 'address':
        return lon === null || lat === null
          ? []
          : [{ kind, id, title, href: mapAddress(base, { lon, lat }) }];
      case 'place': {
        const place = snapshot.places.find((one) => one.id === id);
        return place ? [{ kind, id, place }] : [];
      }
      case 'organisation': {
        const organisation = snapshot.organisations.find((one) => one.id === id);
        return organisation ? [{ kind, id, organisation }] : [];
      }
      case 'idea': {
        const idea = summaries.get(id);
        return idea ? [{ kind, id, idea }] : [];
      }
    }
  });
}
