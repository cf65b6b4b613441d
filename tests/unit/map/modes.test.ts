import { describe, expect, it } from 'vitest';
import { handlerOf, modes, startMode, type ModeState } from '#lib/map/modes.ts';
import { draftFeatures } from '#lib/map/draft.ts';

const corner = (east: number, north: number) => ({ lon: 5.75 + east / 8192, lat: 52 + north / 8192 });

function tapAll(state: ModeState, ...places: [number, number][]): ModeState {
  return places.reduce((now, [east, north]) => handlerOf(now).tap(now, corner(east, north)), state);
}

describe('modes of the map', () => {
  it('each begin in their own state, and only looking does not aim', () => {
    for (const [name, handler] of Object.entries(modes)) {
      expect(handler.start().mode).toBe(name);
      expect(handler.aims).toBe(name !== 'look');
    }
    expect(Object.keys(modes)).toEqual(['look', 'pick-point', 'draw-line', 'draw-area']);
  });

  it('looking draws nothing', () => {
    const state = tapAll(startMode('look'), [0, 0]);
    expect(handlerOf(state).geometry(state)).toBeNull();
  });

  it('picking keeps the last spot only', () => {
    const state = tapAll(startMode('pick-point'), [0, 0], [1, 1]);
    expect(handlerOf(state).geometry(state)).toEqual({
      type: 'Point',
      coordinates: [5.75 + 1 / 8192, 52 + 1 / 8192]
    });
    expect(handlerOf(state).choosesAtOnce).toBe(true);
  });

  it('a line grows by each tap, and loses its last point on undo', () => {
    const state = tapAll(startMode('draw-line'), [0, 0], [1, 1], [2, 0]);
    const handler = handlerOf(state);
    expect(handler.check(state)).toEqual({ valid: true });
    expect(handler.corners(handler.undo(state))).toHaveLength(2);
    expect(handler.geometry(state)).toMatchObject({ type: 'LineString', coordinates: { length: 3 } });
  });

  it('an area is joined to its first corner', () => {
    const state = tapAll(startMode('draw-area'), [0, 0], [2, 0], [2, 2]);
    const geometry = handlerOf(state).geometry(state);
    expect(geometry?.type).toBe('Polygon');
    const ring = geometry?.type === 'Polygon' ? (geometry.coordinates[0] ?? []) : [];
    expect(ring).toHaveLength(4);
    expect(ring[0]).toEqual(ring[3]);
  });

  it.each<[string, ModeState, string]>([
    ['one point is no line', tapAll(startMode('draw-line'), [0, 0]), 'too_few_corners'],
    ['twice the same spot is no line', tapAll(startMode('draw-line'), [0, 0], [0, 0]), 'too_small'],
    ['two corners are no area', tapAll(startMode('draw-area'), [0, 0], [1, 1]), 'too_few_corners'],
    ['an hourglass', tapAll(startMode('draw-area'), [0, 0], [2, 2], [2, 0], [0, 2]), 'crosses_itself'],
    ['a sliver', tapAll(startMode('draw-area'), [0, 0], [1, 0], [0.5, 0.001]), 'too_small'],
    [
      'a hundred and one corners',
      tapAll(startMode('draw-line'), ...Array.from({ length: 101 }, (_, n): [number, number] => [n, n % 2])),
      'too_many_corners'
    ]
  ])('says what is wrong: %s', (_, state, reason) => {
    expect(handlerOf(state).check(state)).toEqual({ valid: false, reason });
  });

  it('accepts an area with an inward corner', () => {
    const state = tapAll(startMode('draw-area'), [0, 0], [4, 0], [4, 4], [2, 1], [0, 4]);
    expect(handlerOf(state).check(state)).toEqual({ valid: true });
  });
});

describe('what a drawing looks like', () => {
  it('a point is a pin; a line or area is a shape with its corners', () => {
    const pin = draftFeatures({ type: 'Point', coordinates: [5.77, 52.1] }, []);
    expect(pin.features.map(({ properties }) => properties.part)).toEqual(['pin']);
    const state = tapAll(startMode('draw-line'), [0, 0], [1, 1]);
    const handler = handlerOf(state);
    const line = draftFeatures(handler.geometry(state), handler.corners(state));
    expect(line.features.map(({ properties }) => properties.part)).toEqual(['shape', 'corner', 'corner']);
    expect(draftFeatures(null, []).features).toEqual([]);
  });
});
