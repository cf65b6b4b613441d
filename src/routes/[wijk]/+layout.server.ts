import { readRoles } from '#lib/data/participant.ts';
import { wijkView } from '#lib/server/pages/wijk.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ locals, params }) => {
  const { snapshot, names } = await wijkView(locals, params.wijk);
  const { slug, name, kind, contact } = snapshot.neighbourhood;
  const roles =
    locals.account && locals.participantId
      ? await readRoles(locals.client, locals.participantId, snapshot.neighbourhood.id)
      : [];
  return {
    wijk: { slug, name, kind },
    contact,
    names,
    themes: snapshot.themes,
    roles,
    administrator: roles.includes('administrator'),
    facilitator: roles.includes('facilitator')
  };
};
