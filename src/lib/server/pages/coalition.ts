import { error, type RequestEvent } from '@sveltejs/kit';
import { m } from '#messages';
import { changeCoalition, readCoalition } from '#lib/data/coalition.ts';
import type { ClaimSize } from '#lib/domain/claim/types.ts';
import { groupActFor, type GroupAct } from '#lib/domain/coalition/next-act.ts';
import { defaultCompositionRule, readiness, type Readiness } from '#lib/domain/coalition/readiness.ts';
import {
  coalitionActs,
  type CoalitionAct,
  type CoalitionActInput
} from '#lib/domain/coalition/validation.ts';
import type { IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { CoalitionState, IdeaPage, MyPart } from '#lib/domain/idea/types.ts';
import type { Neighbourhood } from '#lib/domain/neighbourhood/types.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { isId } from '#lib/domain/refusal/fields.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { submit, textIn, type FormResult } from './form.ts';
import { ideaPage } from './idea.ts';
import { keepPhoto } from './photo.ts';
import { wijkView } from './wijk.ts';

/** What the page of a group shows. */
export interface CoalitionPage {
  idea: IdeaPage;
  summary: IdeaSummary;
  mine: MyPart | null;
  state: CoalitionState;
  lookedAfterBy: string | null;
  readiness: Record<ClaimSize, Readiness>;
  act: GroupAct;
  /** The day in the wijk, YYYY-MM-DD. */
  today: string;
}

/** The calendar day in a time zone, YYYY-MM-DD. */
export function dayIn(timeZone: string, moment = new Date()): string {
  // Sweden writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}

function readinessOf(idea: IdeaPage, settings: Neighbourhood['settings']): Record<ClaimSize, Readiness> {
  const composition = idea.composition ?? { people: 0, residents: 0, households: 0 };
  const rule = {
    residents: settings.lasting_residents ?? defaultCompositionRule.residents,
    households: settings.lasting_households ?? defaultCompositionRule.households
  };
  return { small: readiness(composition, 'small', rule), lasting: readiness(composition, 'lasting', rule) };
}

/**
 * A group with its idea, as the person looking may see it.
 * @throws HttpError 404 when there is none for them in this wijk
 */
export async function coalitionPage(locals: App.Locals, wijk: string, id: string): Promise<CoalitionPage> {
  const group = isId(id) ? await readCoalition(locals.client, id) : null;
  if (!group) error(404, m.app_error_not_found());
  const [{ snapshot }, page] = await Promise.all([
    wijkView(locals, wijk),
    ideaPage(locals, wijk, group.ideaId)
  ]);
  const { settings, timeZone } = snapshot.neighbourhood;
  const ready = readinessOf(page.idea, settings);
  const today = dayIn(timeZone);
  const isReady = ready.small.ready || ready.lasting.ready;
  // The idea's page knows its group of today; an earlier one that stopped has nothing to do any more.
  const isCurrent = page.idea.coalition?.id === id;
  return {
    ...page,
    state: isCurrent ? group.state : 'dissolved',
    lookedAfterBy: group.lookedAfterBy,
    readiness: ready,
    act: isCurrent ? groupActFor(page.idea, page.mine, isReady, today) : 'none',
    today
  };
}

interface ActForm<Act extends CoalitionAct> {
  act: Act;
  input: (form: FormData) => CoalitionActInput<Act>;
  /** Whether a photo may go along. */
  photo?: boolean;
  result: FormResult;
}

const text = (form: FormData, name: string) => textIn(form, name) ?? '';
const idOf = (form: FormData) => textIn(form, 'id') ?? undefined;
const reason = (form: FormData) => ({ reason: textIn(form, 'reason') });
const nothing = () => ({});
const evidence = (form: FormData) => ({ body: textIn(form, 'body'), uploadId: textIn(form, 'uploadId') });

/** Ties an act to its own input, so that a table of many acts keeps the types of each. */
function act<Act extends CoalitionAct>(form: ActForm<Act>) {
  return async (event: RequestEvent, id: string, data: FormData): Promise<FormResult> => {
    const { client } = event.locals;
    // Everything else is judged before a photo is kept.
    checkInput(coalitionActs[form.act], form.input(data));
    if (form.photo) await addPhoto(event, id, data);
    await changeCoalition(client, id, form.act, form.input(data));
    return form.result;
  };
}

async function addPhoto(event: RequestEvent, id: string, form: FormData): Promise<void> {
  const group = await readCoalition(event.locals.client, id);
  if (!group) throw new RefusalError({ status: 404, code: 'coalition_unknown', field: null });
  await keepPhoto(event, group.ideaId, form);
}

const acts = {
  leave: act({ act: 'leave', input: nothing, result: { done: 'left' } }),
  wake: act({ act: 'wake', input: nothing, result: { done: 'woken' } }),
  takeLead: act({ act: 'take_lead', input: nothing, result: { done: 'lead' } }),
  handOver: act({
    act: 'hand_over',
    input: (form) => ({ memberId: text(form, 'memberId') }),
    result: { done: 'handed_over' }
  }),
  addNeed: act({
    act: 'add_need',
    input: (form) => ({ kind: text(form, 'kind') as 'other', words: textIn(form, 'words') }),
    result: { done: 'need', at: 'needs' }
  }),
  coverNeed: act({
    act: 'cover_need',
    input: (form) => ({ needId: text(form, 'needId'), coveredBy: textIn(form, 'coveredBy') }),
    result: { done: 'need', at: 'needs' }
  }),
  promise: act({
    act: 'promise',
    input: (form) => ({ id: idOf(form), what: text(form, 'what'), due: text(form, 'due') }),
    result: { done: 'promise', at: 'promises' }
  }),
  keepPromise: act({
    act: 'keep_promise',
    input: (form) => ({ commitmentId: text(form, 'commitmentId') }),
    result: { done: 'kept', at: 'promises' }
  }),
  dropPromise: act({
    act: 'drop_promise',
    input: (form) => ({ commitmentId: text(form, 'commitmentId') }),
    result: { done: 'dropped', at: 'promises' }
  }),
  update: act({
    act: 'update',
    input: (form) => ({ id: idOf(form), body: text(form, 'body'), uploadId: textIn(form, 'uploadId') }),
    photo: true,
    result: { done: 'update', at: 'news' }
  }),
  realise: act({
    act: 'realise',
    input: (form) => ({ on: text(form, 'on'), ...evidence(form) }),
    photo: true,
    result: { done: 'realised' }
  }),
  keepGoing: act({
    act: 'keep_going',
    input: (form) => ({ lookedAfterBy: text(form, 'lookedAfterBy') }),
    result: { done: 'keeps' }
  }),
  checkIn: act({
    act: 'answer_check_in',
    input: (form) => ({ answer: text(form, 'answer') as 'going', words: textIn(form, 'words') }),
    result: { done: 'check_in' }
  }),
  rest: act({ act: 'rest', input: reason, result: { done: 'rest' } }),
  complete: act({ act: 'complete', input: reason, result: { done: 'end' } }),
  dissolve: act({ act: 'dissolve', input: reason, result: { done: 'end' } })
};

export type GroupForm = keyof typeof acts;

/** Runs one of the forms of a group's page; only people whom the group knows can send them. */
export function submitGroupForm(event: RequestEvent, id: string, name: GroupForm): ReturnType<typeof submit> {
  return submit(event, (form) => acts[name](event, id, form), { newcomers: false });
}
