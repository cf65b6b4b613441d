import type { Geometry } from 'geojson';
import type { ClaimSize } from '#lib/domain/claim/types.ts';
import type { Ground } from '#lib/domain/place/where.ts';
import type { IdeaKind, IdeaState } from './types.ts';

/** An idea as its author gets it back after making or changing it. */
export interface StoredIdea {
  id: string;
  wijk: string;
  kind: IdeaKind;
  title: string;
  description: string;
  language: string;
  theme: string | null;
  size: ClaimSize;
  placeNeeded: boolean;
  placeId: string | null;
  state: IdeaState;
  location: Geometry | null;
  street: string | null;
  ground: Ground | null;
  /** A pin on a home was put on the street. */
  movedToStreet: boolean;
  name: string | null;
  /** Day before which the facilitator reads it, YYYY-MM-DD. */
  readBefore: string | null;
  supportCount: number;
  version: number;
  createdAt: string;
  /** Only in the answer to a new idea. */
  followCode?: string | null;
}

/** What a follow code gives: public status and nothing else. */
export interface FollowStatus {
  wijk: string;
  ideaId: string;
  title: string;
  state: IdeaState;
}

/** An idea that may be the same wish; metres is null when one of both has no place. */
export interface SimilarIdea {
  id: string;
  title: string;
  description: string;
  street: string | null;
  metres: number | null;
}
