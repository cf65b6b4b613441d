import * as v from 'valibot';
import { id, optionalText, requiredText } from '#lib/domain/refusal/fields.ts';
import { location } from '#lib/domain/idea/location.ts';

/** "This is good here": a place, a club or a habit; the spot is optional and always a point. */
export const newPearl = v.object(
  {
    id: v.optional(id),
    title: requiredText(120, 'title_missing'),
    why: optionalText(1000),
    location: v.pipe(
      v.optional(location, null),
      v.check((place) => place === null || place.type === 'Point', 'location_malformed')
    ),
    name: optionalText(40)
  },
  'input_malformed'
);
export type NewPearl = v.InferInput<typeof newPearl>;

function coordinate(longest: number) {
  return v.pipe(
    v.union([v.number(), v.pipe(v.string(), v.nonEmpty(), v.toNumber())], 'location_malformed'),
    v.finite('location_malformed'),
    v.minValue(-longest, 'location_malformed'),
    v.maxValue(longest, 'location_malformed')
  );
}

/** A spot from an address: WGS84 degrees as numbers or text. */
export const spot = v.object({ lon: coordinate(180), lat: coordinate(90) }, 'location_malformed');
