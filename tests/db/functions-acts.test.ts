import { beforeAll, describe, expect, it } from 'vitest';
import { settleVillage, village } from '../fixtures/village.ts';
import { describeOnEachBackend, type TestDatabase } from '../support/database.ts';
import { actedBy, actors, actTable } from './act-table.ts';
import { as, asVisitor, call, type FunctionName } from './acting.ts';
import { askPlace, day, nextId, tellIdea } from './stories.ts';
import { signs } from './role-table.ts';

interface Scene {
  idea: string;
  group: string;
  claim: string;
  agreement: string;
  need: string;
  promise: string;
  joop: string;
}

/** An idea with its group, a claim in talks, an agreement that nobody confirmed, a need and a promise. */
async function setScene(database: TestDatabase): Promise<Scene> {
  const idea = await tellIdea(database, 'riet', { placeId: village.field, needs: [{ kind: 'hands' }] });
  const fatma = await as(database, 'fatma');
  const { id: group } = await fatma.does<{ id: string }>('start_coalition', { idea });
  const join = async (person: 'joop' | 'bep' | 'anja', request = {}) =>
    (await as(database, person)).does<{ memberId: string }>('join_coalition', { coalition: group, request });
  const { memberId: joop } = await join('joop');
  await join('bep', { role: 'supporter' });
  await join('anja', { organisationId: village.club });
  const promise = nextId();
  await (
    await as(database, 'joop')
  ).does('change_coalition', {
    coalition: group,
    act: 'promise',
    request: { id: promise, what: 'de deur', due: day(2) }
  });
  await database.sql(
    `update public.neighbourhoods set settings = settings || '{"lasting_residents": 2, "lasting_households": 2}' where id = '${village.linde}'`
  );
  const claim = await askPlace(database, group);
  const bram = await as(database, 'bram');
  await bram.does('transition_claim', { claim, to_state: 'in_talks' });
  const { id: agreement } = await bram.does<{ id: string }>('make_agreement', {
    claim,
    request: { what: 'Een bank' }
  });
  const [need] = await database.sql<{ id: string }>('select id from public.needs where idea_id = $1', [idea]);
  return { idea, group, claim, agreement, need: need?.id ?? '', promise, joop };
}

interface Attempt {
  /** Brings the scene to where the act is possible. */
  before?: (database: TestDatabase, scene: Scene) => Promise<unknown>;
  args: (scene: Scene) => Record<string, unknown>;
}

const sql = (text: (scene: Scene) => string) => (database: TestDatabase, scene: Scene) =>
  database.sql(text(scene));
const withoutClaims = sql(
  (scene) => `update public.claims set state = 'withdrawn' where id = '${scene.claim}'`
);
const realised = async (database: TestDatabase, scene: Scene) => {
  await withoutClaims(database, scene);
  await database.sql(
    `update public.ideas set state = 'realised', realised_on = current_date where id = '${scene.idea}'`
  );
  await database.sql(
    `update public.coalitions set kept_going_since = current_date where id = '${scene.group}'`
  );
};
const act = (
  name: string,
  request: (scene: Scene) => Record<string, unknown> = () => ({}),
  before?: Attempt['before']
): Attempt => ({
  ...(before ? { before } : {}),
  args: (scene) => ({ coalition: scene.group, act: name, request: request(scene) })
});
const facilitate = (name: string, request: Record<string, unknown> = {}): Attempt => ({
  args: (scene) => ({ idea: scene.idea, act: name, request })
});

