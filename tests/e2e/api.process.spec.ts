import { randomUUID } from 'node:crypto';
import { expect, request, test, type APIRequestContext, type APIResponse } from '@playwright/test';
import sharp from 'sharp';
import { startFlakyProxy } from '../db/live-flaky-proxy.ts';
import { startApp, type RunningApp } from '../support/start-app.ts';

/** On the grass by the Zandhoek, inside the border of the demo. */
const grass = { type: 'Point', coordinates: [5.7745, 52.0989] };

/** A connection for each request: one that is kept may be closed by the server at the moment it is used again. */
const newPerson = () =>
  request.newContext({ baseURL: app.address, extraHTTPHeaders: { connection: 'close' } });

let app: RunningApp;
let riet: APIRequestContext;
let visitor: APIRequestContext;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  app = await startApp({ environment: { SAMENSPEL_RATE_LIMITS: 'off' } });
  riet = await newPerson();
  visitor = await newPerson();
});
test.afterAll(async () => {
  await riet.dispose();
  await visitor.dispose();
  await app.stop();
});

const pin = (body: object, headers: Record<string, string> = {}) =>
  riet.post('/api/v1/ideas', {
    data: { wijk: 'otterlo', title: 'Een bankje', location: grass, ...body },
    headers
  });
const idOf = async (answer: APIResponse) => ((await answer.json()) as { id: string }).id;

/** What a no of the API looks like: problem+json whose status is the answer's own. */
async function expectProblem(
  answer: APIResponse,
  status: number,
  code: string,
  ...fields: string[]
): Promise<void> {
  expect(answer.status()).toBe(status);
  expect(answer.headers()['content-type']).toBe('application/problem+json');
  const problem = (await answer.json()) as { errors: { field: string }[] };
  expect(problem).toMatchObject({ status, type: `urn:samenspel:refusal:${code}` });
  expect(problem).toMatchObject({
    title: expect.stringMatching(/\w/),
    detail: expect.stringMatching(/[.!?]$/)
  });
  expect(problem.errors.map((error) => error.field)).toEqual(fields);
}

