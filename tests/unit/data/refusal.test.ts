import { describe, expect, it } from 'vitest';
import { answerTo, insertOnce } from '../../../src/lib/data/client.ts';
import { answerRefusal, type DatabaseError } from '../../../src/lib/data/refusal.ts';

const error = (part: Partial<DatabaseError>): DatabaseError => ({
  message: '',
  code: '',
  details: null,
  hint: null,
  ...part
});
const refusal = (part: Partial<DatabaseError>, status = 400) => answerRefusal(error(part), status).refusal;

describe('an error of the database', () => {
  it('raised by our functions keeps its status, code and field', () => {
    expect(refusal({ code: 'PT422', hint: 'title_missing', details: '{"field": "title"}' }, 422)).toEqual({
      status: 422,
      code: 'title_missing',
      field: 'title'
    });
    expect(refusal({ code: 'PT409', hint: 'place_held', details: '{"field": null}' }, 409)).toEqual({
      status: 409,
      code: 'place_held',
      field: null
    });
  });

  it('names a field in small letters in its code, as the messages do', () => {
    expect(
      refusal({ code: 'PT422', hint: 'asksWhom_missing', details: '{"field": "asksWhom"}' })
    ).toMatchObject({
      code: 'asks_whom_missing',
      field: 'asksWhom'
    });
  });

  it('raised by a trigger that does not know the field gets it from the code', () => {
    expect(refusal({ code: 'PT422', hint: 'location_outside' }, 422)).toMatchObject({ field: 'location' });
  });

  it.each([
    [{ code: '42501' }, 403, 403, 'not_allowed'],
    [{ code: '42501' }, 401, 401, 'not_signed_in'],
    [{ code: '23514' }, 400, 422, 'input_malformed'],
    [
      { code: 'SUP', message: 'error: new row for relation "x" violates check constraint "y"' },
      500,
      422,
      'input_malformed'
    ],
    [{ code: '23505' }, 409, 409, 'already_exists'],
    [
      { code: 'SUP', message: 'duplicate key value violates unique constraint "x"' },
      500,
      409,
      'already_exists'
    ],
    [{ code: '23P01' }, 400, 409, 'place_held'],
    [{ code: '23503' }, 409, 404, 'not_found'],
    [{ code: '22P05' }, 400, 422, 'input_malformed'],
    [{ code: '22P02' }, 400, 422, 'input_malformed'],
    [{ code: 'PGRST301' }, 401, 401, 'session_over'],
    [{ code: '40P01' }, 500, 409, 'busy'],
    [{ code: '57P01' }, 500, 503, 'database_away'],
    [{ code: '08006' }, 500, 503, 'database_away'],
    [{ code: 'CONNECTION_ENDED' }, 500, 503, 'database_away'],
    [{ code: 'ECONNREFUSED' }, 500, 503, 'database_away'],
    [{ code: 'SUP', message: 'Error: read ECONNRESET' }, 500, 503, 'database_away'],
    [{ code: 'SUP', message: 'Error: write CONNECTION_CLOSED 127.0.0.1:5432' }, 500, 503, 'database_away'],
    [{ code: 'PGRST002' }, 503, 503, 'database_away'],
    [{ code: 'PGRST202' }, 404, 503, 'database_away'],
    [{ code: '', message: 'TypeError: fetch failed' }, 0, 503, 'database_away'],
    [{ code: '42P01' }, 404, 500, 'unexpected'],
    [{ code: 'PT409', hint: 'Something <odd>' }, 409, 409, 'unexpected']
  ])('%j with status %i becomes %i %s', (part, status, expected, code) => {
    expect(refusal(part, status)).toMatchObject({ status: expected, code });
  });

  it('keeps the error as its cause, and says nothing of it', () => {
    const found = answerRefusal(error({ code: '42P01', message: 'relation "secret" does not exist' }), 404);
    expect(found.message).toBe('unexpected');
    expect(found.cause).toMatchObject({ code: '42P01' });
  });
});

describe('asking the database', () => {
  const answer = (part: { data?: unknown; error?: DatabaseError | null; status?: number }) =>
    Promise.resolve({ data: null, error: null, status: 200, ...part });

  it('gives what it answered', async () => {
    expect(await answerTo(answer({ data: [1] }))).toEqual([1]);
  });

  it('is refused when nothing answers', async () => {
    await expect(answerTo(Promise.reject(new Error('closed')))).rejects.toMatchObject({
      refusal: { status: 503, code: 'database_away' }
    });
  });

  it('to keep the same row again is the same thing, when it is one’s own', async () => {
    const taken = () => answer({ error: error({ code: '23505' }), status: 409 });
    await expect(insertOnce(taken(), () => answer({ data: [{ id: 1 }] }))).resolves.toBeUndefined();
    await expect(insertOnce(taken(), () => answer({ data: [] }))).rejects.toMatchObject({
      refusal: { status: 409, code: 'already_exists' }
    });
  });
});
