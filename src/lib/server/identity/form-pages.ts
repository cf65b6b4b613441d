/**
 * Pages that exist to write something down, where most people write their first word. Only these give a visitor a
 * cookie: who just reads gets none.
 */
const formPages = new Set<string | null>([
  '/[wijk]/(map)/help',
  '/[wijk]/(map)/ideas/[id]/join',
  '/[wijk]/(map)/ideas/new',
  '/[wijk]/(map)/message'
]);

/** Whether a request opens a form that a visitor may send. */
export function opensForm(method: string, route: string | null): boolean {
  return method === 'GET' && formPages.has(route);
}
