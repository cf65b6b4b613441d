import { describe, expect, it } from 'vitest';
import { firstViewOf } from '#lib/domain/neighbourhood/first-view.ts';
import {
  clusterAbove,
  inReadingOrder,
  seatsOf,
  slotCount,
  type Mark
} from '#lib/domain/neighbourhood/marks.ts';
import { changesBetween, markFeatures, shapeFeatures } from '#lib/map/mark-features.ts';
import { drawnMark, lookKey, lookOfKey, seatOffsets } from '#lib/map/mark-look.ts';
import { nearestInView } from '#lib/map/in-view.ts';
import { DrawnMarks, gathers, withNewer } from '#lib/map/mark-lists.ts';
import { viewOfBounds } from '#lib/geo/view.ts';

const mark = (id: string, lon: number, lat: number, changes: Partial<Mark> = {}): Mark => ({
  id,
  kind: 'idea',
  ring: 'dceeee',
  icon: 'coffee',
  example: false,
  href: `/otterlo/ideas/${id}`,
  title: id,
  lon,
  lat,
  ...changes
});

const ids = (marks: readonly Mark[]) => marks.map(({ id }) => id);

describe('the order of marks', () => {
  it('reads from the north down, and from west to east within a line', () => {
    const marks = [
      mark('south', 5.77, 52.0951),
      mark('north east', 5.775, 52.1002),
      mark('north west', 5.771, 52.1004),
      mark('middle', 5.78, 52.0985)
    ];
    expect(ids(inReadingOrder(marks))).toEqual(['north west', 'north east', 'middle', 'south']);
  });

  it('is the same whatever order they came in', () => {
    const marks = ['a', 'b', 'c'].map((id) => mark(id, 5.77, 52.1));
    expect(ids(inReadingOrder(marks.toReversed()))).toEqual(ids(inReadingOrder(marks)));
  });
});

describe('marks that share a spot', () => {
  const shared = [
    mark('idea', 5.77, 52.1),
    mark('place', 5.77, 52.1, { kind: 'place' }),
    mark('alone', 5.78, 52.1),
    mark('other', 5.77, 52.1)
  ];

  it('stand round the place, which keeps its spot', () => {
    expect([...seatsOf(shared)]).toEqual([
      ['idea', 1],
      ['other', 2]
    ]);
  });

  it('never get a seat that has no offset, however many they are', () => {
    const many = Array.from({ length: 12 }, (_, index) => mark(`idea ${index}`, 5.77, 52.1));
    expect(Math.max(...seatsOf(many).values())).toBe(slotCount);
    expect(seatOffsets).toHaveLength(slotCount + 1);
  });

  it('keep clear of each other', () => {
    seatOffsets.forEach(([x, y], index) => {
      for (const [otherX, otherY] of seatOffsets.slice(index + 1))
        expect(Math.hypot(x - otherX, y - otherY)).toBeGreaterThan(0.9);
    });
  });
});

describe('the look of a mark', () => {
  it.each(['idea', 'report', 'question', 'place', 'organisation', 'pearl'] as const)(
    'of the kind %s survives being a word, and can be drawn',
    (kind) => {
      const look = {
        kind,
        icon: 'house-heart',
        example: true,
        ...(kind === 'idea' ? { ring: 'ddncee' } : {})
      };
      expect(lookOfKey(lookKey(look))).toEqual(look);
      expect(drawnMark(look, 40, 'dark').size).toBeGreaterThanOrEqual(34);
    }
  );

  it('is not made of any word', () => {
    expect(() => lookOfKey('spaceship...')).toThrow(TypeError);
  });
});

