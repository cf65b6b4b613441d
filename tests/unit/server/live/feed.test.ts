import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFeed, type Feed } from '../../../../src/lib/server/live/feed.ts';
import { createStreams, type ListenerLimits, type Streams } from '../../../../src/lib/server/live/stream.ts';
import { EventReader } from './event-reader.ts';
import { FakeSource } from './fake-source.ts';

let source: FakeSource;
let feed: Feed;
let streams: Streams;

beforeEach(() => {
  source = new FakeSource();
  // Polling is not waited for: every test gives its own hints.
  feed = createFeed({ source, pollMilliseconds: 3_600_000, coalesceMilliseconds: 0 });
  streams = createStreams(feed);
});
afterEach(() => feed.close());

async function listen(options: {
  since?: string;
  lastEventId?: string;
  address?: string;
  slug?: string;
}): Promise<EventReader> {
  const stream = await streams.open({
    slug: options.slug ?? 'otterlo',
    address: options.address ?? '10.0.0.1',
    since: options.since ?? null,
    lastEventId: options.lastEventId ?? null,
    cut: () => undefined
  });
  if (!stream) throw new Error('There is no such neighbourhood.');
  return new EventReader(stream);
}

const idsOf = (reader: EventReader) => reader.seen.map(({ id }) => id);

describe('a listener', () => {
  it('is told what happens from now on, with the facts of the idea', async () => {
    source.write('idea.created', 'a');
    const reader = await listen({});
    await reader.until(({ lastEventId }) => lastEventId === '1');
    source.write('idea.created', 'b', { title: 'Een bankje' });
    source.hint();
    await reader.until(({ seen }) => seen.length === 1);
    expect(reader.seen[0]).toMatchObject({
      id: 2,
      name: 'idea.created',
      data: { entity: 'idea', id: 'b', position: 2, facts: { title: 'Een bankje' } }
    });
  });

  it('knows its position before anything happens, so that a cut in between loses nothing', async () => {
    source.write('idea.created', 'a');
    const reader = await listen({});
    await reader.until(({ lastEventId }) => lastEventId !== null);
    expect(reader.lastEventId).toBe('1');
    expect(reader.seen).toEqual([]);
  });

  it('resumes after the last event it had, without gaps or duplicates', async () => {
    const first = await listen({});
    for (let count = 0; count < 5; count += 1) source.write('idea.created', `early ${count}`);
    source.hint();
    await first.until(({ seen }) => seen.length === 5);
    await first.cancel();
    for (let count = 0; count < 5; count += 1) source.write('idea.created', `late ${count}`);
    source.hint();
    const second = await listen({ lastEventId: String(first.seen.at(2)?.id) });
    await second.until(({ seen }) => seen.length === 7);
    expect(idsOf(second)).toEqual([4, 5, 6, 7, 8, 9, 10]);
  });

  it('resumes from the address when the browser remembers nothing yet', async () => {
    for (const id of ['a', 'b', 'c']) source.write('idea.created', id);
    const reader = await listen({ since: '1' });
    await reader.until(({ seen }) => seen.length === 2);
    expect(idsOf(reader)).toEqual([2, 3]);
  });

  it('believes the browser more than the address', async () => {
    for (const id of ['a', 'b', 'c']) source.write('idea.created', id);
    const reader = await listen({ since: '1', lastEventId: '2' });
    await reader.until(({ seen }) => seen.length === 1);
    expect(idsOf(reader)).toEqual([3]);
  });

  it('gets what another process has read and this one has not', async () => {
    await feed.open('otterlo');
    for (const id of ['a', 'b', 'c']) source.write('idea.created', id);
    const reader = await listen({ since: '2' });
    await reader.until(({ seen }) => seen.length === 1);
    expect(reader.seen.map(({ name, id }) => [name, id])).toEqual([['idea.created', 3]]);
  });

  it.each(['999', 'abc', '-1', '1.5', '99999999999999999999'])(
    'is told to start anew when nobody knows its position %s',
    async (lastEventId) => {
      source.write('idea.created', 'a');
      const reader = await listen({ lastEventId });
      await reader.until(({ seen }) => seen.length === 1);
      expect(reader.seen).toEqual([{ id: 1, name: 'reset', data: { position: 1 } }]);
      source.write('idea.created', 'b');
      source.hint();
      await reader.until(({ seen }) => seen.length === 2);
      expect(reader.seen.at(1)?.id).toBe(2);
    }
  );

  it('is told to start anew when what it missed is no longer in the log', async () => {
    for (const id of ['a', 'b', 'c', 'd']) source.write('idea.created', id);
    source.log.splice(0, 2);
    const reader = await listen({ lastEventId: '1' });
    await reader.until(({ seen }) => seen.length === 1);
    expect(reader.seen[0]).toMatchObject({ name: 'reset', id: 4 });
  });

  it('is told to start anew when the database was put back', async () => {
    for (const id of ['a', 'b', 'c']) source.write('idea.created', id);
    const reader = await listen({});
    await reader.until(({ lastEventId }) => lastEventId === '3');
    source.log.splice(1);
    source.ideas.delete('b');
    source.ideas.delete('c');
    const neighbourhood = await feed.open('otterlo');
    await neighbourhood?.compare(1);
    await reader.until(({ seen }) => seen.length === 1);
    expect(reader.seen[0]).toMatchObject({ name: 'reset', id: 1 });
    expect((await neighbourhood?.snapshot())?.ideas.map(({ id }) => id)).toEqual(['a']);
  });

  it('that missed thousands gets a new start instead of all of it', async () => {
    await feed.open('otterlo');
    for (let count = 0; count < 2500; count += 1) source.write('idea.created', `idea ${count}`);
    source.hint();
    const reader = await listen({ since: '10' });
    await reader.until(({ seen }) => seen.length > 0);
    expect(reader.seen[0]).toMatchObject({ name: 'reset', id: 2500 });
  });

  it('that missed a thousand gets each of them once, in order', async () => {
    await feed.open('otterlo');
    for (let count = 0; count < 1500; count += 1) source.write('idea.created', `idea ${count}`);
    const reader = await listen({ since: '100' });
    await reader.until(({ seen }) => seen.length === 1400);
    expect(idsOf(reader)).toEqual(Array.from({ length: 1400 }, (_, index) => 101 + index));
  });

  it('gets every change once while it resumes and others go on writing', async () => {
    await feed.open('otterlo');
    for (let count = 0; count < 700; count += 1) source.write('idea.created', `idea ${count}`);
    const reader = await listen({ since: '1' });
    while (source.position < 1000) {
      source.write('idea.changed', `idea ${source.position % 700}`);
      source.hint();
      await reader.until(({ seen }) => seen.length >= Math.min(source.position - 1, 650));
    }
    source.hint();
    await reader.until(({ seen }) => seen.length === 999);
    expect(idsOf(reader)).toEqual(Array.from({ length: 999 }, (_, index) => 2 + index));
  });

  it('hears that an idea is gone', async () => {
    source.write('idea.created', 'a');
    const reader = await listen({});
    source.write('idea.removed', 'a', null);
    source.hint();
    await reader.until(({ seen }) => seen.length === 1);
    expect(reader.seen[0]).toMatchObject({ name: 'idea.removed', data: { id: 'a', facts: null } });
  });

  it('gets the facts with the last of many changes of one idea, and the facts are read once', async () => {
    source.write('idea.created', 'a');
    const reader = await listen({ since: '1' });
    await reader.until(({ lastEventId }) => lastEventId === null || true);
    for (let count = 1; count <= 4; count += 1) source.write('idea.changed', 'a', { supportCount: count });
    source.hint();
    await reader.until(({ seen }) => seen.length === 4);
    expect(reader.seen.map(({ data }) => 'facts' in data)).toEqual([false, false, false, true]);
    expect(reader.seen.at(3)?.data).toMatchObject({ facts: { supportCount: 4 } });
    expect(source.questions.facts).toBe(1);
  });

  it('may listen to a neighbourhood that exists, and to no other', async () => {
    await expect(listen({ slug: 'nergens' })).rejects.toThrow('no such neighbourhood');
    await expect(listen({ slug: 'Niet een slug!' })).rejects.toThrow('no such neighbourhood');
    expect(source.questions.snapshot).toBe(1);
  });
});