test.describe('an idea', () => {
  test('is made, read, changed and withdrawn by its author', async () => {
    const made = await pin({ description: 'Met leuning', needs: [{ kind: 'hands', words: 'twee' }] });
    expect(made.status()).toBe(201);
    const idea = (await made.json()) as { id: string; version: number };
    const address = `/api/v1/ideas/${idea.id}`;
    expect(made.headers()['location']).toBe(address);
    expect(idea).toMatchObject({
      wijk: 'otterlo',
      title: 'Een bankje',
      location: grass,
      street: 'De Zandhoek',
      state: 'open'
    });

    const read = await visitor.get(address);
    expect(read.status()).toBe(200);
    expect(await read.json()).toMatchObject({
      id: idea.id,
      description: 'Met leuning',
      needs: [{ words: 'twee' }]
    });

    const changed = await riet.patch(address, { data: { title: 'Twee bankjes', version: idea.version } });
    expect(await changed.json()).toMatchObject({ title: 'Twee bankjes', version: idea.version + 1 });
    await expectProblem(
      await riet.patch(address, { data: { title: 'Drie', version: idea.version } }),
      409,
      'version_conflict',
      'version'
    );
    await expectProblem(await visitor.patch(address, { data: { title: 'Van mij' } }), 401, 'not_signed_in');

    const withdrawn = await riet.delete(address, { headers: { 'content-type': 'application/json' } });
    expect(await withdrawn.json()).toMatchObject({ id: idea.id, state: 'withdrawn' });
    await expectProblem(await riet.patch(address, { data: { title: 'Toch' } }), 409, 'idea_closed');
  });

  test('sent twice with one key is one idea, and the key is for that content only', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [one, two] = [await pin({ title: 'Eens' }, headers), await pin({ title: 'Eens' }, headers)];
    expect([one.status(), two.status()]).toEqual([201, 201]);
    expect(await one.json()).toEqual(await two.json());
    await expectProblem(
      await pin({ title: 'Anders' }, headers),
      422,
      'idempotency_key_reused',
      'Idempotency-Key'
    );
    await expectProblem(
      await pin({}, { 'idempotency-key': 'kort' }),
      422,
      'idempotency_key_malformed',
      'Idempotency-Key'
    );
  });

  test('may have no place, a line or an area', async () => {
    const shapes = [
      null,
      {
        type: 'LineString',
        coordinates: [
          [5.7745, 52.0989],
          [5.7752, 52.0991]
        ]
      },
      {
        type: 'Polygon',
        coordinates: [
          [
            [5.7745, 52.0989],
            [5.7752, 52.0989],
            [5.7752, 52.0992],
            [5.7745, 52.0989]
          ]
        ]
      }
    ];
    for (const location of shapes) {
      const made = await pin({ location });
      expect(made.status()).toBe(201);
      expect(((await made.json()) as { location: object | null }).location).toEqual(location);
    }
  });

  for (const [name, body, code, field] of [
    ['without words', { title: ' ' }, 'title_missing', 'title'],
    ['with too many words', { title: 'x'.repeat(121) }, 'text_too_long', 'title'],
    [
      'outside the border',
      { location: { type: 'Point', coordinates: [5.2, 52.1] } },
      'location_outside',
      'location'
    ],
    [
      'at no place on earth',
      { location: { type: 'Point', coordinates: [52.0989, 577] } },
      'location_malformed',
      'location'
    ],
    ['in a wijk that does not exist', { wijk: 'nergens' }, 'neighbourhood_unknown', 'wijk'],
    ['without a wijk', { wijk: undefined }, 'wijk_missing', 'wijk'],
    ['about nothing we know', { theme: 'onbekend' }, 'theme_unknown', 'theme'],
    ['with an id that is none', { id: '12' }, 'id_malformed', 'id']
  ] as const)
    test(`${name} is refused with the field named`, async () => {
      await expectProblem(await pin(body), 422, code, field);
    });

  test('that is not there is not found', async () => {
    for (const id of [randomUUID(), 'nothing', '..%2f..%2fetc%2fpasswd'])
      await expectProblem(await visitor.get(`/api/v1/ideas/${id}`), 404, 'idea_unknown');
  });

  test('that is no JSON, of another type or far too large is refused in the same form', async () => {
    const post = (data: string | Buffer, type = 'application/json') =>
      riet.post('/api/v1/ideas', { data, headers: { 'content-type': type, origin: app.address } });
    await expectProblem(await post(Buffer.from('{"title":')), 400, 'json_malformed');
    await expectProblem(await post('title=Hoi', 'application/x-www-form-urlencoded'), 415, 'json_expected');
    await expectProblem(await post(Buffer.alloc(200_000, ' ')), 413, 'body_too_large');
  });

  test('is not taken from a page of another website', async () => {
    const answer = await riet.post('/api/v1/ideas', {
      data: { wijk: 'otterlo', title: 'Van elders' },
      headers: { origin: 'https://elsewhere.example' }
    });
    expect(answer.status()).toBe(403);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
  });
});

test('support is counted once, in the degree that was said last', async () => {
  const address = `/api/v1/ideas/${await idOf(await pin({}))}/support`;
  const teun = await newPerson();
  expect(await (await teun.post(address, { data: {} })).json()).toMatchObject({
    degree: 'want',
    supportCount: 1,
    helperCount: 0
  });
  expect(await (await teun.post(address, { data: { degree: 'help' } })).json()).toMatchObject({
    supportCount: 1,
    helperCount: 1
  });
  await expectProblem(
    await teun.post(address, { data: { degree: 'alot' } }),
    422,
    'degree_unknown',
    'degree'
  );
  const ended = await teun.delete(address, { headers: { 'content-type': 'application/json' } });
  expect(await ended.json()).toMatchObject({ degree: null, supportCount: 0 });
  await expectProblem(
    await teun.post(`/api/v1/ideas/${randomUUID()}/support`, { data: {} }),
    404,
    'idea_unknown'
  );
  await teun.dispose();
});

