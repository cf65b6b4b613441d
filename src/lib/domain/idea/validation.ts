import * as v from 'valibot';
import {
  id,
  language,
  optionalId,
  optionalText,
  requiredDay,
  requiredId,
  requiredText,
  slug
} from '#lib/domain/refusal/fields.ts';
import { location } from './location.ts';
import { needKinds } from './types.ts';

/** How long texts may be, in characters; the database holds the same. */
export const ideaLimits = {
  title: 120,
  description: 2000,
  name: 40,
  canDo: 500,
  needWords: 200,
  needs: 12,
  comment: 1000,
  reason: 500
} as const;

const need = v.union(
  [
    v.pipe(
      v.picklist(needKinds),
      v.transform((kind) => ({ kind, words: null }))
    ),
    v.object({ kind: v.picklist(needKinds), words: optionalText(ideaLimits.needWords) })
  ],
  'need_unknown'
);

const title = requiredText(ideaLimits.title, 'title_missing');
const size = v.picklist(['small', 'lasting'], 'size_unknown');
const theme = v.nullable(v.string('theme_unknown'));

/** A new idea; the place is optional, and so is everything but the wijk and the title. */
export const newIdea = v.object(
  {
    id: v.optional(id),
    wijk: v.pipe(
      v.nullish(v.string('neighbourhood_unknown'), ''),
      v.check((text) => text !== '', 'wijk_missing'),
      slug
    ),
    kind: v.optional(v.picklist(['wish', 'report', 'question'], 'kind_unknown'), 'wish'),
    title,
    description: optionalText(ideaLimits.description),
    language: v.optional(language, 'nl'),
    theme: v.optional(theme, null),
    size: v.optional(size, 'lasting'),
    placeNeeded: v.optional(v.boolean('choice_malformed'), true),
    placeId: optionalId,
    location: v.optional(location, null),
    name: optionalText(ideaLimits.name),
    canDo: optionalText(ideaLimits.canDo),
    needs: v.optional(v.pipe(v.array(need, 'need_unknown'), v.maxLength(ideaLimits.needs, 'too_many')), [])
  },
  'input_malformed'
);
export type NewIdea = v.InferInput<typeof newIdea>;

/** What an author may change; a key that is not there stays as it was. With `version`: refused when somebody was first. */
export const ideaChanges = v.object(
  {
    version: v.optional(v.pipe(v.number('version_malformed'), v.integer('version_malformed'))),
    title: v.optional(title),
    description: v.optional(optionalText(ideaLimits.description)),
    name: v.optional(optionalText(ideaLimits.name)),
    canDo: v.optional(optionalText(ideaLimits.canDo)),
    theme: v.optional(theme),
    size: v.optional(size),
    placeNeeded: v.optional(v.boolean('choice_malformed')),
    location: v.optional(location)
  },
  'input_malformed'
);
export type IdeaChanges = v.InferInput<typeof ideaChanges>;

/** How much somebody will do. */
export const support = v.object(
  { degree: v.optional(v.picklist(['want', 'make', 'help', 'come', 'say'], 'degree_unknown'), 'want') },
  'input_malformed'
);
export type Support = v.InferInput<typeof support>;

export const newComment = v.object(
  {
    id: v.optional(id),
    body: requiredText(ideaLimits.comment, 'body_missing'),
    name: optionalText(ideaLimits.name),
    language: v.optional(language, 'nl')
  },
  'input_malformed'
);
export type NewComment = v.InferInput<typeof newComment>;

/** How somebody wants to hear what happens with an idea. */
export const follow = v.object(
  { channel: v.picklist(['self', 'call', 'card', 'mail', 'none'], 'channel_unknown') },
  'input_malformed'
);
export type Follow = v.InferInput<typeof follow>;

/** "I have that": the name is shown when it is given. */
export const needCover = v.object({ name: optionalText(ideaLimits.name) }, 'input_malformed');
export type NeedCover = v.InferInput<typeof needCover>;

const nothing = v.object({}, 'input_malformed');

/** What a facilitator does with an idea, and what each act needs. `decline` is for the organisation that says it too. */
export const ideaActs = {
  read: nothing,
  hide: v.object({ reason: requiredText(1000, 'reason_missing', 3) }, 'input_malformed'),
  show: nothing,
  relay: nothing,
  pass_on: v.object(
    {
      organisationId: requiredId('organisation_missing'),
      number: optionalText(40),
      reason: optionalText(1000)
    },
    'input_malformed'
  ),
  decline: v.object(
    {
      organisationId: requiredId('organisation_missing'),
      reason: requiredText(1000, 'reason_missing'),
      calledFirst: v.optional(v.boolean('choice_malformed'), false)
    },
    'input_malformed'
  ),
  plan: v.object(
    {
      what: requiredText(300, 'what_missing'),
      who: requiredText(80, 'who_missing'),
      due: requiredDay('due_missing')
    },
    'input_malformed'
  )
} as const;
export type IdeaAct = keyof typeof ideaActs;
export type IdeaActInput<Act extends IdeaAct> = v.InferInput<(typeof ideaActs)[Act]>;

/** A photo as it comes with a form: what is on it, and whether people on it agreed (null: nobody is on it). */
export const photoWords = v.object(
  {
    id: v.optional(id),
    description: optionalText(300),
    peopleAgreed: v.optional(v.nullable(v.boolean('choice_malformed')), null)
  },
  'input_malformed'
);
export type PhotoWords = v.InferInput<typeof photoWords>;