const acts: Record<string, Attempt> = {
  change_idea: { args: (scene) => ({ idea: scene.idea, request: { title: `Anders ${nextId()}` } }) },
  withdraw_idea: { args: (scene) => ({ idea: scene.idea }) },
  take_over_idea: {
    before: sql((scene) => `update public.ideas set state = 'withdrawn' where id = '${scene.idea}'`),
    args: (scene) => ({ idea: scene.idea })
  },
  'facilitate_idea read': facilitate('read'),
  'facilitate_idea hide': facilitate('hide', { reason: 'een naam' }),
  'facilitate_idea relay': facilitate('relay'),
  'facilitate_idea plan': facilitate('plan', { what: 'bellen', who: 'Noor', due: day(3) }),
  'facilitate_idea pass_on': {
    ...facilitate('pass_on', { organisationId: village.housing, number: 'M-1' }),
    before: sql((scene) => `update public.ideas set state = 'open' where id = '${scene.idea}'`)
  },
  'facilitate_idea decline': facilitate('decline', {
    organisationId: village.housing,
    reason: 'Er komt een leiding'
  }),
  start_coalition: {
    before: async (database, scene) => {
      await withoutClaims(database, scene);
      await database.sql(`update public.coalitions set state = 'dissolved' where id = '${scene.group}'`);
    },
    args: (scene) => ({ idea: scene.idea })
  },
  join_coalition: { args: (scene) => ({ coalition: scene.group }) },
  offer_for_need: { args: (scene) => ({ need: scene.need }) },
  'change_coalition leave': act('leave'),
  'change_coalition update': act('update', () => ({ body: 'Nieuws' })),
  'change_coalition add_need': act('add_need', () => ({ kind: 'tools', words: 'een schop' })),
  'change_coalition cover_need': act('cover_need', (scene) => ({ needId: scene.need })),
  'change_coalition promise': act('promise', () => ({ what: 'koffie', due: day(3) })),
  'change_coalition keep_promise': act('keep_promise', (scene) => ({ commitmentId: scene.promise })),
  'change_coalition drop_promise': act('drop_promise', (scene) => ({ commitmentId: scene.promise })),
  'change_coalition hand_over': act('hand_over', (scene) => ({ memberId: scene.joop })),
  // only while nobody leads, and then only somebody of the group who is no partner or supporter
  'change_coalition take_lead': act(
    'take_lead',
    () => ({}),
    sql(
      (scene) =>
        `update public.coalition_members set left_at = now() where coalition_id = '${scene.group}' and role = 'lead'`
    )
  ),
  'change_coalition realise': act('realise', () => ({ on: day(0), body: 'Klaar' }), withoutClaims),
  'change_coalition keep_going': act('keep_going', () => ({ lookedAfterBy: 'wij' }), realised),
  'change_coalition answer_check_in': act('answer_check_in', () => ({ answer: 'going' }), realised),
  'change_coalition complete': act('complete', () => ({}), realised),
  'change_coalition rest': act('rest'),
  'change_coalition wake': act(
    'wake',
    () => ({}),
    sql((scene) => `update public.coalitions set state = 'resting' where id = '${scene.group}'`)
  ),
  'change_coalition dissolve': act('dissolve'),
  request_claim: {
    args: (scene) => ({
      request: {
        coalitionId: scene.group,
        placeId: village.corner,
        purpose: 'een bank',
        size: 'lasting',
        startsOn: day(1)
      }
    })
  },
  make_agreement: { args: (scene) => ({ claim: scene.claim, request: { what: `Een bank ${nextId()}` } }) },
  confirm_agreement: { args: (scene) => ({ agreement: scene.agreement }) },
  'confirm_agreement on paper': {
    args: (scene) => ({ agreement: scene.agreement, request: { side: 'steward', onPaper: true } })
  },
  create_upload: {
    args: (scene) => ({
      request: {
        ideaId: scene.idea,
        width: 8,
        height: 8,
        variants: {
          small: {
            mediaType: 'image/jpeg',
            base64: Buffer.from('ffd8ffe000104a46494600010100', 'hex').toString('base64')
          }
        }
      }
    })
  }
};

describeOnEachBackend('who may do what', (database) => {
  beforeAll(() => settleVillage(database()));

  it('has an attempt for every act of the table', () => {
    expect(Object.keys(acts).sort()).toEqual(Object.keys(actTable).sort());
  });

  describe.each(Object.keys(actTable))('%s', (entry) => {
    it('is done by exactly the people of the table', async () => {
      const attempt = acts[entry];
      if (!attempt) throw new Error(`${entry} has no attempt.`);
      const name = entry.split(' ')[0] as FunctionName;
      const expected = Object.fromEntries(
        actors.map((actor, index) => [actor, signs(actTable[entry] ?? '', actors.length)[index]])
      );
      const found: Record<string, string> = {};
      let scene: Scene | undefined;
      for (const actor of actors) {
        if (!scene) {
          scene = await setScene(database());
          await attempt.before?.(database(), scene);
        }
        const person = actedBy[actor];
        const { client } = person ? await as(database(), person) : asVisitor(database());
        const answer = await call(client, name, attempt.args(scene));
        found[actor] = answer.ok ? '+' : '-';
        if (answer.ok) scene = undefined;
        // refused for who asks, and not because something is missing or over
        else if (entry !== 'change_coalition take_lead')
          expect([401, 403], `${actor}: ${JSON.stringify(answer.refused)}`).toContain(answer.refused.status);
      }
      expect(found).toEqual(expected);
    });
  });

  it('is not for somebody who left the group', async () => {
    const scene = await setScene(database());
    const joop = await as(database(), 'joop');
    await joop.does('change_coalition', { coalition: scene.group, act: 'leave' });
    expect(
      await joop.isRefused('change_coalition', {
        coalition: scene.group,
        act: 'update',
        request: { body: 'x' }
      })
    ).toMatchObject({ status: 403 });
    expect(await joop.isRefused('change_coalition', { coalition: scene.group, act: 'wake' })).toMatchObject({
      status: 403
    });
    await (await as(database(), 'fatma')).does('change_coalition', { coalition: scene.group, act: 'leave' });
    expect(
      await (
        await as(database(), 'fatma')
      ).isRefused('request_claim', {
        request: { coalitionId: scene.group, placeId: village.corner, purpose: 'x', startsOn: day(1) }
      })
    ).toMatchObject({ status: 403, code: 'lead_only' });
  });
});
