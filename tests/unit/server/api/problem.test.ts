import { describe, expect, it } from 'vitest';
import { RefusalError } from '../../../../src/lib/domain/refusal/refusal.ts';
import { InputRefusalError } from '../../../../src/lib/domain/refusal/check-input.ts';
import { answer, onlyAllowed } from '../../../../src/lib/server/api/answer.ts';
import { idempotencyKey, idFrom, readJson, readOptionalJson } from '../../../../src/lib/server/api/input.ts';
import { problemResponse, type Problem } from '../../../../src/lib/server/api/problem.ts';
import { RateLimitError } from '../../../../src/lib/server/limits/rate-limit-error.ts';

const post = (body: BodyInit | null, headers: Record<string, string> = {}) =>
  new Request('http://localhost/api/v1/ideas', {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers }
  });
const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => (error as RefusalError).refusal
  );

describe('a refusal as the answer of the API', () => {
  it('is problem+json with a title, a sentence and the field', async () => {
    const response = problemResponse(
      new RefusalError({ status: 422, code: 'title_missing', field: 'title' })
    );
    expect(response.status).toBe(422);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual({
      type: 'urn:samenspel:refusal:title_missing',
      title: 'Er klopt nog iets niet',
      status: 422,
      detail: 'Schrijf een paar woorden. Eén zin is genoeg.',
      errors: [
        { field: 'title', code: 'title_missing', detail: 'Schrijf een paar woorden. Eén zin is genoeg.' }
      ]
    });
  });

  it('names every field that is wrong', async () => {
    const all = [
      { status: 422, code: 'title_missing', field: 'title' },
      { status: 422, code: 'text_too_long', field: 'name' }
    ];
    const problem = (await problemResponse(
      new InputRefusalError({ status: 422, code: 'title_missing', field: 'title' }, all)
    ).json()) as Problem;
    expect(problem.errors.map(({ field }) => field)).toEqual(['title', 'name']);
  });

  it('says when to come back', () => {
    expect(problemResponse(new RateLimitError(12_300)).headers.get('retry-after')).toBe('13');
    expect(
      problemResponse(new RefusalError({ status: 503, code: 'database_away', field: null })).headers.get(
        'retry-after'
      )
    ).toBe('5');
  });

  it('names the methods an address has', async () => {
    const response = onlyAllowed('GET', 'PATCH')();
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('GET, PATCH');
  });

  it('keeps what nobody expected to itself', async () => {
    const event = { request: new Request('http://localhost/'), route: { id: '/api/v1/ideas' } };
    const respond = answer<never>(() => {
      throw new Error('password of the database: hunter2');
    });
    const response = await respond(event as never);
    const text = await response.text();
    expect(response.status).toBe(500);
    expect(text).not.toContain('hunter2');
    expect(JSON.parse(text)).toMatchObject({
      status: 500,
      reference: expect.stringMatching(/^\w{6}$/) as string
    });
  });
});

describe('reading what was sent', () => {
  it('takes a JSON object', async () => {
    expect(await readJson(post('{"title":"Hoi"}'))).toEqual({ title: 'Hoi' });
    expect(await readJson(post('{}', { 'content-type': 'application/geo+json; charset=utf-8' }))).toEqual({});
  });

  it.each([
    [post('title=Hoi', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'json_expected'],
    [post('{}', { 'content-type': 'text/plain' }), 415, 'json_expected'],
    [post('{"title":'), 400, 'json_malformed'],
    [post(''), 400, 'json_malformed'],
    [post(new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), 400, 'json_malformed'],
    [post('[1]'), 422, 'input_malformed'],
    [post('null'), 422, 'input_malformed'],
    [post(`{"title":"${'x'.repeat(200_000)}"}`), 413, 'body_too_large'],
    [post(`${'['.repeat(60_000)}${']'.repeat(60_000)}`), 422, 'input_malformed']
  ])('refuses anything else (%#)', async (request, status, code) => {
    expect(await refusalOf(readJson(request))).toMatchObject({ status, code });
  });

  it('takes nothing for an empty object where nothing needs to be said', async () => {
    expect(await readOptionalJson(new Request('http://localhost/', { method: 'POST' }))).toEqual({});
    expect(await refusalOf(readOptionalJson(post('x')))).toMatchObject({ status: 400 });
  });

  it('takes a key of 8 to 100 characters, or none', () => {
    expect(idempotencyKey(post('{}'))).toBeNull();
    expect(idempotencyKey(post('{}', { 'idempotency-key': 'abcdefgh' }))).toBe('abcdefgh');
    expect(() => idempotencyKey(post('{}', { 'idempotency-key': 'short' }))).toThrow(
      'idempotency_key_malformed'
    );
  });

  it('takes an id that cannot be one for something that is not there', () => {
    expect(idFrom('6F9619FF-8B86-D011-B42D-00CF4FC964FF', 'idea_unknown')).toBe(
      '6f9619ff-8b86-d011-b42d-00cf4fc964ff'
    );
    expect(() => idFrom('../../etc', 'idea_unknown')).toThrow('idea_unknown');
  });
});
