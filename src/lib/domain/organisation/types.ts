/** The public facts of an organisation. lon/lat are WGS84 degrees, null without a place of its own. */
export interface OrganisationFacts {
  id: string;
  name: string;
  kind: string;
  words: string;
  reach: string;
  lon: number | null;
  lat: number | null;
  example: boolean;
}
