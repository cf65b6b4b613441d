import { describe, expect, it } from 'vitest';
import { draftFrom, geometryOf, pointOf } from '#lib/domain/idea/draft.ts';

const form = (fields: Record<string, string | string[]>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) data.append(name, one);
  }
  return data;
};

describe('a draft travels in its form', () => {
  it('keeps what was typed', () => {
    const draft = draftFrom(
      form({
        id: '0f8bb490-1111-4222-8333-944444444444',
        text: 'Een bank',
        needs: ['hands', 'tools'],
        name: 'Riet'
      })
    );
    expect(draft).toMatchObject({
      id: '0f8bb490-1111-4222-8333-944444444444',
      text: 'Een bank',
      needs: ['hands', 'tools'],
      name: 'Riet',
      kind: 'wish'
    });
  });
  it('makes an id when there is none or it is malformed', () => {
    expect(draftFrom(form({})).id).toMatch(/^[0-9a-f-]{36}$/);
    expect(draftFrom(form({ id: '1; drop table ideas' })).id).toMatch(/^[0-9a-f-]{36}$/);
  });
  it('takes nothing that is not on the list', () => {
    expect(draftFrom(form({ kind: 'admin', needs: ['gold', 'key'], placeId: 'nonsense' }))).toMatchObject({
      kind: 'wish',
      needs: ['key'],
      placeId: ''
    });
  });
});

describe('the spot of a draft', () => {
  it('is the point, or the first corner of a line or an area', () => {
    expect(pointOf({ type: 'Point', coordinates: [5.77, 52.1] })).toEqual([5.77, 52.1]);
    expect(
      pointOf({
        type: 'LineString',
        coordinates: [
          [5.77, 52.1],
          [5.78, 52.1]
        ]
      })
    ).toEqual([5.77, 52.1]);
    expect(
      pointOf({
        type: 'Polygon',
        coordinates: [
          [
            [5.77, 52.1],
            [5.78, 52.1],
            [5.78, 52.2],
            [5.77, 52.1]
          ]
        ]
      })
    ).toEqual([5.77, 52.1]);
  });
  it('is none when what came is not GeoJSON', () => {
    for (const location of ['', '{', '[]', 'null', '"Point"', '{"type":"Point"}'])
      expect(geometryOf({ location })).toBeNull();
    expect(pointOf(null)).toBeNull();
    expect(pointOf({ type: 'Point', coordinates: [] })).toBeNull();
  });
});
