import { idOf, neighbourhoodId } from '../ids.ts';
import { moment, point, sql, type Expression } from '../sql.ts';
import { personId, shownName } from '../story/people.ts';
import { placeId } from '../story/places.ts';
import { gatherings, offerPeople, pearlDays, type Occasion } from '../story/rest.ts';
import type { Book } from './book.ts';
import type { StoryTexts } from './sources.ts';

function occasion(when: Occasion, at: string): Expression {
  return 'day' in when
    ? moment(when.day, at)
    : sql(`pg_temp.coming(${when.weekday}, ${when.from}, ${when.week}, '${when.at}', '${at}')`);
}

/** Pearls, offers and the moments to come along to. */
export function addRest(book: Book, texts: StoryTexts): void {
  for (const [index, [title, why, street, lon, lat]] of texts.pearls.entries()) {
    const on = pearlDays[title];
    if (on === undefined) throw new Error(`The pearl “${title}” has no day`);
    const id = idOf('pearl', index + 1);
    book.add('pearls', {
      id,
      neighbourhood_id: neighbourhoodId,
      title,
      why,
      location: point([lon, lat]),
      street,
      author_name: null,
      example: true,
      created_at: moment(on, `15:${String(10 + index).padStart(2, '0')}`)
    });
    book.add('pearl_authors', { pearl_id: id, participant_id: idOf('supporter', index + 1) });
  }
  for (const [index, [, what, when, howFar]] of texts.offers.entries()) {
    const person = offerPeople[index]!;
    book.add('offers', {
      id: idOf('offer', index + 1),
      neighbourhood_id: neighbourhoodId,
      participant_id: personId(person),
      what,
      when_words: when,
      how_far: howFar,
      first_name: shownName(person),
      created_at: moment(-42, `15:${30 + index}`)
    });
  }
  for (const [index, gathering] of gatherings.entries())
    book.add('gatherings', {
      id: idOf('gathering', index + 1),
      neighbourhood_id: neighbourhoodId,
      idea_id: gathering.idea === undefined ? null : idOf('idea', gathering.idea),
      place_id: placeId(gathering.place),
      title: gathering.title,
      where_words: gathering.where,
      words: gathering.words,
      starts_at: occasion(gathering.when, gathering.when.at),
      ends_at: gathering.when.until === undefined ? null : occasion(gathering.when, gathering.when.until),
      created_at: moment(-4, '16:00')
    });
}
