import { encodeRing, ringOf, stageOf } from '#lib/domain/chain/ring.ts';
import { nextStepOf, type NextStep, type NextStepContext } from '#lib/domain/chain/next-step.ts';
import type { StepName } from '#lib/domain/chain/pearl.ts';
import type { IdeaFacts, IdeaKind, IdeaState, CoalitionState, NeedKind } from './types.ts';
import type { Ground } from '#lib/domain/place/where.ts';

/** What a card in a list says of an idea, without words: the reader's language comes later. */
export interface IdeaSummary {
  id: string;
  kind: IdeaKind;
  title: string;
  theme: string | null;
  icon: string;
  /** The ring as encodeRing gives it. */
  ring: string;
  stage: StepName;
  state: IdeaState;
  groupState: CoalitionState | null;
  /** A question that somebody answered in public. */
  answered: boolean;
  /** An owner did not answer in time. */
  silent: boolean;
  supportCount: number;
  hasPlace: boolean;
  street: string | null;
  ground: Ground | null;
  openNeeds: NeedKind[];
  next: NextStep;
  createdAt: string;
  changedAt: string;
  realisedOn: string | null;
  photo: string | null;
}

export interface SummaryContext extends NextStepContext {
  /** Icon key of a theme by its key. */
  iconOf: (theme: string | null) => string;
}

/** The summary of an idea for lists and cards. */
export function summaryOf(idea: IdeaFacts, context: SummaryContext): IdeaSummary {
  const ring = ringOf(idea);
  return {
    id: idea.id,
    kind: idea.kind,
    title: idea.title,
    theme: idea.theme,
    icon: context.iconOf(idea.theme),
    ring: encodeRing(ring),
    stage: stageOf(ring),
    state: idea.state,
    groupState: idea.coalition?.state ?? null,
    answered: idea.answered,
    silent: idea.claims.some((claim) => claim.state === 'requested' && claim.silent),
    supportCount: idea.supportCount,
    hasPlace: idea.lon !== null,
    street: idea.street,
    ground: idea.ground,
    openNeeds: idea.openNeeds,
    next: nextStepOf(idea, context),
    createdAt: idea.createdAt,
    changedAt: idea.changedAt,
    realisedOn: idea.realisedOn,
    photo: idea.photo
  };
}
