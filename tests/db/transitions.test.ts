import { beforeAll, describe, expect, it } from 'vitest';
import { claimTransitions, type ClaimRequirement } from '../../src/lib/domain/claim/transitions.ts';
import { claimStates, holdsPlace, type ClaimState } from '../../src/lib/domain/claim/types.ts';
import { settleVillage, village } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { as, asClock, asVisitor, call, type Acting } from './acting.ts';
import { claimRow, day, gather, nextId, placeClaim, putPhoto, tellIdea, type Story } from './stories.ts';

/** Somebody who tries; `hat` is what the table of transitions calls them, null for who is no party. */
const actors = [
  { name: 'a visitor', hat: null },
  { name: 'a stranger', hat: null },
  { name: 'a member', hat: null },
  { name: 'the lead', hat: 'lead' },
  { name: 'the steward', hat: 'steward' },
  { name: 'the deputy', hat: 'deputy' },
  { name: 'a member of the organisation', hat: null },
  { name: 'a steward elsewhere', hat: null },
  { name: 'a facilitator elsewhere', hat: null },
  { name: 'the planner', hat: null },
  { name: 'the administrator', hat: null },
  { name: 'the facilitator', hat: 'facilitator' },
  { name: 'the facilitator for somebody', hat: 'facilitator', behalf: 'mevrouw De Vries' },
  { name: 'the clock', hat: 'clock' }
] as const;

type ActorName = (typeof actors)[number]['name'];

const ruleOf = (from: ClaimState, to: ClaimState) =>
  claimTransitions.find((rule) => rule.from === from && rule.to === to);
const pairs = claimStates.flatMap((from) => claimStates.map((to) => ({ from, to })));

