import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { marksOf } from '../../../../src/lib/domain/neighbourhood/marks.ts';
import { marksFromPins, pinsOf, type Pins } from '../../../../src/lib/domain/neighbourhood/pins.ts';
import { createFeed, type Feed } from '../../../../src/lib/server/live/feed.ts';
import { createSnapshots, type Snapshots } from '../../../../src/lib/server/snapshot/snapshots.ts';
import { FakeSource, makeIdea, makeSnapshot } from '../live/fake-source.ts';

let source: FakeSource;
let feed: Feed;
let snapshots: Snapshots;

beforeEach(() => {
  source = new FakeSource();
  feed = createFeed({ source, pollMilliseconds: 3_600_000, coalesceMilliseconds: 0 });
  snapshots = createSnapshots(feed);
});
afterEach(() => feed.close());

const titles = async () => (await snapshots.of('otterlo'))?.ideas.map(({ title }) => title);

describe('the snapshot of a neighbourhood', () => {
  it('is read once, however many ask at the same time', async () => {
    await Promise.all(Array.from({ length: 50 }, () => snapshots.of('otterlo')));
    expect(source.questions.snapshot).toBe(1);
  });

  it('is null for a neighbourhood that does not exist', async () => {
    expect(await snapshots.of('nergens')).toBeNull();
    expect(await snapshots.pins('nergens')).toBeNull();
  });

  it('follows ideas that come, change and go without being read again', async () => {
    source.write('idea.created', 'a', { title: 'A', createdAt: '2026-11-22T10:00:00+00:00' });
    expect(await titles()).toEqual(['A']);
    source.write('idea.created', 'b', { title: 'B', createdAt: '2026-11-22T11:00:00+00:00' });
    source.write('idea.changed', 'a', { title: 'A, but better' });
    feed.noteWrite();
    expect(await titles()).toEqual(['B', 'A, but better']);
    source.write('idea.removed', 'b', null);
    feed.noteWrite();
    expect(await titles()).toEqual(['A, but better']);
    expect((await snapshots.of('otterlo'))?.position).toBe(4);
    expect(source.questions.snapshot).toBe(1);
  });

  it('has in it what this process just wrote, before any notification', async () => {
    await snapshots.of('otterlo');
    source.write('idea.created', 'a', { title: 'A' });
    feed.noteWrite();
    expect(await titles()).toEqual(['A']);
  });

  it.each([
    'place.changed',
    'organisation.created',
    'pearl.created',
    'gathering.changed',
    'neighbourhood.changed'
  ])('is read again after %s', async (kind) => {
    await snapshots.of('otterlo');
    source.write(kind, 'x');
    feed.noteWrite();
    await Promise.all([snapshots.of('otterlo'), snapshots.of('otterlo')]);
    expect(source.questions.snapshot).toBe(2);
  });

  it('that a page holds does not change under it', async () => {
    source.write('idea.created', 'a', { title: 'A' });
    const held = await snapshots.of('otterlo');
    source.write('idea.changed', 'a', { title: 'B' });
    feed.noteWrite();
    await snapshots.of('otterlo');
    expect(held?.ideas[0]?.title).toBe('A');
    expect(held?.position).toBe(1);
  });

  it('is the last one known while the database is away', async () => {
    source.write('idea.created', 'a', { title: 'A' });
    await snapshots.of('otterlo');
    source.isAway = true;
    source.write('place.changed', 'p');
    feed.noteWrite();
    expect(await titles()).toEqual(['A']);
  });

  it('does not fall behind the log when it was asked before and answered after a change', async () => {
    await snapshots.of('otterlo');
    source.write('place.changed', 'p');
    feed.noteWrite();
    let answer = () => undefined as void;
    source.beforeSnapshot = new Promise((resolve) => (answer = resolve));
    const asked = snapshots.of('otterlo');
    const neighbourhood = await feed.open('otterlo');
    while (source.questions.snapshot < 2) await neighbourhood?.compare(neighbourhood.position);
    source.write('idea.created', 'late', { title: 'Late' });
    const reading = neighbourhood?.readLog();
    answer();
    await Promise.all([asked, reading]);
    expect(await titles()).toEqual(['Late']);
    expect((await snapshots.of('otterlo'))?.position).toBe(2);
  });
});

describe('the pins', () => {
  it('are encoded once for a position and again for the next', async () => {
    source.write('idea.created', 'a', { title: 'A' });
    const [one, two] = await Promise.all([snapshots.pins('otterlo'), snapshots.pins('otterlo')]);
    expect(one).toBe(two);
    source.write('idea.created', 'b', { title: 'B' });
    feed.noteWrite();
    const three = await snapshots.pins('otterlo');
    expect(three?.etag).not.toBe(one?.etag);
    expect(three?.position).toBe(2);
    expect(three?.etag).toMatch(/^W\/"2-[0-9a-f]{12}"$/);
  });

  it('are the same compressed and not', async () => {
    source.write('idea.created', 'a', { title: 'Eén bankje' });
    const encoded = await snapshots.pins('otterlo');
    const text = new TextDecoder().decode(encoded?.json);
    expect(brotliDecompressSync(encoded?.brotli ?? new Uint8Array()).toString()).toBe(text);
    expect((JSON.parse(text) as Pins).title).toEqual(['Eén bankje']);
  });

  it('have one value per column for everything with a place', () => {
    const snapshot = makeSnapshot(7, [
      makeIdea({ id: 'a', title: 'A', lon: 5.1234567, lat: 52.1, theme: 'green' }),
      makeIdea({ id: 'b', title: 'Nowhere', lon: null, lat: null }),
      makeIdea({ id: 'c', kind: 'report', state: 'passed_on' })
    ]);
    snapshot.themes = [{ key: 'green', names: { nl: 'groen' }, icon: 'sprout' }];
    const pins = pinsOf(snapshot);
    for (const column of Object.values(pins)) if (Array.isArray(column)) expect(column).toHaveLength(2);
    const at = pins.id.indexOf('a');
    expect([pins.lon[at], pins.kind[at], pins.icon[at], pins.theme[at], pins.example[at]]).toEqual([
      5.123457,
      'idea',
      'sprout',
      'green',
      0
    ]);
    expect(pins.ring[at]).toMatch(/^[dcen]{6}$/);
    expect(pins.ring[pins.id.indexOf('c')]).toBe('');
  });

  it('are the marks of the snapshot again on the other side', () => {
    const line = {
      type: 'LineString' as const,
      coordinates: [
        [5.77, 52.1],
        [5.78, 52.1]
      ]
    };
    const snapshot = makeSnapshot(7, [
      makeIdea({ id: 'a' }),
      makeIdea({ id: 'b', shape: line, kind: 'question' })
    ]);
    snapshot.pearls = [
      {
        id: 'p',
        title: 'De linde',
        why: '',
        street: null,
        ground: null,
        lon: 5.7,
        lat: 52.1,
        name: null,
        example: true
      }
    ];
    expect(marksFromPins(JSON.parse(JSON.stringify(pinsOf(snapshot))) as Pins, 'otterlo')).toEqual(
      marksOf(snapshot)
    );
  });
});