describe('what changed on the map', () => {
  const featuresOf = (marks: readonly Mark[]) => markFeatures(marks, new Map());
  const before = featuresOf([
    mark('stays', 5.77, 52.1),
    mark('goes', 5.771, 52.1),
    mark('grows', 5.772, 52.1)
  ]);
  const after = featuresOf([
    mark('stays', 5.77, 52.1),
    mark('grows', 5.772, 52.1, { ring: 'ddceee' }),
    mark('comes', 5.773, 52.1)
  ]);
  const changes = changesBetween(before, after);

  it('is what came, what went and what looks different', () => {
    expect(changes.added.map(({ id }) => id)).toEqual(['grows', 'comes']);
    expect(changes.removed).toEqual(['goes', 'grows']);
  });

  it('welcomes only what was not there', () => {
    expect(changes.arrived.map(({ id }) => id)).toEqual(['comes']);
  });

  it('is nothing when nothing changed', () => {
    expect(changesBetween(after, after)).toEqual({ added: [], arrived: [], removed: [] });
  });
});

describe('lines and areas', () => {
  const shape = {
    type: 'LineString' as const,
    coordinates: [
      [5.77, 52.1],
      [5.78, 52.1]
    ]
  };

  it('are drawn for ideas; those of places wait until they are chosen', () => {
    const marks = [mark('path', 5.77, 52.1, { shape }), mark('field', 5.77, 52.1, { kind: 'place', shape })];
    expect(shapeFeatures(marks).features.map(({ properties }) => properties.id)).toEqual(['path']);
  });
});

describe('what is in view', () => {
  const marks = Array.from({ length: 80 }, (_, index) => mark(String(index), 5.76 + index * 0.0002, 52.1));

  it('lists the nearest to the middle first, and counts them all', () => {
    const found = nearestInView(marks, [5.76, 52.09, 5.77, 52.11], 5);
    expect(found.count).toBe(51);
    expect(ids(found.marks)[0]).toBe('25');
    expect(new Set(ids(found.marks))).toEqual(new Set(['23', '24', '25', '26', '27']));
  });
});

describe('lists of marks', () => {
  const crowd = Array.from({ length: clusterAbove + 1 }, (_, index) => mark(String(index), 5.77, 52.1));
  const few = [mark('one', 5.77, 52.1), mark('two', 5.77, 52.1)];

  it('take what is newer in its place, and what is new at the end', () => {
    const newer = [mark('two', 5.78, 52.1), mark('three', 5.77, 52.1)];
    expect(withNewer(few, newer).map(({ id, lon }) => [id, lon])).toEqual([
      ['one', 5.77],
      ['two', 5.78],
      ['three', 5.77]
    ]);
  });

  it('of the drawn map stay few when the live map gets thousands', () => {
    const drawn = new DrawnMarks();
    expect(drawn.of(few, [])).toEqual({ marks: few, clusters: [] });
    expect(drawn.of(crowd, [])).toEqual({ marks: few, clusters: [] });
    expect(new DrawnMarks().of(crowd, []).marks).toHaveLength(clusterAbove);
  });
});

describe('the first view', () => {
  const view = viewOfBounds([5.77, 52.096, 5.777, 52.101]);
  const crowd = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      mark(String(index), 5.769 + (index % 97) * 0.0001, 52.094 + (index % 89) * 0.0001)
    );

  it('shows every mark up to the number that crowds', () => {
    const marks = crowd(clusterAbove);
    expect(firstViewOf(marks, view)).toEqual({ marks, clusters: [] });
  });

  it('gathers more than that, but never a place', () => {
    const marks = [...crowd(3000), mark('hall', 5.773, 52.098, { kind: 'place' })];
    const first = firstViewOf(marks, view);
    expect(first.clusters.length).toBeGreaterThan(3);
    expect(ids(first.marks)).toContain('hall');
    expect(first.marks.length + first.clusters.length).toBeLessThan(1001);
    expect(first.clusters.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(1000);
  });

  it('gathers ideas, reports and questions only', () => {
    expect(
      ['idea', 'report', 'question', 'place', 'organisation', 'pearl'].filter((kind) =>
        gathers(kind as Mark['kind'])
      )
    ).toEqual(['idea', 'report', 'question']);
  });
});
