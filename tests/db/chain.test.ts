import { beforeAll, expect, it } from 'vitest';
import { people, settleVillage, spots, village } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { as, asClock, asVisitor } from './acting.ts';
import {
  agree,
  askedStory,
  askPlace,
  claimRow,
  day,
  gather,
  nextId,
  placeClaim,
  point,
  putPhoto,
  tellIdea
} from './stories.ts';

interface Page {
  state: string;
  history: {
    kind: string;
    entity: string;
    role: string;
    label: string | null;
    organisation: string | null;
    reason: string | null;
    detail: Record<string, unknown>;
  }[];
  coalition: { id: string; state: string; keptGoingSince: string | null; nextCheckIn: string | null } | null;
  claims: { id: string; state: string }[];
  claimDetails: {
    id: string;
    state: string;
    rivals: { title: string }[];
    agreement: { keyHolder: string | null; confirmations: unknown[] } | null;
    startsOn: string;
    endsOn: string | null;
  }[];
  promises: { id: string; done: boolean }[];
  checkIns: { answer: string }[];
  updates: { kind: string; body: string }[];
  name: string | null;
  canDo: string | null;
  answer: { kind: string; organisation: string; number: string | null; reason: string | null } | null;
}

describeOnEachBackend('the whole chain', (database) => {
  beforeAll(() => settleVillage(database()));

  const page = (idea: string) => asVisitor(database()).does<Page>('idea_page', { idea });
  const kinds = async (idea: string) => (await page(idea)).history.map((event) => event.kind).reverse();

  it('goes from a wish without an account to a place that is kept and given back', async () => {
    const [riet, fatma, joop, bep] = [
      await as(database(), 'riet'),
      await as(database(), 'fatma'),
      await as(database(), 'joop'),
      await as(database(), 'bep')
    ];

    const idea = await riet.does<{ id: string; state: string; followCode: string; readBefore: string }>(
      'create_idea',
      {
        request: {
          wijk: 'linde',
          title: 'Een bank halverwege',
          theme: 'green',
          name: 'Riet',
          location: point(spots.green),
          needs: [{ kind: 'hands', words: 'twee mensen' }]
        }
      }
    );
    expect(idea).toMatchObject({ state: 'open', followCode: expect.stringMatching(/^[A-Z]+-\d{2,4}$/) });
    expect(new Date(`${idea.readBefore}T12:00:00Z`).getUTCDay()).toBe(5);

    const group = await fatma.does<{ id: string }>('start_coalition', {
      idea: idea.id,
      request: { name: 'Fatma' }
    });
    const request = {
      id: nextId(),
      coalitionId: group.id,
      placeId: village.field,
      purpose: 'Een bank neerzetten en onderhouden',
      size: 'lasting',
      startsOn: day(1)
    };
    await joop.does('join_coalition', { coalition: group.id, request: { name: 'Joop' } });
    expect(await fatma.isRefused('request_claim', { request })).toMatchObject({
      status: 409,
      code: 'not_ready_to_ask'
    });
    await bep.does('join_coalition', { coalition: group.id, request: {} });

    const claim = await fatma.does<{ id: string; state: string; held: boolean; answerBy: string }>(
      'request_claim',
      { request }
    );
    expect(claim).toMatchObject({ state: 'requested', held: false });
    expect(claim.answerBy.slice(0, 10)).toBe(day(14));

    const rivalIdea = await tellIdea(database(), 'stef', { title: 'Een zandbak' });
    const rivalGroup = await gather(database(), rivalIdea, ['riet', 'mo'], 'stef');
    const rival = await askPlace(database(), rivalGroup, {}, 'stef');
    expect((await page(idea.id)).claimDetails[0]?.rivals).toEqual([
      { ideaId: rivalIdea, title: 'Een zandbak', state: 'requested' }
    ]);

    const agreement = await agree(database(), claim.id, { startsOn: day(2), endsOn: day(400) });
    expect((await page(idea.id)).claims).toMatchObject([{ state: 'granted' }]);
    expect(await claimRow(database(), claim.id)).toMatchObject({ held: true, exclusive: 0 });

    const promise = nextId();
    await joop.does('change_coalition', {
      coalition: group.id,
      act: 'promise',
      request: { id: promise, what: 'Ik haal de bank', due: day(7) }
    });
    await joop.does('change_coalition', {
      coalition: group.id,
      act: 'keep_promise',
      request: { commitmentId: promise }
    });
    expect((await page(idea.id)).promises).toMatchObject([{ id: promise, done: true }]);

    const move = (to_state: string, more: Record<string, unknown> = {}) =>
      fatma.does('transition_claim', { claim: claim.id, to_state, request: more });
    await move('in_progress');
    expect(
      await fatma.isRefused('transition_claim', {
        claim: claim.id,
        to_state: 'realised',
        request: { on: day(0) }
      })
    ).toEqual({ status: 422, code: 'evidence_missing', field: 'body' });
    expect(
      await fatma.isRefused('transition_claim', {
        claim: claim.id,
        to_state: 'realised',
        request: { on: day(0), uploadId: nextId() }
      })
    ).toEqual({ status: 422, code: 'evidence_missing', field: 'body' });
    await move('realised', { on: day(0), body: 'De bank staat er' });
    expect(await page(idea.id)).toMatchObject({
      state: 'realised',
      updates: [{ kind: 'realised', body: 'De bank staat er' }]
    });

    expect(
      await fatma.isRefused('transition_claim', { claim: claim.id, to_state: 'in_stewardship', request: {} })
    ).toEqual({ status: 422, code: 'lookedAfterBy_missing', field: 'lookedAfterBy' });
    await move('in_stewardship', { lookedAfterBy: 'Joop en Bep' });
    expect((await page(idea.id)).coalition).toMatchObject({ keptGoingSince: day(0), nextCheckIn: day(56) });

    await bep.does('change_coalition', {
      coalition: group.id,
      act: 'answer_check_in',
      request: { answer: 'going', words: 'Ja hoor' }
    });
    expect((await page(idea.id)).checkIns).toMatchObject([{ answer: 'going' }]);
    await move('in_stewardship', { lookedAfterBy: 'Bep' });

    expect(
      await fatma.isRefused('transition_claim', { claim: claim.id, to_state: 'resting', request: {} })
    ).toMatchObject({ status: 403 });
    await asClock(database()).does('transition_claim', { claim: claim.id, to_state: 'resting' });
    expect(await claimRow(database(), claim.id)).toMatchObject({ state: 'resting', held: true });
    await move('in_stewardship', { lookedAfterBy: 'Bep' });
    await move('released');
    expect(await claimRow(database(), claim.id)).toMatchObject({
      state: 'released',
      held: false,
      next_check_in: null
    });

    expect(await kinds(idea.id)).toEqual([
      'created',
      'started',
      'joined',
      'joined',
      'requested',
      'in_talks',
      'proposed',
      'confirmed',
      'confirmed',
      'granted',
      'promised',
      'promise_kept',
      'in_progress',
      'realised',
      'in_stewardship',
      'check_in_answered',
      'in_stewardship',
      'resting',
      'in_stewardship',
      'released'
    ]);
    const { history } = await page(idea.id);
    const event = (kind: string) => history.find((one) => one.kind === kind);
    expect(event('created')).toMatchObject({ role: 'author', label: 'Riet' });
    expect(event('in_talks')).toMatchObject({
      role: 'steward',
      organisation: 'Woonstichting Zevendak',
      label: null
    });
    expect(event('promised')).toMatchObject({ role: 'member', label: 'Joop' });
    expect(event('resting')).toMatchObject({ role: 'clock' });
    expect(event('granted')).toMatchObject({ detail: { agreementId: agreement } });
    expect((await asVisitor(database()).does<Page>('idea_page', { idea: rivalIdea })).claims).toMatchObject([
      { id: rival, state: 'requested' }
    ]);
  });

  it('holds the place for the period that was agreed on, not for the one that was asked', async () => {
    const { idea, claim } = await askedStory(database(), {
      placeId: village.room,
      startsOn: day(10),
      endsOn: day(20)
    });
    await agree(database(), claim, { startsOn: day(12), endsOn: day(14) });
    expect((await page(idea)).claimDetails).toMatchObject([{ startsOn: day(12), endsOn: day(14) }]);
    const other = await askedStory(database(), { placeId: village.room, startsOn: day(15), endsOn: day(20) });
    await agree(database(), other.claim);
    expect(await claimRow(database(), other.claim)).toMatchObject({ state: 'granted' });

    // a new version moves the period of a place that is held, and is refused where somebody else has it
    const bram = await as(database(), 'bram');
    const fatma = await as(database(), 'fatma');
    const longer = await bram.does<{ id: string }>('make_agreement', {
      claim,
      request: { what: 'Langer', startsOn: day(12), endsOn: day(16) }
    });
    await fatma.does('confirm_agreement', { agreement: longer.id });
    expect(await bram.isRefused('confirm_agreement', { agreement: longer.id })).toMatchObject({
      status: 409,
      code: 'place_held'
    });
    const shorter = await bram.does<{ id: string }>('make_agreement', {
      claim,
      request: { what: 'Korter', startsOn: day(12), endsOn: day(13) }
    });
    await fatma.does('confirm_agreement', { agreement: shorter.id });
    await bram.does('confirm_agreement', { agreement: shorter.id });
    expect((await page(idea)).claimDetails).toMatchObject([{ startsOn: day(12), endsOn: day(13) }]);
  });

  it('refuses a rival on an exclusive place that is held, whichever way the yes comes, and allows one beside it', async () => {
    const slots = (slotDay: number, from: string, to: string) => ({
      placeId: village.room,
      startsOn: day(30),
      weekly: [{ day: slotDay, from, to }]
    });
    const first = await askedStory(database(), slots(2, '10:00', '12:00'));
    const overlapping = await askedStory(database(), slots(2, '11:30', '13:00'));
    const after = await askedStory(database(), slots(2, '12:00', '13:00'));
    await agree(database(), first.claim);

    const bram = await as(database(), 'bram');
    await bram.does('transition_claim', { claim: overlapping.claim, to_state: 'in_talks' });
    const agreement = await bram.does<{ id: string }>('make_agreement', {
      claim: overlapping.claim,
      request: { what: 'Ook' }
    });
    await bram.does('confirm_agreement', { agreement: agreement.id });
    expect(
      await (await as(database(), 'fatma')).isRefused('confirm_agreement', { agreement: agreement.id })
    ).toMatchObject({ status: 409, code: 'place_held' });
    expect(await claimRow(database(), overlapping.claim)).toMatchObject({ state: 'in_talks' });

    await agree(database(), after.claim);
    expect(await claimRow(database(), after.claim)).toMatchObject({ state: 'granted' });

    const small = await tellIdea(database());
    const smallGroup = await gather(database(), small, ['joop']);
    const tuesday = [...Array(7).keys()]
      .map((later) => day(35 + later))
      .find((one) => new Date(`${one}T12:00:00Z`).getUTCDay() === 2);
    const oneDay = await askPlace(database(), smallGroup, {
      placeId: village.room,
      size: 'small',
      startsOn: tuesday
    });
    expect(await bram.isRefused('transition_claim', { claim: oneDay, to_state: 'granted' })).toMatchObject({
      status: 409,
      code: 'place_held'
    });
  });

  it('lets shared claims stand beside each other, and none beside an exclusive one', async () => {
    const first = await askedStory(database());
    const second = await askedStory(database());
    await agree(database(), first.claim);
    await agree(database(), second.claim);
    expect(await claimRow(database(), second.claim)).toMatchObject({ state: 'granted', exclusive: 0 });

    // the steward closes the place to others before the third is granted
    const third = await askedStory(database());
    const bram = await as(database(), 'bram');
    await bram.client.from('places').update({ sharing: 'exclusive' }).eq('id', village.field);
    await bram.does('transition_claim', { claim: third.claim, to_state: 'in_talks' });
    const agreement = await bram.does<{ id: string }>('make_agreement', {
      claim: third.claim,
      request: { what: 'Alleen' }
    });
    await bram.does('confirm_agreement', { agreement: agreement.id });
    expect(
      await (await as(database(), 'fatma')).isRefused('confirm_agreement', { agreement: agreement.id })
    ).toMatchObject({ status: 409, code: 'place_held' });
    await bram.client.from('places').update({ sharing: 'shared' }).eq('id', village.field);
  });

  it('grants something small by one yes with its conditions', async () => {
    const idea = await tellIdea(database());
    const coalition = await gather(database(), idea, ['joop']);
    expect(
      await (
        await as(database(), 'fatma')
      ).isRefused('request_claim', {
        request: {
          coalitionId: coalition,
          placeId: village.field,
          purpose: 'x',
          size: 'small',
          startsOn: day(3),
          endsOn: day(4)
        }
      })
    ).toEqual({ status: 422, code: 'small_is_one_day', field: 'endsOn' });
    const claim = await askPlace(database(), coalition, { size: 'small', startsOn: day(3) });
    await (
      await as(database(), 'ingrid')
    ).does('transition_claim', {
      claim,
      to_state: 'granted',
      request: {
        conditions: ['netjes achterlaten'],
        startsOn: day(9),
        joinsWith: 'Wij brengen de bank',
        joinsBefore: day(2)
      }
    });
    const after = await page(idea);
    expect(after.claimDetails).toMatchObject([
      {
        state: 'granted',
        startsOn: day(3),
        endsOn: day(3),
        agreement: { conditions: ['netjes achterlaten'], startsOn: day(3), keyHolder: null }
      }
    ]);
    expect(after.claimDetails[0]?.agreement?.confirmations).toHaveLength(2);
    expect(after.promises).toMatchObject([{ done: false }]);
    expect(after.history.find((event) => event.kind === 'granted')).toMatchObject({
      role: 'deputy',
      organisation: 'Woonstichting Zevendak'
    });
  });

  it('refuses one yes for what is lasting', async () => {
    const { claim } = await askedStory(database());
    expect(
      await (await as(database(), 'bram')).isRefused('transition_claim', { claim, to_state: 'granted' })
    ).toMatchObject({
      status: 409,
      code: 'lasting_needs_agreement'
    });
  });

  it('takes "I have to ask" once, with whom and before when', async () => {
    const { idea, claim } = await askedStory(database());
    const bram = await as(database(), 'bram');
    const ask = {
      claim,
      to_state: 'requested',
      request: { asksWhom: 'de bewonersraad', asksBefore: day(20) }
    };
    expect(await bram.isRefused('transition_claim', { ...ask, request: {} })).toEqual({
      status: 422,
      code: 'asksWhom_missing',
      field: 'asksWhom'
    });
    expect(
      await bram.isRefused('transition_claim', { ...ask, request: { asksWhom: 'x', asksBefore: day(-1) } })
    ).toEqual({
      status: 422,
      code: 'date_past',
      field: 'asksBefore'
    });
    await bram.does('transition_claim', ask);
    expect(await bram.isRefused('transition_claim', ask)).toMatchObject({ status: 409, code: 'asked_once' });
    const { claims, history } = await page(idea);
    expect(claims).toMatchObject([{ state: 'requested', asksWhom: 'de bewonersraad', asksBefore: day(20) }]);
    expect(history[0]).toMatchObject({ kind: 'asked_further', detail: { asksWhom: 'de bewonersraad' } });
  });

  it('refuses with a reason, and says where it can be', async () => {
    const { idea, claim } = await askedStory(database());
    const bram = await as(database(), 'bram');
    expect(await bram.isRefused('transition_claim', { claim, to_state: 'refused' })).toEqual({
      status: 422,
      code: 'reason_missing',
      field: 'reason'
    });
    expect(
      await bram.isRefused('transition_claim', {
        claim,
        to_state: 'refused',
        request: { reason: 'Er ligt een leiding', otherPlaceId: village.barn }
      })
    ).toEqual({ status: 422, code: 'place_unknown', field: 'otherPlaceId' });
    await bram.does('transition_claim', {
      claim,
      to_state: 'refused',
      request: { reason: 'Er ligt een leiding', otherPlaceId: village.corner }
    });
    expect(await page(idea)).toMatchObject({
      claimDetails: [{ state: 'refused', otherPlace: { id: village.corner, name: 'Hoekje' } }],
      history: [{ kind: 'refused', reason: 'Er ligt een leiding' }, ...Array<object>(5).fill({})]
    });
    // and the same group may ask the other place
    await askPlace(database(), (await page(idea)).coalition?.id ?? '', { placeId: village.corner });
  });

  it('lets the facilitator act for somebody without e-mail, recorded as such, and not under that name', async () => {
    const { idea, claim } = await askedStory(database());
    const noor = await as(database(), 'noor');
    expect(await noor.isRefused('transition_claim', { claim, to_state: 'in_talks' })).toMatchObject({
      status: 403,
      code: 'role_missing'
    });
    await noor.does('transition_claim', {
      claim,
      to_state: 'in_talks',
      request: { onBehalfOf: 'mevrouw De Vries' }
    });
    expect((await page(idea)).history[0]).toMatchObject({
      kind: 'in_talks',
      role: 'facilitator',
      detail: { actedFor: true }
    });
    expect(JSON.stringify(await page(idea))).not.toContain('De Vries');
    const rows = await database().sql(
      `select a.participant_id, a.on_behalf_of from public.event_actors a join public.events e on e.id = a.event_id
       where e.entity_id = $1 and e.kind = 'in_talks'`,
      [claim]
    );
    expect(rows).toEqual([{ participant_id: people.noor, on_behalf_of: 'mevrouw De Vries' }]);

    const agreement = await noor.does<{ id: string }>('make_agreement', {
      claim,
      request: { what: 'Op papier' }
    });
    expect(
      await noor.isRefused('confirm_agreement', { agreement: agreement.id, request: { side: 'steward' } })
    ).toEqual({
      status: 422,
      code: 'paper_missing',
      field: 'onPaper'
    });
    await noor.does('confirm_agreement', {
      agreement: agreement.id,
      request: { side: 'steward', onPaper: true }
    });
    await (await as(database(), 'fatma')).does('confirm_agreement', { agreement: agreement.id });
    expect(
      (await page(idea)).history.find((event) => event.kind === 'confirmed' && event.role === 'facilitator')
    ).toMatchObject({
      detail: { side: 'steward', onPaper: true }
    });
    expect((await page(idea)).claims).toMatchObject([{ state: 'granted' }]);
  });

  it('is reopened once, with a reason and a photo', async () => {
    const { idea, coalition, claim } = await askedStory(database());
    await agree(database(), claim);
    const fatma = await as(database(), 'fatma');
    const bram = await as(database(), 'bram');
    const realise = async () => {
      await fatma.does('transition_claim', {
        claim,
        to_state: 'realised',
        request: { on: day(0), body: 'Klaar' }
      });
      await fatma.does('transition_claim', {
        claim,
        to_state: 'in_stewardship',
        request: { lookedAfterBy: 'wij' }
      });
    };
    await fatma.does('transition_claim', { claim, to_state: 'in_progress' });
    await realise();
    const photo = await putPhoto(database(), idea, 'bram');
    const elsewhere = await putPhoto(database(), await tellIdea(database(), 'stef'), 'stef');
    const reopen = { claim, to_state: 'in_progress', request: { reason: 'De poot is los', uploadId: photo } };
    expect(
      await bram.isRefused('transition_claim', { ...reopen, request: { reason: 'De poot is los' } })
    ).toMatchObject({ code: 'photo_missing' });
    expect(
      await bram.isRefused('transition_claim', { ...reopen, request: { reason: 'x', uploadId: elsewhere } })
    ).toMatchObject({ code: 'photo_missing' });
    expect(
      await bram.isRefused('transition_claim', { ...reopen, request: { uploadId: photo } })
    ).toMatchObject({ code: 'reason_missing' });
    await bram.does('transition_claim', reopen);
    expect(await page(idea)).toMatchObject({
      state: 'taken_up',
      coalition: { id: coalition, keptGoingSince: null, nextCheckIn: null }
    });
    expect((await page(idea)).history[0]).toMatchObject({ kind: 'reopened', reason: 'De poot is los' });
    await realise();
    expect(await bram.isRefused('transition_claim', reopen)).toMatchObject({
      status: 409,
      code: 'reopened_before'
    });
  });

  it('goes through without a place too', async () => {
    const idea = await tellIdea(database(), 'riet', {
      title: 'Samen wandelen',
      location: null,
      placeNeeded: false
    });
    const coalition = await gather(database(), idea);
    const fatma = await as(database(), 'fatma');
    const act = (name: string, request: Record<string, unknown>) => ({ coalition, act: name, request });
    expect(await fatma.isRefused('change_coalition', act('realise', { on: day(0) }))).toEqual({
      status: 422,
      code: 'evidence_missing',
      field: 'body'
    });
    expect(await fatma.isRefused('change_coalition', act('realise', { on: day(2), body: 'Morgen' }))).toEqual(
      { status: 422, code: 'date_future', field: 'on' }
    );
    expect(
      await fatma.isRefused('change_coalition', act('keep_going', { lookedAfterBy: 'wij' }))
    ).toMatchObject({ status: 409 });
    await fatma.does('change_coalition', act('realise', { on: day(0), body: 'Wij liepen met zijn zessen' }));
    await fatma.does('change_coalition', act('keep_going', { lookedAfterBy: 'Joop' }));
    await (
      await as(database(), 'joop')
    ).does('change_coalition', act('answer_check_in', { answer: 'going' }));
    expect(await page(idea)).toMatchObject({
      state: 'realised',
      coalition: { state: 'active', keptGoingSince: day(0) }
    });
    await fatma.does('change_coalition', act('rest', { reason: 'Winter' }));
    await (await as(database(), 'bep')).does('change_coalition', act('wake', {}));
    await fatma.does('change_coalition', act('complete', { reason: 'Klaar' }));
    expect(
      await fatma.isRefused('change_coalition', act('promise', { what: 'x', due: day(1) }))
    ).toMatchObject({ status: 409, code: 'coalition_closed' });
    expect((await page(idea)).coalition).toMatchObject({ state: 'completed' });
  });

  it('passes a report on with a number, out of the chain', async () => {
    const idea = await tellIdea(database(), 'riet', { title: 'De lamp is stuk' });
    const noor = await as(database(), 'noor');
    expect(await noor.isRefused('facilitate_idea', { idea, act: 'pass_on' })).toEqual({
      status: 422,
      code: 'organisation_missing',
      field: 'organisationId'
    });
    expect(
      await noor.isRefused('facilitate_idea', {
        idea,
        act: 'pass_on',
        request: { organisationId: village.organisationElsewhere }
      })
    ).toEqual({ status: 422, code: 'organisation_unknown', field: 'organisationId' });
    await noor.does('facilitate_idea', {
      idea,
      act: 'pass_on',
      request: { organisationId: village.housing, number: 'M-12', reason: 'Zij maken hem' }
    });
    expect(await page(idea)).toMatchObject({
      state: 'passed_on',
      kind: 'report',
      answer: {
        kind: 'passed_on',
        organisation: 'Woonstichting Zevendak',
        number: 'M-12',
        reason: 'Zij maken hem'
      }
    });
    expect(await (await as(database(), 'fatma')).isRefused('start_coalition', { idea })).toMatchObject({
      status: 409,
      code: 'idea_closed'
    });
  });

  it('makes a no public only when the clock does, by name and with its reason', async () => {
    const idea = await tellIdea(database());
    const noor = await as(database(), 'noor');
    await noor.does('facilitate_idea', {
      idea,
      act: 'decline',
      request: { organisationId: village.housing, reason: 'Daar komt een leiding', calledFirst: true }
    });
    const early = await page(idea);
    expect(early).toMatchObject({ state: 'open', answer: null });
    expect(JSON.stringify(early)).not.toContain('leiding');
    await asClock(database()).does('run_clock', {});
    expect(await page(idea)).toMatchObject({ state: 'open', answer: null });
    await database().sql(
      `update public.answers set publish_at = now() - interval '1 minute' where idea_id = $1`,
      [idea]
    );
    expect(await page(idea)).toMatchObject({ state: 'open', answer: null });
    await asClock(database()).does('run_clock', {});
    expect(await page(idea)).toMatchObject({
      state: 'declined',
      answer: { kind: 'declined', organisation: 'Woonstichting Zevendak', reason: 'Daar komt een leiding' }
    });
    const who = await database().sql(
      `select e.kind, a.participant_id from public.events e join public.event_actors a on a.event_id = e.id
       where e.entity_id = $1 and e.kind = 'decline_announced'`,
      [idea]
    );
    expect(who).toEqual([{ kind: 'decline_announced', participant_id: people.noor }]);
  });

  it('says no to nothing that was realised, withdrawn or passed on meanwhile', async () => {
    const withdrawn = await tellIdea(database());
    const passedOn = await tellIdea(database());
    const noor = await as(database(), 'noor');
    for (const idea of [withdrawn, passedOn])
      await noor.does('facilitate_idea', {
        idea,
        act: 'decline',
        request: { organisationId: village.housing, reason: 'Kan niet' }
      });
    await (await as(database(), 'riet')).does('withdraw_idea', { idea: withdrawn });
    await noor.does('facilitate_idea', {
      idea: passedOn,
      act: 'pass_on',
      request: { organisationId: village.club, number: '7' }
    });
    await database().sql(
      `update public.answers set publish_at = now() - interval '1 minute' where idea_id in ($1, $2)`,
      [withdrawn, passedOn]
    );
    await asClock(database()).does('run_clock', {});
    expect(await page(withdrawn)).toMatchObject({ state: 'withdrawn', answer: null });
    expect(await page(passedOn)).toMatchObject({
      state: 'passed_on',
      answer: { kind: 'passed_on', organisation: 'De Theemuts' }
    });
  });

  it('leaves a withdrawn idea free for another, without the name of who let it go', async () => {
    const idea = await tellIdea(database(), 'riet', { name: 'Riet', canDo: 'koffie zetten' });
    const riet = await as(database(), 'riet');
    const stef = await as(database(), 'stef');
    expect(await stef.isRefused('take_over_idea', { idea })).toMatchObject({
      status: 409,
      code: 'idea_not_free'
    });
    expect(await stef.isRefused('withdraw_idea', { idea })).toMatchObject({ status: 403, code: 'not_yours' });
    await riet.does('withdraw_idea', { idea, reason: 'Ik verhuis' });
    expect(await (await as(database(), 'fatma')).isRefused('start_coalition', { idea })).toMatchObject({
      status: 409,
      code: 'idea_closed'
    });
    await stef.does('take_over_idea', { idea });
    const after = await page(idea);
    expect(after).toMatchObject({ state: 'open', name: null, canDo: null });
    expect(after.history.map((event) => [event.kind, event.role, event.label])).toEqual([
      ['taken_over', 'participant', null],
      ['withdrawn', 'author', null],
      ['created', 'author', null]
    ]);
    expect(await riet.isRefused('change_idea', { idea, request: { title: 'Toch van mij' } })).toMatchObject({
      status: 403
    });
    await stef.does('change_idea', { idea, request: { title: 'Van Stef', name: 'Stef' } });
    expect((await page(idea)).history.at(-1)).toMatchObject({ kind: 'created', label: null });
  });

  it('lets an author change their mind about withdrawing, and keep their name', async () => {
    const idea = await tellIdea(database(), 'riet', { name: 'Riet' });
    const riet = await as(database(), 'riet');
    await riet.does('withdraw_idea', { idea });
    await riet.does('take_over_idea', { idea });
    expect(await page(idea)).toMatchObject({ state: 'open', name: 'Riet' });
  });

  it('gives the lead to a resident, never to a professional by default', async () => {
    const idea = await tellIdea(database());
    const noor = await as(database(), 'noor');
    const group = await noor.does<{ id: string }>('start_coalition', { idea });
    const members = async () =>
      (
        await database().sql(
          `select m.role from public.coalition_members m where m.coalition_id = $1 and m.left_at is null order by m.joined_at`,
          [group.id]
        )
      ).map((row) => row.role);
    expect(await members()).toEqual(['partner']);
    const joop = await as(database(), 'joop');
    await joop.does('join_coalition', { coalition: group.id, request: {} });
    await joop.does('change_coalition', { coalition: group.id, act: 'take_lead' });
    await (await as(database(), 'bep')).does('join_coalition', { coalition: group.id, request: {} });
    expect(
      await (
        await as(database(), 'bep')
      ).isRefused('change_coalition', { coalition: group.id, act: 'take_lead' })
    ).toMatchObject({ code: 'lead_taken' });
    expect(await members()).toEqual(['partner', 'lead', 'member']);
    const ruben = await as(database(), 'ruben');
    const joined = await ruben.does<{ memberId: string }>('join_coalition', {
      coalition: group.id,
      request: {}
    });
    expect(
      await joop.isRefused('change_coalition', {
        coalition: group.id,
        act: 'hand_over',
        request: { memberId: joined.memberId }
      })
    ).toMatchObject({ status: 422, code: 'member_unknown' });
    const bep = (
      await database().sql<{ id: string }>(
        `select m.id from public.coalition_members m join public.coalition_people p on p.member_id = m.id
       where m.coalition_id = $1 and p.participant_id = $2`,
        [group.id, people.bep]
      )
    )[0]?.id;
    await joop.does('change_coalition', {
      coalition: group.id,
      act: 'hand_over',
      request: { memberId: bep }
    });
    expect(await members()).toEqual(['partner', 'member', 'lead', 'member']);
    // a professional who joins does not make the group of neighbours larger
    expect(await asVisitor(database()).does('idea_page', { idea })).toMatchObject({
      composition: { people: 2, residents: 2, households: 2 }
    });
  });

  it('withdraws what was asked when a group dissolves, with an event for each', async () => {
    const { idea, coalition, claim } = await askedStory(database());
    await (
      await as(database(), 'fatma')
    ).does('change_coalition', { coalition, act: 'dissolve', request: { reason: 'Te weinig mensen' } });
    expect(await claimRow(database(), claim)).toMatchObject({ state: 'withdrawn' });
    expect((await kinds(idea)).slice(-2)).toEqual(['withdrawn', 'dissolved']);
    expect(await page(idea)).toMatchObject({ state: 'open' });
    expect(
      await (
        await as(database(), 'joop')
      ).isRefused('change_coalition', { coalition, act: 'update', request: { body: 'x' } })
    ).toMatchObject({ code: 'coalition_closed' });
  });

  it('does not dissolve a group whose place is held', async () => {
    const { idea, coalition } = await askedStory(database());
    await placeClaim(database(), { idea, coalition, claim: '' }, 'resting');
    expect(
      await (await as(database(), 'fatma')).isRefused('change_coalition', { coalition, act: 'dissolve' })
    ).toMatchObject({ status: 409, code: 'claim_open' });
  });

  it("marks an owner's silence once, takes nothing away, and forgets it at the answer", async () => {
    const { idea, claim } = await askedStory(database());
    await database().sql(`update public.claims set answer_by = now() - interval '1 hour' where id = $1`, [
      claim
    ]);
    await asClock(database()).does('run_clock', {});
    await asClock(database()).does('run_clock', {});
    expect(await page(idea)).toMatchObject({ claims: [{ state: 'requested', silent: true }] });
    expect((await kinds(idea)).filter((kind) => kind === 'silent')).toHaveLength(1);
    await (await as(database(), 'bram')).does('transition_claim', { claim, to_state: 'in_talks' });
    expect(await page(idea)).toMatchObject({ claims: [{ state: 'in_talks', silent: false }] });
  });
});
