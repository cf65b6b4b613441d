import { error } from '@sveltejs/kit';
import { m } from '#messages';
import { readIdea, readMyPart } from '#lib/data/idea.ts';
import { summaryContext } from '#lib/domain/neighbourhood/context.ts';
import { summaryOf, type IdeaSummary } from '#lib/domain/idea/summary.ts';
import type { IdeaPage, MyPart } from '#lib/domain/idea/types.ts';
import { wijkView } from './wijk.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * One idea as the person looking may see it, with what they are and did in it.
 * @throws HttpError 404 when there is none for them in this wijk
 */
export async function ideaPage(
  locals: App.Locals,
  wijk: string,
  id: string
): Promise<{ idea: IdeaPage; summary: IdeaSummary; mine: MyPart | null }> {
  const { names } = await wijkView(locals, wijk);
  const idea = uuid.test(id) ? await readIdea(locals.client, id) : null;
  if (!idea || idea.wijk !== wijk) error(404, m.app_error_not_found());
  const mine = locals.participantId ? await readMyPart(locals.client, id) : null;
  return { idea, summary: summaryOf(idea, summaryContext(names)), mine };
}
