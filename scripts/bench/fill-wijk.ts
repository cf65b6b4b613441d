// Puts ideas into the demo wijk of a data folder, by SQL: node scripts/bench/fill-wijk.ts <folder> <count>
// In a process of its own, because a PGlite keeps its memory until the end.
import { resolve } from 'node:path';
import { openEmbedded } from '../../src/lib/server/backends/embedded.ts';
import { readMigrations } from '../../src/lib/server/backends/migration-files.ts';
import { testSecret } from '../../tests/support/template.ts';

const [folder = '', count = '0'] = process.argv.slice(2);
const database = await openEmbedded({
  dataFolder: resolve(folder),
  secret: testSecret,
  migrations: readMigrations('supabase/migrations'),
  seeds: [],
  progress: () => undefined,
  sendMail: async () => undefined
});
// Looking up the street of each and logging each would take longer than all the rest, and changes no pin.
await database.owner.query('alter table public.ideas disable trigger user');
await database.owner.query(
  `insert into public.ideas (id, neighbourhood_id, title, theme_id, location, state, street, ground, created_at)
   select gen_random_uuid(), n.id, 'Idee ' || spot.path[1],
     (select t.id from public.themes t where t.neighbourhood_id = n.id order by t.position, t.key offset spot.path[1] % 4 limit 1),
     spot.geom, case spot.path[1] % 3 when 0 then 'taken_up' else 'open' end, 'Kerklaan', 'road',
     now() - spot.path[1] * interval '1 minute'
   from public.neighbourhoods n,
     lateral extensions.st_dump(extensions.st_generatepoints(n.border, $1::int, 20261122)) spot
   where n.slug = 'otterlo'`,
  [count]
);
await database.owner.query('alter table public.ideas enable trigger user');
await database.close();
