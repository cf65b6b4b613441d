import { describe, expect, it } from 'vitest';
import { locationOf } from '../../../../src/lib/domain/idea/location.ts';
import { ideaChanges, newComment, newIdea } from '../../../../src/lib/domain/idea/validation.ts';
import { checkInput, InputRefusalError } from '../../../../src/lib/domain/refusal/check-input.ts';

function refusalsOf(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof InputRefusalError)
      return error.all.map(({ status, code, field }) => `${status} ${code} ${field}`);
    throw error;
  }
  return [];
}
const idea = (input: object) => () => checkInput(newIdea, { wijk: 'otterlo', title: 'Een bankje', ...input });

describe('a new idea', () => {
  it('needs a wijk and a title and nothing else', () => {
    expect(checkInput(newIdea, { wijk: 'otterlo', title: '  Een bankje ' })).toMatchObject({
      title: 'Een bankje',
      description: null,
      location: null,
      kind: 'wish',
      needs: []
    });
  });

  it('is the same after it was checked once more', () => {
    const once = idea({ needs: ['hands', { kind: 'money', words: ' 50 euro ' }], name: 'Riet' })() as object;
    expect(checkInput(newIdea, once)).toEqual(once);
  });

  it.each([
    [{ title: '' }, ['422 title_missing title']],
    [{ title: undefined }, ['422 title_missing title']],
    [{ title: ' \n ' }, ['422 title_missing title']],
    [{ title: 42 }, ['422 text_malformed title']],
    [{ title: 'x'.repeat(121) }, ['422 text_too_long title']],
    [{ description: 'x'.repeat(2001) }, ['422 text_too_long description']],
    [{ name: 'x'.repeat(41) }, ['422 text_too_long name']],
    [{ wijk: undefined }, ['422 wijk_missing wijk']],
    [{ wijk: 'Niet Goed' }, ['422 neighbourhood_unknown wijk']],
    [{ id: 'abc' }, ['422 id_malformed id']],
    [{ kind: 'joke' }, ['422 kind_unknown kind']],
    [{ location: 'here' }, ['422 location_malformed location']],
    [{ location: { type: 'Point', coordinates: [5, 95] } }, ['422 location_malformed location']],
    [{ needs: ['love'] }, ['422 need_unknown needs']],
    [{ needs: Array(13).fill('hands') }, ['422 too_many needs']],
    [{ placeNeeded: 'yes' }, ['422 choice_malformed placeNeeded']],
    [{ title: '', name: 'x'.repeat(41) }, ['422 title_missing title', '422 text_too_long name']]
  ])('is refused with the field named: %j', (input, refusals) => {
    expect(refusalsOf(idea(input))).toEqual(refusals);
  });

  it.each([[null], [[]], ['text'], [12]])('is refused when it is no object: %j', (input) => {
    expect(refusalsOf(() => checkInput(newIdea, input))[0]).toMatch(/^422 \w+ /);
  });

  it('counts characters as the database does, not half picture signs', () => {
    expect(refusalsOf(idea({ title: '🌳'.repeat(120) }))).toEqual([]);
    expect(refusalsOf(idea({ title: '🌳'.repeat(121) }))).toEqual(['422 text_too_long title']);
  });

  it('leaves out what no database can keep', () => {
    expect(idea({ title: 'a\u0000b\ud800' })()).toMatchObject({ title: 'ab\ufffd' });
  });
});

describe('a changed idea', () => {
  it('has only the keys that were sent', () => {
    expect(checkInput(ideaChanges, { title: 'Anders', unknown: 1 })).toEqual({ title: 'Anders' });
    expect(checkInput(ideaChanges, { location: null, name: '' })).toEqual({ location: null, name: null });
  });

  it('cannot lose its title', () => {
    expect(refusalsOf(() => checkInput(ideaChanges, { title: '' }))).toEqual(['422 title_missing title']);
  });
});

describe('a comment', () => {
  it('has words, at most 1,000 characters', () => {
    expect(refusalsOf(() => checkInput(newComment, { body: ' ' }))).toEqual(['422 body_missing body']);
    expect(refusalsOf(() => checkInput(newComment, { body: 'x'.repeat(1001) }))).toEqual([
      '422 text_too_long body'
    ]);
  });
});

describe('a location', () => {
  const square = [
    [5, 52],
    [5.1, 52],
    [5.1, 52.1],
    [5, 52]
  ];

  it('is a point, a line or an area, without heights', () => {
    expect(locationOf({ type: 'Point', coordinates: [5, 52, 12], crs: 'x' })).toEqual({
      type: 'Point',
      coordinates: [5, 52]
    });
    expect(locationOf({ type: 'LineString', coordinates: square })).toMatchObject({ type: 'LineString' });
    expect(locationOf({ type: 'Polygon', coordinates: [square] })).toMatchObject({ type: 'Polygon' });
    expect(locationOf({ type: 'MultiPolygon', coordinates: [[square]] })).toMatchObject({
      type: 'MultiPolygon'
    });
  });

  it.each([
    { type: 'Point', coordinates: [] },
    { type: 'Point', coordinates: ['5', '52'] },
    { type: 'Point', coordinates: [Number.NaN, 52] },
    { type: 'Point', coordinates: [5, Number.POSITIVE_INFINITY] },
    { type: 'Point', coordinates: [181, 52] },
    { type: 'MultiPoint', coordinates: [[5, 52]] },
    { type: 'Feature', geometry: { type: 'Point', coordinates: [5, 52] } },
    { type: 'LineString', coordinates: [[5, 52]] },
    { type: 'LineString', coordinates: Array(501).fill([5, 52]) },
    { type: 'Polygon', coordinates: [square.slice(0, 3)] },
    { type: 'Polygon', coordinates: [square.slice(0, 3).concat([[6, 53]])] },
    { type: 'Polygon', coordinates: Array(126).fill(square) },
    {},
    []
  ])('is nothing else: %j', (value) => {
    expect(locationOf(value)).toBeNull();
  });
});
