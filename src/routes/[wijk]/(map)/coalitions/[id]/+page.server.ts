import { coalitionPage, submitGroupForm, type GroupForm } from '#lib/server/pages/coalition.ts';
import { doneIn } from '#lib/server/pages/form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await coalitionPage(locals, params.wijk, params.id);
  const dropped = page.idea.promises.find(
    (promise) => promise.dropped && promise.id === url.searchParams.get('take')
  );
  return {
    ...page,
    done: doneIn(url),
    take: dropped ? { what: dropped.what, due: dropped.due } : null,
    newId: crypto.randomUUID()
  };
};

const form = (name: GroupForm) => (event: RequestEvent) => submitGroupForm(event, event.params.id, name);

export const actions: Actions = {
  leave: form('leave'),
  wake: form('wake'),
  takeLead: form('takeLead'),
  handOver: form('handOver'),
  addNeed: form('addNeed'),
  coverNeed: form('coverNeed'),
  promise: form('promise'),
  keepPromise: form('keepPromise'),
  dropPromise: form('dropPromise'),
  update: form('update'),
  realise: form('realise'),
  keepGoing: form('keepGoing'),
  checkIn: form('checkIn'),
  rest: form('rest'),
  complete: form('complete'),
  dissolve: form('dissolve')
};
