import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { readChanges, readPositions } from '../../src/lib/data/change.ts';
import { changeCoalition, joinCoalition, startCoalition } from '../../src/lib/data/coalition.ts';
import {
  changeIdea,
  commentOnIdea,
  createIdea,
  endSupport,
  followIdea,
  readFollowStatus,
  readIdea,
  readIdeaFacts,
  readMyPart,
  supportIdea,
  withdrawIdea
} from '../../src/lib/data/idea.ts';
import {
  describeSpot,
  findSimilarIdeas,
  markPearl,
  readNeighbourhoods,
  readSnapshot,
  searchNeighbourhood
} from '../../src/lib/data/neighbourhood.ts';
import {
  leaveContact,
  offerHelp,
  readMyOverview,
  removeContact,
  saveFirstName,
  sendMessage
} from '../../src/lib/data/participant.ts';
import { readMapObject, readPlace } from '../../src/lib/data/place.ts';
import { createUpload, readUploadBytes } from '../../src/lib/data/upload.ts';
import type { RefusalError } from '../../src/lib/domain/refusal/refusal.ts';
import { encodePhoto } from '../../src/lib/server/images/encode-photo.ts';
import { describeOnEachBackend, type TestDatabase } from '../support/database.ts';
import { makePerson, makeWijk, middle, type TestWijk } from './live-wijk.ts';

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error as RefusalError).refusal
  );

