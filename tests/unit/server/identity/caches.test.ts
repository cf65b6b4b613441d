import { describe, expect, it } from 'vitest';
import type { DataClient } from '#lib/server/backends/types.ts';
import { createActingClients } from '#lib/server/identity/acting-clients.ts';
import { createSessionCache } from '#lib/server/identity/session-cache.ts';

const person = { participantId: 'p', account: false, expiresAt: '2027-01-01T00:00:00.000Z' };

describe('the sessions a process remembers', () => {
  it('are asked for once in thirty seconds', async () => {
    let time = 0;
    let asked = 0;
    const cache = createSessionCache(() => time);
    const load = async () => {
      asked++;
      return person;
    };
    for (const moment of [0, 10_000, 29_999]) {
      time = moment;
      expect(await cache.read('hash', load)).toBe(person);
    }
    expect(asked).toBe(1);
    time = 30_000;
    await cache.read('hash', load);
    expect(asked).toBe(2);
  });

  it('end when they are forgotten or over, and nobody is not remembered', async () => {
    let time = Date.parse('2026-12-31T23:59:50.000Z');
    const cache = createSessionCache(() => time);
    await cache.read('hash', async () => person);
    cache.forget('hash');
    expect(await cache.read('hash', async () => null)).toBeNull();
    expect(await cache.read('hash', async () => person)).toBe(person);
    time += 10_000;
    expect(await cache.read('hash', async () => null)).toBeNull();
  });
});

describe('the clients that act as a participant', () => {
  function minting(now: () => number) {
    const minted: string[] = [];
    const actingClients = createActingClients(
      {
        mintToken: async (id) => {
          minted.push(id);
          return `${id} ${minted.length}`;
        },
        client: (token) => token as unknown as DataClient
      },
      now
    );
    return { actingClients, minted };
  }

  it('use a token until a minute before its end', async () => {
    let time = 0;
    const { actingClients, minted } = minting(() => time);
    const first = await actingClients('noor');
    time = 239_999;
    expect(await actingClients('noor')).toBe(first);
    time = 240_000;
    expect(await actingClients('noor')).not.toBe(first);
    expect(minted).toHaveLength(2);
  });

  it('never hand the token of one to another, and mint once for many at the same moment', async () => {
    const { actingClients, minted } = minting(() => 0);
    const clients = await Promise.all(['noor', 'riet', 'noor', 'riet', 'noor'].map(actingClients));
    expect(clients.map(String)).toEqual(['noor 1', 'riet 2', 'noor 1', 'riet 2', 'noor 1']);
    expect(minted).toEqual(['noor', 'riet']);
  });
});
