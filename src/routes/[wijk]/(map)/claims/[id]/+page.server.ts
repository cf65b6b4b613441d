import { confirmAgreement, transitionClaim } from '#lib/data/claim.ts';
import { claimStep, type ClaimStep } from '#lib/domain/claim/validation.ts';
import { checkInput } from '#lib/domain/refusal/check-input.ts';
import { RefusalError } from '#lib/domain/refusal/refusal.ts';
import { answerStep, previewOf } from '#lib/server/pages/claim-answer.ts';
import { claimPage } from '#lib/server/pages/claim.ts';
import { doneIn, failWith, submit, textIn, typedAnswer } from '#lib/server/pages/form.ts';
import { keepPhoto } from '#lib/server/pages/photo.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await claimPage(locals, params.wijk, params.id);
  const { snapshot } = await wijkView(locals, params.wijk);
  return {
    ...page,
    // Only who may answer "not here, but there" needs the list, and who was signed out while they did.
    places:
      page.answers.includes('elsewhere') ||
      url.searchParams.has('/preview') ||
      url.searchParams.has('/answer')
        ? snapshot.places.filter(({ id }) => id !== page.claim.place.id).map(({ id, name }) => ({ id, name }))
        : [],
    done: doneIn(url),
    key: crypto.randomUUID()
  };
};

async function stepOf(event: RequestEvent, form: FormData) {
  if (!event.locals.participantId) throw new RefusalError({ status: 401, code: 'session_over', field: null });
  const page = await claimPage(event.locals, event.params.wijk, event.params.id);
  return answerStep(form, { ...page, isSmall: page.claim.size === 'small' });
}

/** The step of a plain move; a photo goes along where one may be evidence. */
async function moveOf(event: RequestEvent, form: FormData): Promise<ClaimStep> {
  const step: ClaimStep = {
    to: textIn(form, 'to'),
    reason: textIn(form, 'reason'),
    onBehalfOf: textIn(form, 'onBehalfOf'),
    on: textIn(form, 'on'),
    body: textIn(form, 'body'),
    lookedAfterBy: textIn(form, 'lookedAfterBy'),
    called: form.get('called') === 'yes'
  };
  checkInput(claimStep, step);
  const { idea, moves } = await claimPage(event.locals, event.params.wijk, event.params.id);
  const move = moves.find(({ to }) => to === step.to);
  if (move?.requires.includes('reason') && !step.reason)
    throw new RefusalError({ status: 422, code: 'reason_missing', field: 'reason' });
  if (move?.onBehalf && !step.onBehalfOf)
    throw new RefusalError({ status: 422, code: 'who_missing', field: 'onBehalfOf' });
  const takesPhoto = move?.requires.some((one) => one === 'photo' || one === 'evidence');
  return takesPhoto ? { ...step, uploadId: await keepPhoto(event, idea.id, form) } : step;
}

export const actions: Actions = {
  /** Shows the answer as the group will read it; nothing is written yet. */
  preview: async (event) => {
    const form = await event.request.formData();
    try {
      const { answer, step } = await stepOf(event, form);
      return { ...typedAnswer(event, form), preview: previewOf(answer, step, form) };
    } catch (refused) {
      if (!(refused instanceof RefusalError)) throw refused;
      return failWith(event, form, refused);
    }
  },
  /** Back to the form, with everything in it. */
  change: async (event) => typedAnswer(event, await event.request.formData()),
  answer: (event) =>
    submit(
      event,
      async (form) => {
        const { step } = await stepOf(event, form);
        await transitionClaim(event.locals.client, event.params.id, step, textIn(form, 'key'));
        return { done: 'answered' };
      },
      { newcomers: false }
    ),
  move: (event) =>
    submit(
      event,
      async (form) => {
        const step = await moveOf(event, form);
        await transitionClaim(event.locals.client, event.params.id, step, textIn(form, 'key'));
        return { done: step.to === 'withdrawn' ? 'withdrawn' : 'moved' };
      },
      { newcomers: false }
    ),
  confirm: (event) =>
    submit(
      event,
      async (form) => {
        const side = textIn(form, 'side') === 'steward' ? 'steward' : 'coalition';
        const onPaper = form.get('onPaper') === 'yes';
        await confirmAgreement(event.locals.client, textIn(form, 'agreementId') ?? '', { side, onPaper });
        return { done: 'confirmed', at: 'agreement' };
      },
      { newcomers: false }
    )
};
