// Writes rows through the client, one after the other, and says the number of each that was acknowledged; its test
// kills it in the middle.
import { randomUUID } from 'node:crypto';
import { openPlain } from './plain-embedded.ts';

const [dataFolder = ''] = process.argv.slice(2);
const { database } = await openPlain({ dataFolder, migrations: 'tests/fixtures/migrations/identities' });
const writer = database.client(await database.mintToken(randomUUID()));
for (let number = 1; ; number++) {
  const { error } = await writer.from('belongings' as never).insert({ number } as never);
  if (error) throw new Error(error.message);
  process.stdout.write(`${number}\n`);
}
