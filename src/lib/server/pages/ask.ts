import { readPlace } from '#lib/data/place.ts';
import { isLiveClaim } from '#lib/domain/coalition/next-act.ts';
import type { ClaimState, WeeklySlot } from '#lib/domain/claim/types.ts';
import type { IdeaPage } from '#lib/domain/idea/types.ts';
import type { PlaceFacts, PlacePage } from '#lib/domain/place/types.ts';
import { isId } from '#lib/domain/refusal/fields.ts';
import { distanceMetres } from '#lib/geo/distance.ts';
import { textIn } from './form.ts';

/** A place that a group may ask, as the list of places shows it. */
export interface AskablePlace {
  place: PlaceFacts;
  /** From the idea; null when the idea has no place. */
  metres: number | null;
  /** How this group's own request there stands, when there is one. */
  asked: ClaimState | null;
  /** Somebody who said "not here" named it. */
  named: boolean;
  /** The idea stands on it. */
  own: boolean;
}

/** The places of a wijk for a group to choose from: named by somebody first, then its own, then the nearest. */
export function askablePlaces(idea: IdeaPage, places: readonly PlaceFacts[]): AskablePlace[] {
  const spot = idea.lon !== null && idea.lat !== null ? { lon: idea.lon, lat: idea.lat } : null;
  const named = new Set(idea.claimDetails.flatMap(({ otherPlace }) => (otherPlace ? [otherPlace.id] : [])));
  return places
    .map((place): AskablePlace => {
      const asked = idea.claimDetails.findLast((claim) => claim.place.id === place.id)?.state ?? null;
      return {
        place,
        metres: spot && distanceMetres(spot, place),
        asked,
        named: named.has(place.id) && asked === null,
        own: idea.placeId === place.id
      };
    })
    .toSorted(
      (one, other) =>
        Number(other.named) - Number(one.named) ||
        Number(other.own) - Number(one.own) ||
        (one.metres ?? 0) - (other.metres ?? 0) ||
        one.place.name.localeCompare(other.place.name, 'nl')
    );
}

/** The place of an address, with who asks for it or uses it now; null when there is none of that id in this wijk. */
export async function placeToAsk(
  locals: App.Locals,
  wijk: string,
  id: string | null
): Promise<{ place: PlacePage; uses: PlacePage['uses'] } | null> {
  const place = id && isId(id) ? await readPlace(locals.client, id) : null;
  if (place?.wijk !== wijk) return null;
  return { place, uses: place.uses.filter(({ state }) => isLiveClaim(state)) };
}

/** Monday is 1, Sunday 7. */
function weekday(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}

/** As many fixed times a week as the form has rows. */
export const weeklyRows = [1, 2, 3] as const;

/**
 * The times of an ask form: its rows for every week, or for something small the hours of its one day. Rows without a
 * day are left out; half a row goes along as it is, and is refused as a time that is not one.
 */
export function slotsIn(form: FormData, isSmall: boolean): WeeklySlot[] | null {
  const slots: WeeklySlot[] = [];
  const add = (day: number, from: string | null, to: string | null) =>
    slots.push({ day, from: from ?? '', to: to ?? '' });
  if (isSmall) {
    const [on, from, to] = ['startsOn', 'dayFrom', 'dayTo'].map((name) => textIn(form, name));
    if (on && (from || to)) add(weekday(on), from ?? null, to ?? null);
  } else {
    for (const row of weeklyRows) {
      const day = Number(textIn(form, `day${row}`) ?? '0');
      if (day > 0) add(day, textIn(form, `from${row}`), textIn(form, `to${row}`));
    }
  }
  return slots.length > 0 ? slots : null;
}
