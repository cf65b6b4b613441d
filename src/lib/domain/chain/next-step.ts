import type { IdeaFacts } from '#lib/domain/idea/types.ts';
import type { PlaceFacts } from '#lib/domain/place/types.ts';

/** Names the words of a next step need; null where nobody is known yet. */
export interface NextStepContext {
  /** The droommakelaar's first name. */
  facilitator: string;
  /** The steward of a place by the place's id. */
  stewardOf: (placeId: string) => PlaceFacts['steward'];
}

/**
 * What happens next with an idea: by whom, before when (`YYYY-MM-DD` or ISO 8601). `key` names the sentence in the
 * message catalogue (`story_next_<key>`); `words` is what a person wrote and then it is the sentence.
 */
export interface NextStep {
  key:
    | 'written'
    | 'promise'
    | 'read'
    | 'find_group'
    | 'ask_place'
    | 'grow_group'
    | 'owner_answers'
    | 'owner_silent'
    | 'owner_asks'
    | 'make_agreement'
    | 'start'
    | 'realise'
    | 'keep_going'
    | 'check_in'
    | 'wake'
    | 'take_over'
    | 'passed_on'
    | 'declined'
    | 'done'
    | 'resting_place';
  words: string | null;
  who: string | null;
  due: string | null;
}

const step = (key: NextStep['key'], who: string | null = null, due: string | null = null): NextStep => ({
  key,
  words: null,
  who,
  due
});

/**
 * The next step of an idea. What a person wrote comes first, then the nearest promise, then what follows from the
 * facts; every idea that is under way has one, with an owner (DESIGN §3).
 */
export function nextStepOf(idea: IdeaFacts, context: NextStepContext): NextStep {
  if (idea.state === 'withdrawn') return step('take_over');
  if (idea.state === 'declined') return step('declined', idea.answer?.organisation ?? null);
  if (idea.nextStep) {
    return { key: 'written', words: idea.nextStep.what, who: idea.nextStep.who, due: idea.nextStep.due };
  }
  if (idea.state === 'passed_on') return step('passed_on', idea.answer?.organisation ?? null);
  if (idea.coalition?.state === 'resting') return step('wake');
  if (idea.coalition?.state === 'completed') return step('done');
  return claimStep(idea, context) ?? promiseStep(idea) ?? factStep(idea, context);
}

function claimStep(idea: IdeaFacts, context: NextStepContext): NextStep | null {
  const claim =
    idea.claims.find((one) => one.state === 'requested' || one.state === 'in_talks') ??
    idea.claims.find(
      (one) => one.state !== 'refused' && one.state !== 'withdrawn' && one.state !== 'released'
    );
  if (!claim) return null;
  const steward = context.stewardOf(claim.placeId)?.name ?? null;
  switch (claim.state) {
    case 'requested':
      if (claim.silent) return step('owner_silent', context.facilitator);
      if (claim.asksWhom) return step('owner_asks', steward, claim.asksBefore);
      return step('owner_answers', steward, claim.answerBy);
    case 'in_talks':
      return step('make_agreement', steward);
    case 'granted':
      return promiseStep(idea) ?? step('start');
    case 'in_progress':
      return promiseStep(idea) ?? step('realise');
    case 'realised':
      return step('keep_going');
    case 'in_stewardship':
      return step('check_in', null, claim.nextCheckIn);
    case 'resting':
      return step('resting_place', context.facilitator);
    default:
      return null;
  }
}

function promiseStep(idea: IdeaFacts): NextStep | null {
  if (!idea.nextPromise) return null;
  const { what, who, organisation, due } = idea.nextPromise;
  return { key: 'promise', words: what, who: organisation ?? who, due };
}

function factStep(idea: IdeaFacts, context: NextStepContext): NextStep {
  if (idea.state === 'realised') {
    return idea.coalition?.keptGoingSince
      ? step('check_in', null, idea.coalition.nextCheckIn)
      : step('keep_going');
  }
  if (!idea.coalition || idea.coalition.state === 'dissolved') {
    return idea.read
      ? step('find_group', context.facilitator)
      : step('read', context.facilitator, idea.readBefore);
  }
  if (!idea.placeNeeded) return step('realise');
  return idea.coalition.memberCount < 2 ? step('grow_group') : step('ask_place');
}
