import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { joinCoalition, startCoalition } from '../../src/lib/data/coalition.ts';
import type { TestDatabase } from '../support/database.ts';
import { startApp } from '../support/start-app.ts';
import { Visitor } from './live-visitor.ts';
import { makePerson, makeWijk, middle, type TestWijk } from './live-wijk.ts';

const day = (offset: number) => new Date(Date.now() + offset * 86_400_000).toISOString().slice(0, 10);

/** A running app and the database behind it. */
export interface AppUnderTest {
  database: TestDatabase;
  address: string;
  environment: Record<string, string>;
}

/** Describes what the JSON API does where several people and a place meet, on an app that is running. */
export function describeJsonApi(running: () => AppUnderTest): void {
  describe('the JSON API', () => {
    let database: TestDatabase;
    let wijk: TestWijk;

    beforeAll(async () => {
      ({ database } = running());
      wijk = await makeWijk(database);
    });

    const api = (path: string) => `${running().address}/api/v1/${path}`;
    const pin = async (who: Visitor) => {
      const { body } = await who.send(api('ideas'), {
        body: { wijk: wijk.slug, title: 'Een bankje', location: middle }
      });
      return body.id as string;
    };
    /** Which participant a browser became when it pinned this idea. */
    const personOf = async (idea: string) => {
      const [row] = await database.sql<{ participant_id: string }>(
        `select participant_id from public.idea_authors where idea_id = $1`,
        [idea]
      );
      return row?.participant_id ?? '';
    };

    /** A group of three that is ready to ask, led by somebody with a browser. */
    async function readyGroup(): Promise<{ lead: Visitor; coalitionId: string; ideaId: string }> {
      const lead = new Visitor();
      const ideaId = await pin(lead);
      const client = await database.asPerson(await personOf(ideaId));
      const { id: coalitionId } = await startCoalition(client, ideaId, { name: 'Fatma' });
      for (let count = 0; count < 2; count += 1)
        await joinCoalition((await makePerson(database)).client, coalitionId);
      return { lead, coalitionId, ideaId };
    }

    /** A place with a steward who has a browser. */
    async function placeWithSteward(): Promise<{ placeId: string; steward: Visitor }> {
      const steward = new Visitor();
      const person = await personOf(await pin(steward));
      const [organisation, placeId] = [randomUUID(), randomUUID()];
      await database.sql(
        `insert into public.organisations (id, neighbourhood_id, name) values ($1, $2, 'De Theemuts')`,
        [organisation, wijk.id]
      );
      await database.sql(
        `insert into public.organisation_members (organisation_id, participant_id, mandate) values ($1, $2, 'steward')`,
        [organisation, person]
      );
      await database.sql(
        `insert into public.places (id, neighbourhood_id, kind, name, location, steward_organisation_id, sharing)
       values ($1, $2, 'meeting', 'Zaaltje', extensions.st_setsrid(extensions.st_point(5.5, 52.5), 4326), $3, 'exclusive')`,
        [placeId, wijk.id, organisation]
      );
      return { placeId, steward };
    }

    it('takes a claim through its steps, and no other way', async () => {
      const { lead, coalitionId, ideaId } = await readyGroup();
      const { placeId, steward } = await placeWithSteward();
      const request = { coalitionId, placeId, purpose: 'Samen repareren', startsOn: day(7) };
      const key = randomUUID();
      const asked = await lead.send(api('claims'), { body: request, headers: { 'idempotency-key': key } });
      expect(asked.status).toBe(201);
      expect(asked.body).toMatchObject({ ideaId, placeId, state: 'requested', size: 'lasting' });
      const again = await lead.send(api('claims'), { body: request, headers: { 'idempotency-key': key } });
      expect([again.status, again.body.id]).toEqual([201, asked.body.id]);

      const steps = api(`claims/${asked.body.id as string}/transitions`);
      const step = (who: Visitor, body: object) => who.send(steps, { body });
      expect(await step(lead, { to: 'granted' })).toMatchObject({ status: 403 });
      expect(await step(steward, { to: 'realised' })).toMatchObject({
        status: 409,
        body: { type: 'urn:samenspel:refusal:transition_refused' }
      });
      expect(await step(steward, { to: 'refused' })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'reason', code: 'reason_missing' }] }
      });
      expect(await step(steward, { to: 'nothing' })).toMatchObject({
        status: 422,
        body: { errors: [{ field: 'to' }] }
      });
      expect(await step(new Visitor(), { to: 'in_talks' })).toMatchObject({ status: 401 });
      expect(await step(steward, { to: 'in_talks' })).toMatchObject({
        status: 200,
        body: { state: 'in_talks' }
      });
      expect(await step(steward, { to: 'granted' })).toMatchObject({
        status: 409,
        body: { type: 'urn:samenspel:refusal:agreement_missing' }
      });
      const unknown = await lead.send(api(`claims/${randomUUID()}/transitions`), {
        body: { to: 'withdrawn' }
      });
      expect(unknown.status).toBe(404);
    });

    it('refuses a place that is held, whoever says yes first', async () => {
      const { placeId, steward } = await placeWithSteward();
      const claims = await Promise.all(
        [0, 1].map(async () => {
          const { lead, coalitionId } = await readyGroup();
          const body = { coalitionId, placeId, purpose: 'Een feest', size: 'small', startsOn: day(9) };
          return (await lead.send(api('claims'), { body })).body.id as string;
        })
      );
      const answers = await Promise.all(
        claims.map((id) => steward.send(api(`claims/${id}/transitions`), { body: { to: 'granted' } }))
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
        type: 'urn:samenspel:refusal:place_held'
      });
    });

    it('refuses a group that is not ready, and who does not lead it', async () => {
      const lead = new Visitor();
      const ideaId = await pin(lead);
      const { id } = await startCoalition(await database.asPerson(await personOf(ideaId)), ideaId);
      const { placeId } = await placeWithSteward();
      const request = { coalitionId: id, placeId, purpose: 'Een tuin', startsOn: day(7) };
      expect(await lead.send(api('claims'), { body: request })).toMatchObject({
        status: 409,
        body: { type: 'urn:samenspel:refusal:not_ready_to_ask' }
      });
      const other = new Visitor();
      await pin(other);
      expect((await other.send(api('claims'), { body: request })).status).toBe(403);
      expect(await lead.send(api('claims'), { body: { ...request, startsOn: '30 februari' } })).toMatchObject(
        {
          status: 422,
          body: { errors: [{ field: 'startsOn', code: 'date_malformed' }] }
        }
      );
    });

    it('holds one person to thirty writes a minute, and says when to come back', async () => {
      const strict = await startApp({
        environment: { ...running().environment, SAMENSPEL_RATE_LIMITS: undefined }
      });
      const who = new Visitor();
      const statuses: number[] = [];
      const write = () =>
        who.send(`${strict.address}/api/v1/ideas`, {
          body: { wijk: wijk.slug, title: 'Nog een', location: middle }
        });
      for (let count = 0; count < 31; count += 1) statuses.push((await write()).status);
      // The first write was counted for the address, the thirty after it for the person it made.
      expect(statuses).toEqual(Array<number>(31).fill(201));
      const refused = await write();
      expect(refused).toMatchObject({ status: 429, body: { type: 'urn:samenspel:refusal:rate_limited' } });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(refused.headers.get('content-type')).toBe('application/problem+json');
      await strict.stop();
    });
  });
}