test('a comment is kept once, however often it is sent', async () => {
  const ideaId = await idOf(await pin({}));
  const data = { id: randomUUID(), body: 'Goed plan! <b>Ik help.</b>', name: 'Teun' };
  for (let count = 0; count < 2; count += 1) {
    const answer = await riet.post(`/api/v1/ideas/${ideaId}/comments`, { data });
    expect([answer.status(), await answer.json()]).toEqual([201, { ideaId, ...data }]);
  }
  const page = (await (await visitor.get(`/api/v1/ideas/${ideaId}`)).json()) as { comments: object[] };
  expect(page.comments).toHaveLength(1);
  await expectProblem(
    await riet.post(`/api/v1/ideas/${ideaId}/comments`, { data: { body: '' } }),
    422,
    'body_missing',
    'body'
  );
});

test.describe('a photo', () => {
  const picture = () =>
    sharp({ create: { width: 800, height: 600, channels: 3, background: '#0d5c63' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 6/1 0/1' } })
      .jpeg()
      .toBuffer();

  test('comes back without its metadata, for everybody and for ever', async () => {
    const ideaId = await idOf(await pin({}));
    const sent = await riet.post(`/api/v1/ideas/${ideaId}/photos`, {
      multipart: {
        photo: { name: 'gras.jpg', mimeType: 'image/jpeg', buffer: await picture() },
        description: 'Het gras',
        peopleAgreed: 'true'
      },
      headers: { origin: app.address }
    });
    expect(sent.status()).toBe(201);
    const { id, large, small, width, height } = (await sent.json()) as Record<string, string | number>;
    expect([large, small, width, height]).toEqual([`/photos/${id}/large`, `/photos/${id}/small`, 800, 600]);
    for (const [path, longest] of [
      [String(large), 800],
      [String(small), 480]
    ] as const) {
      const served = await visitor.get(path);
      expect(served.status()).toBe(200);
      expect(served.headers()).toMatchObject({
        'content-type': 'image/webp',
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff'
      });
      const metadata = await sharp(await served.body()).metadata();
      expect([metadata.format, metadata.width, metadata.exif]).toEqual(['webp', longest, undefined]);
    }
    const again = await visitor.get(String(large), { headers: { 'if-none-match': `"${id}-large"` } });
    expect(again.status()).toBe(304);
    const raw = await riet.post(`/api/v1/ideas/${ideaId}/photos?description=Nog%20een`, {
      data: await picture(),
      headers: { 'content-type': 'image/jpeg' }
    });
    expect(raw.status()).toBe(201);
    const page = (await (await visitor.get(`/api/v1/ideas/${ideaId}`)).json()) as {
      photos: { description: string }[];
    };
    expect(page.photos.map(({ description }) => description).sort()).toEqual(['Het gras', 'Nog een']);
  });

  test('that is none, or too large, gets a clear word; and a stranger cannot add one', async () => {
    const address = `/api/v1/ideas/${await idOf(await pin({}))}/photos`;
    const send = (data: Buffer, type = 'image/jpeg') =>
      riet.post(address, { data, headers: { 'content-type': type } });
    await expectProblem(
      await send(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')),
      422,
      'photo_svg',
      'photo'
    );
    await expectProblem(await send(Buffer.from('%PDF-1.7')), 422, 'photo_pdf', 'photo');
    // The image library of npm cannot read what an iPhone makes unless it is told otherwise: the word says how.
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    const iphone = await send(heic, 'image/heic');
    expect(await iphone.json()).toMatchObject({ detail: expect.stringContaining('‘meest compatibel’') });
    await expectProblem(iphone, 422, 'photo_heic', 'photo');
    await expectProblem(await send((await picture()).subarray(0, 900)), 422, 'photo_broken', 'photo');
    await expectProblem(await send(Buffer.alloc(11 * 1024 * 1024)), 413, 'photo_too_large', 'photo');
    await expectProblem(await send(Buffer.from('{}'), 'application/json'), 415, 'photo_expected', 'photo');
    const stranger = await visitor.post(address, {
      data: await picture(),
      headers: { 'content-type': 'image/jpeg' }
    });
    expect([401, 403]).toContain(stranger.status());
  });

  test('that is not there is not found', async () => {
    expect((await visitor.get(`/photos/${randomUUID()}/large`)).status()).toBe(404);
    expect((await visitor.get(`/photos/${randomUUID()}/huge`)).status()).toBe(404);
  });
});

test.describe('what one may ask of a wijk', () => {
  const ask = (path: string) => visitor.get(`/api/v1/${path}`);

  test('is what lies somewhere, in words', async () => {
    const answer = await ask('spot?wijk=otterlo&lon=5.7745&lat=52.0989');
    expect(await answer.json()).toMatchObject({ inside: true, ground: 'green', street: 'De Zandhoek' });
    await expectProblem(
      await ask('spot?wijk=otterlo&lon=ver&lat=weg'),
      422,
      'location_malformed',
      'lon',
      'lat'
    );
  });

  test('is streets, places and ideas by words, and ideas that are alike', async () => {
    const { hits } = (await (await ask('search?wijk=otterlo&q=zandhoek')).json()) as {
      hits: { kind: string; title: string }[];
    };
    expect(hits[0]).toMatchObject({ kind: 'street', title: 'De Zandhoek' });
    await pin({ title: 'Een vogelhuisje in de linde' });
    const { ideas } = (await (
      await ask('similar?wijk=otterlo&q=vogelhuisje&lon=5.7745&lat=52.0989')
    ).json()) as { ideas: { title: string }[] };
    expect(ideas[0]).toMatchObject({ title: 'Een vogelhuisje in de linde' });
  });

  test('is a building or green of the base map', async () => {
    const spot = (await (await ask('spot?wijk=otterlo&lon=5.7745&lat=52.0989')).json()) as {
      object: { id: string };
    };
    const answer = await ask(`objects/${encodeURIComponent(spot.object.id)}?wijk=otterlo`);
    expect(await answer.json()).toMatchObject({
      id: spot.object.id,
      kind: 'green',
      geometry: { type: 'Polygon' }
    });
    await expectProblem(await ask('objects/nothing?wijk=otterlo'), 404, 'object_unknown');
  });

  test('is every pin, compressed once, and only when something changed', async () => {
    const id = await idOf(await pin({ title: 'Net gezet' }));
    const first = await ask('snapshot?wijk=otterlo');
    const pins = (await first.json()) as { position: number; id: string[]; title: string[] };
    expect(pins.title[pins.id.indexOf(id)]).toBe('Net gezet');
    expect(first.headers()).toMatchObject({ 'cache-control': 'no-cache', 'content-encoding': 'br' });
    const { etag = '' } = first.headers();
    expect(etag).toContain(`"${pins.position}-`);
    const again = await visitor.get('/api/v1/snapshot?wijk=otterlo', { headers: { 'if-none-match': etag } });
    expect([again.status(), (await again.body()).byteLength]).toEqual([304, 0]);
    await pin({ title: 'Nog later' });
    const later = await visitor.get('/api/v1/snapshot?wijk=otterlo', { headers: { 'if-none-match': etag } });
    expect(later.status()).toBe(200);
  });

  for (const path of [
    'spot?lon=5&lat=52&',
    'search?q=x&',
    'similar?q=x&',
    'objects/x?',
    'snapshot?',
    'live?'
  ])
    test(`is not answered without a wijk, or for one that does not exist: ${path}`, async () => {
      await expectProblem(await ask(path), 422, 'wijk_missing', 'wijk');
      for (const wijk of ['nergens', 'Niet%20goed', '../etc'])
        await expectProblem(await ask(`${path}wijk=${wijk}`), 404, 'neighbourhood_unknown', 'wijk');
    });
});

/** A browser's cookies: what the last answer that came through said. */
function keepCookies(jar: Map<string, string>, answer: Response): void {
  for (const line of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line) || value === '') jar.delete(name);
    else jar.set(name, value);
  }
}

test.describe('a first idea over a bad line', () => {
  test('is one idea of one person, who can change it', async () => {
    // This sequence loses the answer, then the request, and then the answer again.
    const line = await startFlakyProxy(app.address, 296);
    const jar = new Map<string, string>();
    const cookies = () => ({ cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') });
    try {
      const plain = await fetch(`${app.address}/otterlo`);
      expect(plain.headers.getSetCookie()).toEqual([]);
      keepCookies(jar, await fetch(`${app.address}/otterlo/ideas/new`));
      expect([...jar.keys()]).toEqual(['session_next']);

      const title = `Een bankje ${randomUUID()}`;
      const key = randomUUID();
      const send = () =>
        fetch(`${line.url}/api/v1/ideas`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': key, ...cookies() },
          body: JSON.stringify({ wijk: 'otterlo', title, location: grass })
        });
      let answer: Response | null = null;
      for (let count = 0; !answer && count < 4; count++) answer = await send().catch(() => null);
      expect(line.fates).toEqual({ 'answer lost': 2, lost: 1, delivered: 1 });
      expect(answer?.status).toBe(201);
      if (answer) keepCookies(jar, answer);
      expect([...jar.keys()]).toEqual(['session']);
      const { id } = (await answer?.json()) as { id: string };

      const pins = (await (await visitor.get('/api/v1/snapshot?wijk=otterlo')).json()) as { title: string[] };
      expect(pins.title.filter((one) => one === title)).toHaveLength(1);
      const changed = await fetch(`${app.address}/api/v1/ideas/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json', ...cookies() },
        body: JSON.stringify({ description: 'Met leuning' })
      });
      expect(changed.status).toBe(200);
      // A program need not say where it comes from, nor what a body it does not send would be.
      const gone = await fetch(`${app.address}/api/v1/ideas/${id}`, { method: 'DELETE', headers: cookies() });
      expect(await gone.json()).toMatchObject({ state: 'withdrawn' });
    } finally {
      await line.close();
    }
  });
});

test.describe('what is too large', () => {
  const megabyte = 1024 * 1024;
  // The first bytes of a JPEG, and nothing that could be read as one.
  const photoOf = (megabytes: number) => {
    const bytes = new Uint8Array(megabytes * megabyte);
    bytes.set([0xff, 0xd8, 0xff, 0xe0]);
    return bytes;
  };
  const formWith = (megabytes: number) => {
    const form = new FormData();
    form.set('photo', new Blob([photoOf(megabytes)], { type: 'image/jpeg' }), 'foto.jpg');
    return form;
  };

  for (const [name, megabytes, sentence] of [
    ['a photo above what a photo may be', 11, 'groter dan 10 MB'],
    ['anything above what may be sent at all', 30, 'hooguit 12 MB']
  ] as const)
    test(`${name} is refused in a sentence that arrives: ${megabytes} MB`, async () => {
      const id = await idOf(await pin({}));
      const address = `${app.address}/api/v1/ideas/${id}/photos`;
      for (let round = 0; round < 3; round++)
        for (const [body, type] of [
          [photoOf(megabytes), 'image/jpeg'],
          [formWith(megabytes), null]
        ] as const) {
          const answer = await fetch(address, {
            method: 'POST',
            body,
            headers: { origin: app.address, ...(type ? { 'content-type': type } : {}) }
          });
          expect(answer.status).toBe(413);
          expect(answer.headers.get('content-type')).toBe('application/problem+json');
          expect(await answer.json()).toMatchObject({ detail: expect.stringContaining(sentence) });
        }
    });
});

test('an address or a method that does not exist is answered in the same form', async () => {
  await expectProblem(await visitor.get('/api/v1/nothing/at/all'), 404, 'not_found');
  const answer = await visitor.get('/api/v1/claims');
  await expectProblem(answer, 405, 'method_unknown');
  expect(answer.headers()['allow']).toBe('POST');
});

test('the sentences come in the language of the reader', async () => {
  const english = await riet.post('/api/v1/ideas', {
    data: { wijk: 'otterlo', title: '' },
    headers: { 'accept-language': 'en' }
  });
  expect(await english.json()).toMatchObject({ detail: 'Write a few words. One sentence is enough.' });
});
