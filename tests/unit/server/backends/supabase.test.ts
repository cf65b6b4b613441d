import { randomUUID } from 'node:crypto';
import { decodeProtectedHeader, exportJWK, generateKeyPair, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSupabase, type SupabaseOptions } from '../../../../src/lib/server/backends/supabase.ts';
import type { Backend } from '../../../../src/lib/server/backends/types.ts';
import { startSupabaseStub, type SupabaseStub } from '../../../support/supabase-stub.ts';

const publishableKey = 'sb_publishable_test';
const secretKey = 'sb_secret_test';
const sharedSecret = 'a legacy secret of at least 32 characters';

let stub: SupabaseStub;
let backend: Backend | undefined;

beforeEach(async () => {
  stub = await startSupabaseStub(secretKey);
});
afterEach(async () => {
  await backend?.close();
  backend = undefined;
  await stub.close();
});

async function open(options: Partial<SupabaseOptions> = {}): Promise<Backend> {
  backend = await openSupabase({
    url: stub.url,
    publishableKey,
    secretKey,
    signing: { sharedSecret },
    progress: () => undefined,
    ...options
  });
  return backend;
}

describe('backend supabase', () => {
  it('asks for the canary as anon, as a participant and as the system before it is used', async () => {
    await open();
    const questions = stub.asked.map(({ method, path, headers }) => ({
      request: `${method} ${path}`,
      key: headers.apikey,
      token: headers.authorization?.replace(/^Bearer /, '')
    }));
    const request = 'GET /rest/v1/canaries?select=*';
    expect(questions).toEqual([
      { request, key: publishableKey, token: publishableKey },
      { request, key: publishableKey, token: expect.stringMatching(/^eyJ/) as string },
      { request, key: secretKey, token: secretKey }
    ]);
  });

  it('refuses a Supabase whose canary a visitor can read', async () => {
    stub.leakedCanaries = [{ id: 1 }];
    await expect(open()).rejects.toThrow('a visitor can read a protected row');
  });

  it('says that it cannot be reached', async () => {
    const { url } = stub;
    await stub.close();
    await expect(open({ url })).rejects.toThrow(/could not ask for the canary/);
  }, 30_000);

  it('sends the token of a participant with the publishable key', async () => {
    const { client, mintToken } = await open();
    const token = await mintToken(randomUUID());
    stub.asked.length = 0;
    await client(token).rpc('create_idea', { request: { title: 'Bankje' } } as never);
    expect(stub.asked).toHaveLength(1);
    expect(stub.asked[0]).toMatchObject({
      method: 'POST',
      path: '/rest/v1/rpc/create_idea',
      body: '{"request":{"title":"Bankje"}}',
      headers: { apikey: publishableKey, authorization: `Bearer ${token}` }
    });
  });

  it('mints tokens with the legacy secret', async () => {
    const { mintToken } = await open();
    const person = randomUUID();
    const { payload } = await jwtVerify(await mintToken(person), new TextEncoder().encode(sharedSecret));
    expect(payload).toMatchObject({
      sub: person,
      role: 'authenticated',
      aud: 'authenticated',
      iss: `${stub.url}/auth/v1`
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300);
  });

  it('mints tokens with an imported signing key, and names it', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = { ...(await exportJWK(privateKey)), kid: 'samenspel-1', alg: 'ES256' };
    const { mintToken } = await open({ signing: { jwk } });
    const person = randomUUID();
    const token = await mintToken(person);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'ES256', typ: 'JWT', kid: 'samenspel-1' });
    expect((await jwtVerify(token, publicKey)).payload.sub).toBe(person);
  });

  it('asks for a sign-in code at the auth part', async () => {
    const { auth } = await open();
    stub.asked.length = 0;
    await auth().auth.signInWithOtp({ email: 'noor@example.org' });
    expect(stub.asked[0]).toMatchObject({ method: 'POST', headers: { apikey: publishableKey } });
    expect(stub.asked[0]?.path).toMatch(/^\/auth\/v1\/otp/);
    expect(JSON.parse(stub.asked[0]?.body ?? '{}')).toMatchObject({ email: 'noor@example.org' });
  });

  it('subscribes once to inserts on public.changes, passes hints on, and again after a cut connection', async () => {
    const { listen } = await open();
    const hints = { first: 0, second: 0 };
    let heard: (() => void) | undefined;
    const nextHint = () => new Promise<void>((resolve) => (heard = resolve));
    const stopFirst = await listen('changes', () => {
      hints.first++;
    });
    await listen('changes', () => {
      hints.second++;
      heard?.();
    });
    const upgrades = stub.asked.filter(({ method }) => method === 'UPGRADE');
    expect(upgrades).toHaveLength(1);
    expect(upgrades[0]?.path).toMatch(/^\/realtime\/v1\/websocket\?apikey=sb_secret_test&/);
    const joins = stub.asked.filter(({ method }) => method === 'phx_join');
    expect(joins).toHaveLength(1);
    expect(JSON.parse(joins[0]?.body ?? '{}')).toMatchObject({
      config: { postgres_changes: [{ event: 'INSERT', schema: 'public', table: 'changes' }] }
    });

    const first = nextHint();
    stub.sendChange();
    await first;
    await stopFirst();
    const before = hints.first;
    const afterCut = nextHint();
    stub.cutOff();
    await afterCut;
    expect(hints.first).toBe(before);
    expect(stub.asked.filter(({ method }) => method === 'phx_join').length).toBeGreaterThan(1);
  }, 30_000);

  it('answers the question whether it is there', async () => {
    const { check } = await open();
    await expect(check()).resolves.toBeUndefined();
    await stub.close();
    await expect(check()).rejects.toThrow();
  });
});
