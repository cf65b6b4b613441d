import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { generateDatabaseTypes } from '../../scripts/database-types.ts';
import { openEmbeddedDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openEmbeddedDatabase();
});
afterAll(() => database.close());

it('database.types.ts is what the catalogue says: run "npm run db:types" when this fails', async () => {
  const fresh = await generateDatabaseTypes({
    run: async (sql) => void (await database.sql(sql)),
    query: (sql, parameters) => database.sql(sql, parameters)
  });
  expect(readFileSync('src/lib/data/database.types.ts', 'utf8')).toBe(fresh);
});