describeOnEachBackend('transitions of a claim', (database) => {
  let story: Story;
  let photo: string;
  let acting: Record<ActorName, Acting>;

  beforeAll(async () => {
    await settleVillage(database());
    const idea = await tellIdea(database());
    story = { idea, coalition: await gather(database(), idea), claim: '' };
    photo = await putPhoto(database(), idea, 'riet');
    acting = {
      'a visitor': asVisitor(database()),
      'a stranger': await as(database(), 'stef'),
      'a member': await as(database(), 'joop'),
      'the lead': await as(database(), 'fatma'),
      'the steward': await as(database(), 'bram'),
      'the deputy': await as(database(), 'ingrid'),
      'a member of the organisation': await as(database(), 'mo'),
      'a steward elsewhere': await as(database(), 'otto'),
      'a facilitator elsewhere': await as(database(), 'elsje'),
      'the planner': await as(database(), 'ruben'),
      'the administrator': await as(database(), 'sanne'),
      'the facilitator': await as(database(), 'noor'),
      'the facilitator for somebody': await as(database(), 'noor'),
      'the clock': asClock(database())
    };
  });

  /** A claim in a state, with the agreement and the size that its next step may ask for. */
  const claimIn = async (from: ClaimState, to: ClaimState): Promise<string> => {
    const claim = await placeClaim(database(), story, from, {
      size: ruleOf(from, to)?.requires.includes('small') ? `'small'` : `'lasting'`
    });
    const agreement = nextId();
    await database().sql(
      `insert into public.agreements (id, claim_id, version, what, starts_on, made_by) values ('${agreement}', '${claim}', 1, 'Een bank', '${day(1)}', 'steward')`
    );
    await database().sql(
      `insert into public.agreement_confirmations (agreement_id, side) values ('${agreement}', 'coalition'), ('${agreement}', 'steward')`
    );
    return claim;
  };

  /** Everything that any transition requires. */
  const everything = (): Record<string, unknown> => ({
    reason: 'Daarom',
    asksWhom: 'de bewonersraad',
    asksBefore: day(10),
    on: day(0),
    body: 'Het staat er',
    uploadId: photo,
    lookedAfterBy: 'Joop',
    called: true
  });

  it('are the same table in the database and in the domain', async () => {
    const rows = await database().sql<{
      from_state: string;
      to_state: string;
      actors: string[];
      requires: string[];
    }>('select from_state, to_state, actors, requires from private.claim_transitions');
    const sorted = (
      table: readonly { from: string; to: string; actors: readonly string[]; requires: readonly string[] }[]
    ) =>
      table
        .map(({ from, to, actors: who, requires }) => ({
          from,
          to,
          actors: [...who].sort(),
          requires: [...requires].sort()
        }))
        .sort((a, b) => `${a.from} ${a.to}`.localeCompare(`${b.from} ${b.to}`));
    expect(
      sorted(
        rows.map((row) => ({
          from: row.from_state,
          to: row.to_state,
          actors: row.actors,
          requires: row.requires
        }))
      )
    ).toEqual(sorted(claimTransitions));
  });

  it('know the same states as the domain, and hold a place in the same ones', async () => {
    for (const state of claimStates) {
      const row = await claimRow(database(), await placeClaim(database(), story, state));
      expect(row.held, state).toBe(holdsPlace(state));
    }
    await expect(placeClaim(database(), story, 'borrowed')).rejects.toThrow(/claims_state_check/);
  });

  describe.each(pairs)('from $from to $to', ({ from, to }) => {
    const rule = ruleOf(from, to);
    const may = (actor: (typeof actors)[number]): boolean => {
      if (!rule || !actor.hat) return false;
      if ((rule.actors as readonly string[]).includes(actor.hat)) return true;
      return 'behalf' in actor && !rule.actors.includes('clock');
    };

    it(rule ? 'lets exactly the people of the table' : 'lets nobody', async () => {
      let claim = await claimIn(from, to);
      for (const actor of actors) {
        const request = { ...everything(), ...('behalf' in actor ? { onBehalfOf: actor.behalf } : {}) };
        const before = await claimRow(database(), claim);
        const answer = await call(acting[actor.name].client, 'transition_claim', {
          claim,
          to_state: to,
          request
        });
        if (may(actor)) {
          expect(answer, `${actor.name} may`).toMatchObject({ ok: true, data: { id: claim, state: to } });
          expect((await claimRow(database(), claim)).state).toBe(to);
          const [event] = await database().sql<{ actor_role: string; person: string | null }>(
            `select e.actor_role, a.participant_id as person from public.events e left join public.event_actors a on a.event_id = e.id
             where e.entity_id = $1 and e.entity = 'claim' order by e.position desc limit 1`,
            [claim]
          );
          expect(event?.actor_role).toBe(actor.hat);
          expect(event?.person === null).toBe(actor.hat === 'clock');
          claim = await claimIn(from, to);
        } else {
          const expected = actor.name === 'a visitor' ? 401 : !actor.hat || rule ? 403 : 409;
          expect(answer, `${actor.name} may not`).toMatchObject({ ok: false, refused: { status: expected } });
          expect(await claimRow(database(), claim)).toEqual(before);
        }
      }
    });

    it(`is ${rule || from === to ? 'written' : 'refused'} by the database, whoever writes it`, async () => {
      const claim = await claimIn(from, to);
      const write = database().sql('update public.claims set state = $2 where id = $1', [claim, to]);
      if (rule || from === to) {
        await write;
        expect((await claimRow(database(), claim)).state).toBe(to);
      } else {
        await expect(write).rejects.toMatchObject({ code: 'PT409', hint: 'transition_refused' });
        expect((await claimRow(database(), claim)).state).toBe(from);
      }
    });
  });

  describe.each(claimTransitions.filter((rule) => rule.requires.length > 0))(
    'from $from to $to without',
    ({ from, to, actors: who, requires }) => {
      /** What to leave out for a requirement, and the refusal that then comes. */
      const without: Record<ClaimRequirement, { leave: string[]; refused: object } | null> = {
        reason: { leave: ['reason'], refused: { status: 422, code: 'reason_missing', field: 'reason' } },
        asks_whom: {
          leave: ['asksWhom'],
          refused: { status: 422, code: 'asksWhom_missing', field: 'asksWhom' }
        },
        asks_before: {
          leave: ['asksBefore'],
          refused: { status: 422, code: 'asksBefore_missing', field: 'asksBefore' }
        },
        date: { leave: ['on'], refused: { status: 422, code: 'on_missing', field: 'on' } },
        evidence: {
          leave: ['body', 'uploadId'],
          refused: { status: 422, code: 'evidence_missing', field: 'body' }
        },
        photo: { leave: ['uploadId'], refused: { status: 422, code: 'photo_missing', field: 'uploadId' } },
        looked_after_by: {
          leave: ['lookedAfterBy'],
          refused: { status: 422, code: 'lookedAfterBy_missing', field: 'lookedAfterBy' }
        },
        called: { leave: ['called'], refused: { status: 422, code: 'called_missing', field: 'called' } },
        // these three are about the claim and not about the request
        small: null,
        agreement: null,
        once: null
      };
      const actor = actors.find((one) => one.hat && (who as readonly string[]).includes(one.hat));
      if (!actor) throw new Error('Every transition has somebody who may.');

      it.each(requires)('%s it is refused', async (requirement) => {
        const claim = await claimIn(from, to);
        const request = everything();
        const plan = without[requirement];
        let refused = plan?.refused;
        for (const field of plan?.leave ?? []) delete request[field];
        if (requirement === 'small') {
          await database().sql(`update public.claims set size = 'lasting' where id = $1`, [claim]);
          refused = { status: 409, code: 'lasting_needs_agreement' };
        } else if (requirement === 'agreement') {
          await database().sql(
            `delete from public.agreement_confirmations where side = 'coalition' and agreement_id in (select id from public.agreements where claim_id = $1)`,
            [claim]
          );
          refused = { status: 409, code: 'agreement_missing' };
        } else if (requirement === 'once') {
          await database().sql(
            `update public.claims set reopened_once = true, asks_whom = 'de raad' where id = $1`,
            [claim]
          );
          refused = { status: 409, code: from === 'requested' ? 'asked_once' : 'reopened_before' };
        }
        const before = await claimRow(database(), claim);
        const answer = await call(acting[actor.name].client, 'transition_claim', {
          claim,
          to_state: to,
          request
        });
        expect(answer).toMatchObject({ ok: false, refused });
        expect(await claimRow(database(), claim)).toEqual(before);
      });
    }
  );

  it('keep a claim with its group, idea and place', async () => {
    const claim = await placeClaim(database(), story, 'requested');
    for (const change of [
      `place_id = '${village.room}'`,
      `coalition_id = gen_random_uuid()`,
      `id = gen_random_uuid()`
    ])
      await expect(
        database().sql(`update public.claims set ${change} where id = $1`, [claim])
      ).rejects.toMatchObject({ code: 'PT403' });
  });
});
