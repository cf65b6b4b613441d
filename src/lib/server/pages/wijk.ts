import { error } from '@sveltejs/kit';
import { m } from '#messages';
import { viewOf, type NeighbourhoodView } from '#lib/domain/neighbourhood/view.ts';

/**
 * The neighbourhood of an address as a visitor sees it.
 * @throws HttpError 404 in plain words when there is none
 */
export async function wijkView(locals: App.Locals, slug: string): Promise<NeighbourhoodView> {
  const snapshot = await locals.services.snapshots.of(slug);
  if (!snapshot) error(404, m.app_error_wijk_unknown());
  return viewOf(snapshot);
}
