import { afterAll, beforeAll, expect, it } from 'vitest';
import { createIdea, supportIdea, withdrawIdea } from '../../src/lib/data/idea.ts';
import { markPearl } from '../../src/lib/data/neighbourhood.ts';
import { createFeed, type Feed } from '../../src/lib/server/live/feed.ts';
import { createLiveSource } from '../../src/lib/server/live/source.ts';
import { createStreams } from '../../src/lib/server/live/stream.ts';
import { createClock } from '../../src/lib/server/jobs/clock.ts';
import { createSnapshots, type Snapshots } from '../../src/lib/server/snapshot/snapshots.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { EventReader } from '../unit/server/live/event-reader.ts';
import { makePerson, makeWijk, middle, type TestWijk } from './live-wijk.ts';

describeOnEachBackend('the live feed', (database) => {
  let feed: Feed;
  let snapshots: Snapshots;
  let wijk: TestWijk;
  let riet: Awaited<ReturnType<typeof makePerson>>;

  beforeAll(async () => {
    // So rarely that only a notification can explain what arrives.
    feed = createFeed({ source: createLiveSource(database().backend), pollMilliseconds: 3_600_000 });
    snapshots = createSnapshots(feed);
    wijk = await makeWijk(database());
    riet = await makePerson(database());
  });
  afterAll(() => feed.close());

  async function listen(since: string | null): Promise<EventReader> {
    const stream = await createStreams(feed).open({
      slug: wijk.slug,
      address: 'test',
      since,
      lastEventId: null,
      cut: () => undefined
    });
    if (!stream) throw new Error('There is no such neighbourhood.');
    return new EventReader(stream);
  }

  it('tells what happened as soon as the database notifies', async () => {
    const reader = await listen(null);
    await reader.until(({ lastEventId }) => lastEventId !== null);
    const idea = await createIdea(riet.client, { wijk: wijk.slug, title: 'Een bankje', location: middle });
    await reader.until(({ seen }) => seen.length === 1);
    expect(reader.seen[0]).toMatchObject({
      name: 'idea.created',
      data: { entity: 'idea', id: idea.id, facts: { id: idea.id, title: 'Een bankje', lon: 5.5, lat: 52.5 } }
    });
    await supportIdea(riet.client, riet.id, idea.id, { degree: 'make' });
    await reader.until(({ seen }) => seen.length === 2);
    expect(reader.seen[1]).toMatchObject({ name: 'idea.changed', data: { facts: { helperCount: 1 } } });
    await withdrawIdea(riet.client, idea.id);
    await reader.until(({ seen }) => seen.length === 3);
    expect(reader.seen[2]).toMatchObject({ data: { facts: { state: 'withdrawn' } } });
    await reader.cancel();
  });

  it('gives each change of a crowd once and in order, from the start of the log', async () => {
    const crowd = await Promise.all(Array.from({ length: 5 }, () => makePerson(database())));
    await Promise.all(
      crowd.map(async ({ client }) => {
        for (let count = 0; count < 6; count += 1)
          await createIdea(client, { wijk: wijk.slug, title: `Idee ${count}`, location: middle });
      })
    );
    const reader = await listen('0');
    const isAll = ({ seen }: EventReader) =>
      seen.filter(({ name, data }) => name === 'idea.created' && /^Idee/.test(titleOf(data))).length === 30;
    await reader.until(isAll);
    expect(reader.seen.map(({ id }) => id)).toEqual(reader.seen.map((_, index) => index + 1));
    await reader.cancel();
  });

  it('does not tell that somebody hid an idea, only that it is gone', async () => {
    const idea = await createIdea(riet.client, { wijk: wijk.slug, title: 'Gaat weg', location: middle });
    const position = (await snapshots.of(wijk.slug))?.position;
    const reader = await listen(String(position));
    await database().sql(`update public.ideas set hidden = true where id = $1`, [idea.id]);
    await reader.until(({ seen }) => seen.some(({ name }) => name === 'idea.removed'));
    expect(reader.seen.at(-1)?.data).toMatchObject({ id: idea.id, facts: null });
    await reader.cancel();
  });

  it('keeps the snapshot the same as one that is read anew', async () => {
    await createIdea(riet.client, { wijk: wijk.slug, title: 'Nog een', location: middle });
    feed.noteWrite();
    const kept = await snapshots.of(wijk.slug);
    const { data } = await database().asAnon().rpc('map_snapshot', { neighbourhood_slug: wijk.slug });
    expect(kept).toEqual(data);
    await markPearl(riet.client, wijk.id, { title: 'De linde' });
    feed.noteWrite();
    expect((await snapshots.of(wijk.slug))?.pearls.map(({ title }) => title)).toEqual(['De linde']);
  });

  it('goes with a clock that publishes what is due', async () => {
    const clock = createClock(() => database().system(), 3_600_000);
    await clock.tick();
    await clock.stop();
    const { data } = await database().system().rpc('run_clock');
    expect(data).toEqual({ published: 0, silent: 0 });
  });
});

function titleOf(data: Record<string, unknown>): string {
  return (data.facts as { title?: string } | null)?.title ?? '';
}
