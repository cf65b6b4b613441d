import type { RequestEvent } from '@sveltejs/kit';
import { describe, expect, it } from 'vitest';
import { createLimits, limitRules } from '#lib/server/limits/limits.ts';
import { submit } from '#lib/server/pages/form.ts';
import { DatabaseError } from '#lib/server/system/identity-store.ts';

const typed = { body: 'Mag dit hier?', name: 'Riet' };

/** A form as a browser sends it, from somebody whom `ensureParticipant` has to make a participant of. */
function sending(ensureParticipant: () => Promise<string>): RequestEvent {
  const form = new URLSearchParams(typed);
  const locals = {
    participantId: null,
    countWrite: async () => undefined,
    ensureParticipant,
    services: { feed: { noteWrite: () => undefined } }
  };
  const url = new URL('http://localhost:3000/otterlo/message?/send');
  return {
    url,
    request: new Request(url, { method: 'POST', body: form }),
    locals
  } as unknown as RequestEvent;
}

const notReached = async () => {
  throw new Error('The form went through.');
};

describe('a form that is refused', () => {
  it('keeps what was typed when too many began at this address, and says so', async () => {
    const limits = createLimits();
    for (let count = 0; count < limitRules.newParticipantsPerAddress.points; count++)
      await limits.newParticipant('192.0.2.1');
    const answer = await submit(
      sending(async () => {
        await limits.newParticipant('192.0.2.1');
        return 'nobody';
      }),
      notReached
    );
    expect(answer).toMatchObject({
      status: 429,
      data: {
        action: 'send',
        values: typed,
        errors: [
          {
            field: null,
            code: 'too_many_new_participants',
            message: expect.stringContaining('Vanaf dit internetadres') as string
          }
        ]
      }
    });
  });

  it('keeps what was typed when the database is away', async () => {
    const away = sending(async () => {
      throw new DatabaseError('start a participant', 'ECONNREFUSED');
    });
    expect(await submit(away, notReached)).toMatchObject({
      status: 503,
      data: {
        values: typed,
        errors: [{ code: 'database_away', message: expect.stringContaining('niet weg') as string }]
      }
    });
  });
});