describe('the feed', () => {
  it('reads the log once for everybody who listens', async () => {
    const readers = await Promise.all(Array.from({ length: 20 }, () => listen({})));
    const { changes, facts } = source.questions;
    source.write('idea.created', 'a');
    source.hint();
    await Promise.all(readers.map((reader) => reader.until(({ seen }) => seen.length === 1)));
    expect(source.questions.snapshot).toBe(1);
    expect(source.questions.facts - facts).toBe(1);
    expect(source.questions.changes - changes).toBe(1);
  });

  it('reads the log once for a write and its notification, and not again for what it has read', async () => {
    const reader = await listen({});
    const { changes } = source.questions;
    source.write('idea.created', 'a');
    source.hint();
    feed.noteWrite();
    await reader.until(({ seen }) => seen.length === 1);
    source.hint();
    await (await feed.open('otterlo'))?.snapshot();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(source.questions.changes - changes).toBe(1);
  });

  it('misses nothing that happens while the first snapshot is read', async () => {
    let read: () => void = () => undefined;
    source.beforeSnapshot = new Promise((resolve) => (read = resolve));
    const opening = feed.open('otterlo');
    await new Promise((resolve) => setTimeout(resolve, 5));
    source.write('idea.created', 'a');
    source.hint();
    read();
    const neighbourhood = await opening;
    await expect.poll(() => neighbourhood?.position).toBe(1);
  });

  it('sends what happens at about the same time in one piece', async () => {
    await feed.close();
    feed = createFeed({ source, pollMilliseconds: 3_600_000, coalesceMilliseconds: 20 });
    streams = createStreams(feed);
    const stream = await streams.open({
      slug: 'otterlo',
      address: '10.0.0.1',
      since: '0',
      lastEventId: null,
      cut: () => undefined
    });
    const reader = stream?.getReader();
    await reader?.read();
    source.write('idea.created', 'first');
    source.hint();
    const pieces = [new TextDecoder().decode((await reader?.read())?.value)];
    for (let count = 0; count < 30; count += 1) {
      source.write('idea.created', `idea ${count}`);
      source.hint();
      await (await feed.open('otterlo'))?.readLog();
    }
    pieces.push(new TextDecoder().decode((await reader?.read())?.value));
    expect(pieces.map((piece) => piece.match(/^id: /gm)?.length)).toEqual([1, 30]);
  });

  it('goes on when the database was away for a while', async () => {
    const reader = await listen({});
    source.isAway = true;
    source.write('idea.created', 'a');
    await expect((await feed.open('otterlo'))?.readLog()).rejects.toThrow('away');
    source.isAway = false;
    source.hint();
    await reader.until(({ seen }) => seen.length === 1);
    expect(idsOf(reader)).toEqual([1]);
  });

  it('polls even when no hint ever comes', async () => {
    await feed.close();
    feed = createFeed({ source, pollMilliseconds: 5, coalesceMilliseconds: 0 });
    streams = createStreams(feed);
    const reader = await listen({});
    source.write('idea.created', 'a');
    await reader.until(({ seen }) => seen.length === 1);
    expect(idsOf(reader)).toEqual([1]);
  });

  it('sends a sign of life', async () => {
    await feed.close();
    feed = createFeed({ source, pollMilliseconds: 3_600_000, beatMilliseconds: 5 });
    streams = createStreams(feed);
    const reader = await listen({});
    await reader.until(({ comments }) => comments >= 2);
    expect(reader.seen).toEqual([]);
  });

  it('ends every stream when it closes, stops listening, and takes nobody new', async () => {
    const reader = await listen({});
    await feed.close();
    await reader.until(() => false);
    expect(reader.isEnded).toBe(true);
    expect(source.isListening).toBe(false);
    expect(streams.count).toBe(0);
    await expect(listen({})).rejects.toMatchObject({ refusal: { status: 503, code: 'closing' } });
  });

  it('ends the streams of a neighbourhood that is gone', async () => {
    const reader = await listen({});
    const neighbourhood = await feed.open('otterlo');
    source.write('place.changed', 'p');
    source.readSnapshot = async () => null;
    await neighbourhood?.readLog();
    expect(await neighbourhood?.snapshot()).toBeNull();
    await reader.until(() => false);
    expect(reader.isEnded).toBe(true);
  });
});

