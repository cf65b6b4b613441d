import { beforeAll, describe, expect, it } from 'vitest';
import { people, settleVillage, spots, village } from '../fixtures/village.ts';
import { describeOnEachBackend } from '../support/database.ts';
import { as, asVisitor } from './acting.ts';

describeOnEachBackend('smoke', (database) => {
  beforeAll(() => settleVillage(database()));
  it('creates', async () => {
    const riet = await as(database(), 'riet');
    const idea = await riet.does('create_idea', {
      request: { wijk: 'linde', title: 'Bank', location: { type: 'Point', coordinates: spots.home } },
      idempotency_key: 'key-12345678'
    });
    console.log(idea);
    console.log(await riet.isRefused('create_idea', { request: { wijk: 'linde', title: '' } }));
    const v = asVisitor(database());
    console.log(await v.isRefused('create_idea', { request: { wijk: 'linde', title: 'x' } }));
    console.log(JSON.stringify(await v.does('map_snapshot', { neighbourhood_slug: 'linde' })).slice(0, 1500));
    console.log(JSON.stringify(await v.does('idea_page', { idea: idea.id })).slice(0, 3500));
    console.log((await v.client.from('changes').select('*')).data);
    expect(people.riet && village.linde).toBeTruthy();
  });
});
describe.skip('x', () => {});
