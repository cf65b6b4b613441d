import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildAppWhenNeeded } from '../../scripts/build-app.ts';
import { openPostgresDatabase } from '../support/database.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';
import { testSecret } from '../support/template.ts';
import { EventReader, type SeenEvent } from '../unit/server/live/event-reader.ts';
import { describeJsonApi } from './live-api.ts';
import { startFlakyProxy } from './live-flaky-proxy.ts';
import { Visitor } from './live-visitor.ts';
import { makeWijk, middle, type TestWijk } from './live-wijk.ts';

/** The events that tell of a new idea; making the neighbourhood itself is in the log too. */
const createdIn = (events: readonly SeenEvent[]) => events.filter(({ name }) => name === 'idea.created');

describe.skipIf(inject('postgresSuperuserUrl') === null)('two server processes on one PostgreSQL', () => {
  let database: Awaited<ReturnType<typeof openPostgresDatabase>>;
  let apps: [RunningApp, RunningApp];
  let wijk: TestWijk;

  const environment = () => ({
    DATABASE_URL: database.databaseUrl,
    SAMENSPEL_SECRET: testSecret,
    SAMENSPEL_RATE_LIMITS: 'off',
    HOST: '127.0.0.1'
  });
  const startOne = () => startApp({ environment: environment() });

  beforeAll(async () => {
    await buildAppWhenNeeded();
    database = await openPostgresDatabase();
    apps = await Promise.all([startOne(), startOne()]);
  }, 600_000);
  afterAll(async () => {
    // Not there when the build or the start failed, which is then what the report is about.
    await Promise.all(((apps as typeof apps | undefined) ?? []).map((app) => app.stop()));
    await (database as typeof database | undefined)?.close();
  });

  async function listen(app: RunningApp, lastEventId: string | null, since?: number): Promise<EventReader> {
    const query = since === undefined ? '' : `&since=${since}`;
    const response = await fetch(`${app.address}/api/v1/live?wijk=${wijk.slug}${query}`, {
      headers: lastEventId === null ? {} : { 'last-event-id': lastEventId }
    });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    expect(response.headers.get('cache-control')).toBe('no-cache, no-transform');
    expect(response.headers.get('x-accel-buffering')).toBe('no');
    expect(response.headers.get('content-encoding')).toBeNull();
    return new EventReader(response.body as ReadableStream<Uint8Array>);
  }

  async function writeIdeas(app: RunningApp, who: Visitor, count: number, name: string): Promise<string[]> {
    const ids: string[] = [];
    for (let number = 0; number < count; number += 1) {
      const { status, body } = await who.send(`${app.address}/api/v1/ideas`, {
        body: { wijk: wijk.slug, title: `${name} ${number}`, location: middle, needs: ['hands'] }
      });
      expect(status).toBe(201);
      ids.push(body.id as string);
    }
    return ids;
  }

  it('tell a listener that is cut off again and again everything once and in order', async () => {
    wijk = await makeWijk(database);
    const writing = Promise.all(
      [0, 1, 2, 3].map((writer) =>
        writeIdeas(apps[(writer % 2) as 0 | 1], new Visitor(), 25, `Writer ${writer}`)
      )
    );
    const events: SeenEvent[] = [];
    const created = () => new Set(createdIn(events).map(({ data }) => data.id));
    let lastEventId: string | null = null;
    let connections = 0;
    while (created().size < 100) {
      const app = apps[(connections % 2) as 0 | 1];
      const reader = await listen(app, lastEventId, lastEventId === null ? 0 : undefined);
      connections += 1;
      const enough = 3 + ((connections * 7) % 11);
      await reader.until(({ seen }) => seen.length >= enough || created().size + seen.length >= 100);
      events.push(...reader.seen);
      lastEventId = reader.lastEventId;
      await reader.cancel();
    }
    const ids = (await writing).flat();
    expect(connections).toBeGreaterThan(5);
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect([...created()].sort()).toEqual([...ids].sort());
    expect(createdIn(events)).toHaveLength(100);
    expect(createdIn(events).every(({ data }) => 'facts' in data)).toBe(true);
  });

  it('tell what is written through the one to who listens to the other', async () => {
    wijk = await makeWijk(database);
    const readers = await Promise.all(apps.map((app) => listen(app, null)));
    await Promise.all(readers.map((reader) => reader.until(({ lastEventId }) => lastEventId !== null)));
    const [id] = await writeIdeas(apps[0], new Visitor(), 1, 'From the first');
    for (const reader of readers) {
      await reader.until(({ seen }) => seen.length === 1);
      expect(reader.seen[0]).toMatchObject({
        name: 'idea.created',
        data: { id, facts: { title: 'From the first 0' } }
      });
      await reader.cancel();
    }
  });

  it('start a listener anew whose position nobody knows, and go on from there', async () => {
    wijk = await makeWijk(database);
    const who = new Visitor();
    await writeIdeas(apps[0], who, 2, 'Before');
    const [counter] = await database.sql<{ position: string }>(
      `select position::text from public.change_counters where neighbourhood_id = $1`,
      [wijk.id]
    );
    const position = Number(counter?.position);
    const reader = await listen(apps[1], '424242');
    await reader.until(({ seen }) => seen.length === 1);
    expect(reader.seen[0]).toMatchObject({ name: 'reset', id: position, data: { position } });
    await writeIdeas(apps[0], who, 1, 'After');
    await reader.until(({ seen }) => seen.length === 2);
    expect(reader.seen[1]).toMatchObject({ name: 'idea.created', id: position + 1 });
    await reader.cancel();
  });

  it('keep a hundred ideas a hundred, though the line loses requests and answers and each is sent up to four times', async () => {
    wijk = await makeWijk(database);
    const proxy = await startFlakyProxy(apps[0].address, 20261122);
    const riet = new Visitor();
    const submissions = Array.from({ length: 100 }, (_, number) => ({
      key: randomUUID(),
      body: { id: randomUUID(), wijk: wijk.slug, title: `Idee ${number}`, location: middle }
    }));
    // The first one makes her a participant, on a good line.
    await writeIdeas(apps[0], riet, 1, 'Vooraf');
    const submit = async ({ key, body }: (typeof submissions)[number]) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await riet.send(`${proxy.url}/api/v1/ideas`, { body, headers: { 'idempotency-key': key } });
        } catch (error) {
          if (attempt === 4) throw error;
        }
      }
    };
    const queue = [...submissions];
    const answers: { status: number; body: Record<string, unknown> }[] = [];
    await Promise.all(
      Array.from({ length: 8 }, async () => {
        for (let next = queue.shift(); next; next = queue.shift()) answers.push(await submit(next));
      })
    );
    await proxy.close();
    expect(proxy.fates.lost).toBeGreaterThan(20);
    expect(proxy.fates['answer lost']).toBeGreaterThan(20);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(answers.map(({ body }) => body.id).sort()).toEqual(submissions.map(({ body }) => body.id).sort());
    const [row] = await database.sql<{ count: string }>(
      `select count(*)::text as count from public.ideas where neighbourhood_id = $1 and title like 'Idee %'`,
      [wijk.id]
    );
    expect(row?.count).toBe('100');
    const reader = await listen(apps[1], '0');
    await reader.until(({ seen }) => createdIn(seen).length >= 101);
    expect(createdIn(reader.seen)).toHaveLength(101);
    await reader.cancel();
  });

  it('go on for a listener when one of them is killed, and stop in order with a listener open', async () => {
    wijk = await makeWijk(database);
    const third = await startOne();
    const cut = await listen(third, '0');
    const who = new Visitor();
    await writeIdeas(third, who, 1, 'Before');
    await cut.until(({ seen }) => createdIn(seen).length === 1);
    third.process.child.kill('SIGKILL');
    await expect(cut.until(() => false)).rejects.toThrow();
    await writeIdeas(apps[0], who, 1, 'After');
    const resumed = await listen(apps[1], cut.lastEventId);
    await resumed.until(({ seen }) => seen.length === 1);
    expect(resumed.seen[0]).toMatchObject({ id: Number(cut.lastEventId) + 1, name: 'idea.created' });
    const fourth = await startOne();
    const open = await listen(fourth, null);
    await open.until(({ lastEventId }) => lastEventId !== null);
    const code = await fourth.stop();
    await open.until(() => false);
    expect(open.isEnded).toBe(true);
    expect(code).toBe(0);
    await resumed.cancel();
  });

  describeJsonApi(() => ({ database, address: apps[0].address, environment: environment() }));
});