describe('caps', () => {
  const limited = (limits: ListenerLimits) => {
    streams = createStreams(feed, limits);
  };

  it('hold the number of listeners of one address, and let others in', async () => {
    limited({ all: 10, perAddress: 2 });
    const first = await listen({ address: '10.0.0.1' });
    await listen({ address: '10.0.0.1' });
    await expect(listen({ address: '10.0.0.1' })).rejects.toMatchObject({
      refusal: { status: 429, code: 'too_many_listeners' }
    });
    await listen({ address: '10.0.0.2' });
    await first.cancel();
    await listen({ address: '10.0.0.1' });
    expect(streams.count).toBe(3);
  });

  it('hold the number of listeners altogether', async () => {
    limited({ all: 2, perAddress: 10 });
    await listen({ address: '10.0.0.1' });
    await listen({ address: '10.0.0.2' });
    await expect(listen({ address: '10.0.0.3' })).rejects.toMatchObject({
      refusal: { status: 503, code: 'too_many_listeners' }
    });
  });

  it('drop a listener that does not read, and only that one', async () => {
    let cuts = 0;
    const slow = await streams.open({
      slug: 'otterlo',
      address: '10.0.0.1',
      since: null,
      lastEventId: null,
      cut: () => (cuts += 1)
    });
    const quick = await listen({});
    const text = 'x'.repeat(2000);
    for (let round = 1; cuts === 0; round += 1) {
      for (let count = 0; count < 50; count += 1)
        source.write('idea.created', `${round} ${count}`, { title: text });
      source.hint();
      await quick.until(({ seen }) => seen.length === round * 50);
      expect(round).toBeLessThan(100);
    }
    expect(cuts).toBe(1);
    expect(streams.count).toBe(1);
    await expect(slow?.getReader().read()).rejects.toThrow('too slow');
    expect(new Set(idsOf(quick)).size).toBe(source.position);
  });
});
