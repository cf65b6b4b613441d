import { idOf, neighbourhoodId } from '../ids.ts';
import { moment, sql } from '../sql.ts';
import { personId } from '../story/people.ts';
import { drawings, type DrawingKey } from '../story/pictures.ts';
import type { IdeaOfStory } from '../story/idea.ts';
import type { Book } from './book.ts';

/** The bytes of a drawing as WebP, base64. */
export type Pictures = Readonly<Record<DrawingKey, Readonly<Record<'small' | 'large', string>>>>;

export const pictureSize = { width: 1200, height: 800 } as const;

/** The drawings as uploads of the ideas they belong to. */
export function addPictures(book: Book, ideas: readonly IdeaOfStory[], pictures: Pictures): void {
  for (const key of Object.keys(drawings) as DrawingKey[]) {
    const drawing = drawings[key];
    const on = ideas
      .find(({ number }) => number === drawing.idea)
      ?.updates?.find(({ picture }) => picture === key)?.on;
    if (on === undefined) throw new Error(`No news of idea ${drawing.idea} shows the drawing ${key}`);
    const id = idOf('upload', drawing.idea);
    book.add('uploads', {
      id,
      neighbourhood_id: neighbourhoodId,
      idea_id: idOf('idea', drawing.idea),
      description: drawing.description,
      ...pictureSize,
      people_agreed: null,
      created_at: moment(on, '08:30')
    });
    book.add('upload_owners', { upload_id: id, participant_id: personId('Daan') });
    for (const variant of ['small', 'large'] as const)
      book.add('upload_variants', {
        upload_id: id,
        variant,
        media_type: 'image/webp',
        bytes: sql(`decode('${pictures[key][variant]}', 'base64')`)
      });
  }
}