describeOnEachBackend('the data layer', (database) => {
  let db: TestDatabase;
  let wijk: TestWijk;
  let riet: Awaited<ReturnType<typeof makePerson>>;
  let teun: Awaited<ReturnType<typeof makePerson>>;
  const idea = (input: object = {}, key: string | null = null) =>
    createIdea(riet.client, { wijk: wijk.slug, title: 'Een bankje', location: middle, ...input }, key);

  beforeAll(async () => {
    db = database();
    wijk = await makeWijk(db);
    riet = await makePerson(db);
    teun = await makePerson(db);
  });

  describe('an idea', () => {
    it('is kept as it was meant, and gets a follow code that shows its status only', async () => {
      const stored = await idea({
        title: ' Een bankje ',
        description: 'Met leuning',
        theme: 'groen',
        needs: ['hands']
      });
      expect(stored).toMatchObject({
        wijk: wijk.slug,
        title: 'Een bankje',
        description: 'Met leuning',
        theme: 'groen',
        location: middle,
        state: 'open',
        version: 1
      });
      expect(await readFollowStatus(db.asAnon(), wijk.slug, stored.followCode ?? '')).toEqual({
        wijk: wijk.slug,
        ideaId: stored.id,
        title: 'Een bankje',
        state: 'open'
      });
      const page = await readIdea(db.asAnon(), stored.id);
      expect(page?.needs).toMatchObject([{ kind: 'hands', covered: false }]);
      expect(await readIdea(db.asAnon(), randomUUID())).toBeNull();
    });

    it('sent again with the same key or id is one idea, and the key holds for its content only', async () => {
      const key = randomUUID();
      const id = randomUUID();
      const [one, two] = await Promise.all([idea({ title: 'Eens' }, key), idea({ title: 'Eens' }, key)]);
      expect(one).toEqual(two);
      expect((await idea({ id, title: 'Ook eens' })).id).toBe((await idea({ id, title: 'Ook eens' })).id);
      expect(await refusalOf(idea({ title: 'Anders' }, key))).toEqual({
        status: 422,
        code: 'idempotency_key_reused',
        field: 'Idempotency-Key'
      });
      const stranger = createIdea(teun.client, { id, wijk: wijk.slug, title: 'Van mij' });
      expect(await refusalOf(stranger)).toMatchObject({ status: 409, code: 'already_exists' });
    });

    it.each([
      [{ location: { type: 'Point', coordinates: [8, 52.5] } }, 422, 'location_outside', 'location'],
      [{ theme: 'nothing' }, 422, 'theme_unknown', 'theme'],
      [{ placeId: randomUUID() }, 422, 'place_unknown', 'placeId'],
      [{ wijk: 'no-such-wijk' }, 422, 'neighbourhood_unknown', 'wijk'],
      [{ title: '' }, 422, 'title_missing', 'title']
    ])('is refused with the field named: %j', async (input, status, code, field) => {
      expect(await refusalOf(idea(input))).toEqual({ status, code, field });
    });

    it('cannot be made by a visitor', async () => {
      const refusal = await refusalOf(createIdea(db.asAnon(), { wijk: wijk.slug, title: 'Hoi' }));
      expect(refusal).toMatchObject({ status: 401, code: 'not_signed_in' });
    });

    it('is changed and withdrawn by its author only, and never over somebody else’s change', async () => {
      const { id } = await idea();
      const changed = await changeIdea(riet.client, id, { title: 'Twee bankjes', version: 1 });
      expect(changed).toMatchObject({ title: 'Twee bankjes', version: 2 });
      expect(await refusalOf(changeIdea(riet.client, id, { title: 'Drie', version: 1 }))).toMatchObject({
        status: 409,
        code: 'version_conflict'
      });
      expect(await refusalOf(changeIdea(teun.client, id, { title: 'Van mij' }))).toMatchObject({
        status: 403
      });
      expect(await refusalOf(changeIdea(teun.client, randomUUID(), { title: 'Niets' }))).toMatchObject({
        status: 404
      });
      expect((await withdrawIdea(riet.client, id, 'toch niet')).state).toBe('withdrawn');
    });

    it('is supported, commented on and followed, each once per person', async () => {
      const { id } = await idea();
      expect(await supportIdea(teun.client, teun.id, id)).toBe('want');
      expect(await supportIdea(teun.client, teun.id, id, { degree: 'help' })).toBe('help');
      const comment = randomUUID();
      expect(await commentOnIdea(teun.client, id, { id: comment, body: ' Goed plan ', name: 'Teun' })).toBe(
        comment
      );
      expect(await commentOnIdea(teun.client, id, { id: comment, body: 'Goed plan' })).toBe(comment);
      expect(await refusalOf(commentOnIdea(riet.client, id, { id: comment, body: 'Nee' }))).toMatchObject({
        status: 409
      });
      await followIdea(teun.client, teun.id, id, { channel: 'call' });
      expect(await readIdeaFacts(db.asAnon(), [id])).toMatchObject([
        { supportCount: 1, helperCount: 1, commentCount: 1 }
      ]);
      expect((await readIdea(db.asAnon(), id))?.comments).toMatchObject([
        { body: 'Goed plan', name: 'Teun' }
      ]);
      expect(await readMyPart(teun.client, id)).toMatchObject({
        author: false,
        support: 'help',
        channel: 'call'
      });
      await endSupport(teun.client, teun.id, id);
      expect(await readIdeaFacts(db.asAnon(), [id])).toMatchObject([{ supportCount: 0, helperCount: 0 }]);
    });

    it('that does not exist is not found, whatever one does with it', async () => {
      const unknown = { status: 404, code: 'idea_unknown', field: null };
      expect(await refusalOf(supportIdea(teun.client, teun.id, randomUUID()))).toEqual(unknown);
      expect(await refusalOf(commentOnIdea(teun.client, randomUUID(), { body: 'Hoi' }))).toEqual(unknown);
      expect(await refusalOf(followIdea(teun.client, teun.id, randomUUID(), { channel: 'self' }))).toEqual(
        unknown
      );
    });

    it('cannot be supported in somebody else’s name', async () => {
      const { id } = await idea();
      expect(await refusalOf(supportIdea(teun.client, riet.id, id))).toMatchObject({
        status: 403,
        code: 'not_allowed'
      });
    });

    it('gets a group that others join', async () => {
      const { id } = await idea();
      const group = await startCoalition(riet.client, id, { name: 'Riet' });
      expect(group.ideaId).toBe(id);
      expect(await refusalOf(startCoalition(teun.client, id))).toMatchObject({
        status: 409,
        code: 'coalition_exists'
      });
      await joinCoalition(teun.client, group.id, { says: 'Ik kan timmeren' });
      await changeCoalition(teun.client, group.id, 'promise', { what: 'Hout halen', due: '2099-01-01' });
      expect(
        await refusalOf(
          changeCoalition(teun.client, group.id, 'promise', { what: 'Hout halen', due: 'gisteren' })
        )
      ).toEqual({ status: 422, code: 'date_malformed', field: 'due' });
      const page = await readIdea(db.asAnon(), id);
      expect(page?.members.map(({ role }) => role)).toEqual(['lead', 'member']);
      expect(page?.composition).toEqual({ people: 2, residents: 2, households: 2 });
      expect(page?.promises).toMatchObject([{ what: 'Hout halen', done: false }]);
    });

    it('gets a photo that everybody may see, from who belongs to it', async () => {
      const { id } = await idea();
      const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: '#0d5c63' } })
        .jpeg()
        .toBuffer();
      const photo = await encodePhoto(picture);
      const upload = randomUUID();
      expect(await createUpload(riet.client, id, photo, { id: upload, description: 'Het gras' })).toBe(
        upload
      );
      expect(await createUpload(riet.client, id, photo, { id: upload })).toBe(upload);
      const served = await readUploadBytes(db.asAnon(), upload, 'large');
      expect(served?.mediaType).toBe('image/webp');
      expect(Buffer.compare(Buffer.from(served?.bytes ?? []), Buffer.from(photo.variants.large))).toBe(0);
      expect(await readUploadBytes(db.asAnon(), randomUUID(), 'large')).toBeNull();
      expect(await refusalOf(createUpload(teun.client, id, photo))).toMatchObject({ status: 403 });
    });
  });

  describe('a neighbourhood', () => {
    it('is read whole, and is null when there is none', async () => {
      await idea({ title: 'In de momentopname' });
      const snapshot = await readSnapshot(db.asAnon(), wijk.slug);
      expect(snapshot?.neighbourhood.slug).toBe(wijk.slug);
      expect(snapshot?.ideas.map(({ title }) => title)).toContain('In de momentopname');
      expect(snapshot?.position).toBe((await readPositions(db.asAnon(), [wijk.id])).get(wijk.id));
      expect(await readSnapshot(db.asAnon(), 'no-such-wijk')).toBeNull();
      expect((await readNeighbourhoods(db.asAnon())).map(({ slug }) => slug)).toContain(wijk.slug);
    });

    it('has a log without gaps', async () => {
      await idea();
      const changes = await readChanges(db.asAnon(), wijk.id, 0, 500);
      expect(changes.map(({ position }) => position)).toEqual(changes.map((_, index) => index + 1));
      expect(changes.at(-1)).toMatchObject({ kind: 'idea.created', entity: 'idea' });
      expect(await readChanges(db.asAnon(), wijk.id, changes.length, 500)).toEqual([]);
    });

    it('is searched, and says what lies where', async () => {
      await idea({ title: 'Schommel bij de linde' });
      expect((await searchNeighbourhood(db.asAnon(), wijk.slug, 'schommel'))[0]).toMatchObject({
        kind: 'idea',
        title: 'Schommel bij de linde'
      });
      expect(await searchNeighbourhood(db.asAnon(), wijk.slug, "%_\\'; drop table")).toEqual([]);
      expect(await describeSpot(db.asAnon(), wijk.slug, '5.5', 52.5)).toMatchObject({
        inside: true,
        moved: null
      });
      expect(await describeSpot(db.asAnon(), wijk.slug, 9, 52.5)).toMatchObject({ inside: false });
      expect(await refusalOf(describeSpot(db.asAnon(), wijk.slug, 'here', ''))).toMatchObject({
        status: 422,
        code: 'location_malformed'
      });
      expect(await refusalOf(describeSpot(db.asAnon(), 'no-such-wijk', 5, 52))).toMatchObject({
        status: 404
      });
      expect(await readMapObject(db.asAnon(), wijk.slug, 'nothing')).toBeNull();
      expect(await readPlace(db.asAnon(), randomUUID())).toBeNull();
    });

    it('shows what is alike nearby', async () => {
      await idea({ title: 'Moestuin achter de school' });
      const near = await findSimilarIdeas(db.asAnon(), wijk.slug, 'moestuin bij school', {
        lon: 5.5,
        lat: 52.5
      });
      expect(near.map(({ title }) => title)).toContain('Moestuin achter de school');
      expect(
        await findSimilarIdeas(db.asAnon(), wijk.slug, 'moestuin bij school', { lon: 5.9, lat: 52.9 })
      ).toEqual([]);
      expect(
        (await findSimilarIdeas(db.asAnon(), wijk.slug, 'moestuin bij school', null)).length
      ).toBeGreaterThan(0);
    });

    it('has pearls', async () => {
      const id = randomUUID();
      expect(await markPearl(riet.client, wijk.id, { id, title: 'De linde', location: middle })).toBe(id);
      expect(await markPearl(riet.client, wijk.id, { id, title: 'De linde' })).toBe(id);
      const snapshot = await readSnapshot(db.asAnon(), wijk.slug);
      expect(snapshot?.pearls).toMatchObject([{ id, title: 'De linde', lon: 5.5, lat: 52.5 }]);
      const outside = { type: 'Point' as const, coordinates: [9, 52.5] };
      expect(await refusalOf(markPearl(riet.client, wijk.id, { title: 'Ver', location: outside }))).toEqual({
        status: 422,
        code: 'location_outside',
        field: 'location'
      });
    });
  });

  describe('a person', () => {
    it('keeps a name, a contact, an offer and a word to the facilitator to themselves', async () => {
      await saveFirstName(riet.client, riet.id, ' Riet ');
      await leaveContact(riet.client, riet.id, wijk.id, { channel: 'call', value: '06 12345678' });
      await leaveContact(riet.client, riet.id, wijk.id, { channel: 'call', value: '06 87654321' });
      const offer = await offerHelp(riet.client, riet.id, wijk.id, { what: 'Soep koken' });
      await offerHelp(riet.client, riet.id, wijk.id, { id: offer, what: 'Soep koken' });
      await sendMessage(riet.client, riet.id, wijk.id, { body: 'Kunt u bellen?' });
      expect(await readMyOverview(riet.client, wijk.slug)).toMatchObject({ firstName: 'Riet', roles: [] });
      expect((await readSnapshot(db.asAnon(), wijk.slug))?.offerCount).toBe(1);
      for (const table of ['contacts', 'offers', 'messages', 'participants'] as const) {
        const { data } = await teun.client.from(table).select('*').limit(10);
        expect(JSON.stringify(data)).not.toMatch(/Riet|06 8|Soep|bellen/);
      }
      await removeContact(riet.client, riet.id, wijk.id, 'call');
      const { data } = await riet.client.from('contacts').select('value');
      expect(data).toEqual([]);
    });

    it('cannot write in somebody else’s name', async () => {
      const refused = { status: 403, code: 'not_allowed' };
      expect(await refusalOf(offerHelp(riet.client, teun.id, wijk.id, { what: 'Klussen' }))).toMatchObject(
        refused
      );
      expect(await refusalOf(sendMessage(riet.client, teun.id, wijk.id, { body: 'Hoi' }))).toMatchObject(
        refused
      );
      const contact = leaveContact(riet.client, teun.id, wijk.id, {
        channel: 'mail',
        value: 'a@example.org'
      });
      expect(await refusalOf(contact)).toMatchObject(refused);
    });

    it('who is a visitor has no overview', async () => {
      expect(await refusalOf(readMyOverview(db.asAnon(), wijk.slug))).toMatchObject({ status: 401 });
    });
  });
});
