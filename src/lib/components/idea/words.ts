import { m } from '#messages';
import { formatDay } from '#lib/components/shared/format.ts';
import type { NextStep } from '#lib/domain/chain/next-step.ts';
import type { StepName } from '#lib/domain/chain/pearl.ts';
import type { IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { NeedKind } from '#lib/domain/idea/types.ts';

const stageWords: Record<StepName, () => string> = {
  idea: m.story_stage_idea,
  group: m.story_stage_group,
  place_asked: m.story_stage_place_asked,
  agreements: m.story_stage_agreements,
  realised: m.story_stage_realised,
  kept_going: m.story_stage_kept_going
};

const stepWords: Record<StepName, () => string> = {
  idea: m.story_step_idea,
  group: m.story_step_group,
  place_asked: m.story_step_place_asked,
  agreements: m.story_step_agreements,
  realised: m.story_step_realised,
  kept_going: m.story_step_kept_going
};

const needWords: Record<NeedKind, () => string> = {
  hands: m.idea_need_hands,
  skill: m.idea_need_skill,
  tools: m.idea_need_tools,
  partner: m.idea_need_partner,
  place: m.idea_need_place,
  permission: m.idea_need_permission,
  key: m.idea_need_key,
  money: m.idea_need_money,
  insurance: m.idea_need_insurance,
  other: m.idea_need_other
};

/** The word of a step, small, as under the line of six. */
export function stepWord(step: StepName): string {
  return stepWords[step]();
}

/** How far, as a title. */
export function stageWord(step: StepName): string {
  return stageWords[step]();
}

export function needWord(kind: NeedKind): string {
  return needWords[kind]();
}

/** How an idea stands, in one or two words. */
export function statusWord(
  idea: Pick<IdeaSummary, 'state' | 'kind' | 'groupState' | 'stage' | 'answered' | 'silent'>
): string {
  if (idea.state === 'passed_on') return m.story_state_passed_on();
  if (idea.state === 'declined') return m.story_state_declined();
  if (idea.state === 'withdrawn') return m.story_state_withdrawn();
  if (idea.kind === 'question') return idea.answered ? m.story_state_answered() : m.story_state_question();
  if (idea.kind === 'report') return m.story_state_report();
  if (idea.groupState === 'resting') return m.story_state_resting();
  if (idea.silent) return m.story_state_silent();
  if (idea.state === 'realised' && idea.groupState === 'completed') return m.story_state_completed();
  return stageWord(idea.stage);
}

/** The next step as a sentence: who does what, before when. `own` is for its author: "reads your idea". */
export function nextStepWords(next: NextStep, own = false): string {
  return withDate(sentenceOf(next, own), next);
}

/** The same without its date, for places where the date stands apart. */
export function sentenceOf(next: NextStep, own = false): string {
  const who = next.who ?? m.story_somebody();
  switch (next.key) {
    case 'written':
    case 'promise':
      return m.story_next_by({ who, what: next.words ?? '' });
    case 'read':
      return own ? m.story_next_read({ who }) : m.story_next_read_public({ who });
    case 'find_group':
      return m.story_next_find_group({ who });
    case 'grow_group':
      return m.story_next_grow_group();
    case 'ask_place':
      return m.story_next_ask_place();
    case 'owner_answers':
      return next.who ? m.story_next_owner_answers({ who }) : m.story_next_owner_answers_unknown();
    case 'owner_silent':
      return m.story_next_owner_silent({ who });
    case 'owner_asks':
      return m.story_next_owner_asks({ who });
    case 'make_agreement':
      return next.who ? m.story_next_make_agreement({ who }) : m.story_next_make_agreement_unknown();
    case 'start':
      return m.story_next_start();
    case 'realise':
      return m.story_next_realise();
    case 'keep_going':
      return m.story_next_keep_going();
    case 'check_in':
      return m.story_next_check_in();
    case 'wake':
      return m.story_next_wake();
    case 'take_over':
      return m.story_next_take_over();
    case 'passed_on':
      return m.story_next_passed_on({ who });
    case 'declined':
      return m.story_next_declined({ who });
    case 'done':
      return m.story_next_done();
    case 'resting_place':
      return m.story_next_resting_place({ who });
  }
}

function withDate(sentence: string, next: NextStep): string {
  return next.due ? m.story_next_before({ what: sentence, date: formatDay(next.due) }) : sentence;
}
