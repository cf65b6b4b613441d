// What the databases can do by themselves: one small row after another, each in a transaction of its own.
// In a process of its own, as the app has one: node scripts/bench/bare-inserts.ts <database> <connections> <seconds>
import { randomUUID } from 'node:crypto';
import { PGlite } from '@electric-sql/pglite';
import postgres from 'postgres';
import { loadOf } from './load.ts';

const table =
  'create table bench_inserts (id uuid primary key, title text not null, at timestamptz default now())';
const insert = 'insert into bench_inserts (id, title) values ($1, $2)';

/** @param database a `postgres://` address, or an empty folder for PGlite */
async function open(
  database: string
): Promise<{ run(id: string): Promise<unknown>; close(): Promise<void> }> {
  if (database.startsWith('postgres://')) {
    const sql = postgres(database, { max: connections, onnotice() {} });
    await sql.unsafe(table);
    return { run: (id) => sql.unsafe(insert, [id, 'Een bankje'], { prepare: true }), close: () => sql.end() };
  }
  const pglite = await PGlite.create(database);
  await pglite.exec(table);
  return { run: (id) => pglite.query(insert, [id, 'Een bankje']), close: () => pglite.close() };
}

const [database = '', connections, seconds] = process.argv
  .slice(2)
  .map((parameter, index) => (index === 0 ? parameter : Number(parameter))) as [string, number, number];
const { run, close } = await open(database);
const load = await loadOf(connections, seconds, async () => () => run(randomUUID()));
await close();
console.log(JSON.stringify(load));
