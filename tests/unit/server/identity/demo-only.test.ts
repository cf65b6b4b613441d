import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { demoPeople } from '#lib/server/identity/demo-people.ts';
import { load as loadMails } from '../../../../src/routes/mails/+page.server.ts';
import { actions, load as loadSignIn } from '../../../../src/routes/sign-in/+page.server.ts';

/** A request to an installation that is not a demo; touching anything but what it says fails. */
const event = (form: Record<string, string> = {}) => {
  const url = new URL('https://samenspel.example/sign-in');
  const body = new URLSearchParams(form);
  const request = new Request(url, { method: 'POST', body });
  const services = { environment: { isDemo: false } };
  return { locals: { demo: false, services }, url, request } as unknown as RequestEvent;
};

type Act = (event: RequestEvent) => unknown;

describe('outside the demo', () => {
  it('nobody signs in with one click: the action is not there', async () => {
    const demo = actions.demo as Act;
    for (const person of ['noor', 'riet', ''])
      await expect((async () => demo(event({ person })))()).rejects.toMatchObject({ status: 404 });
  });

  it('the sign-in page names no people', async () => {
    expect(demoPeople.length).toBeGreaterThan(0);
    expect(await (loadSignIn as unknown as Act)(event())).toMatchObject({ people: [] });
  });

  it('the outbox with its codes is not there', async () => {
    await expect((async () => (loadMails as unknown as Act)(event()))()).rejects.toMatchObject({
      status: 404
    });
  });
});
