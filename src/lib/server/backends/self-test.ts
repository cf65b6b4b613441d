import { randomUUID } from 'node:crypto';
import { StartError } from './start-error.ts';
import type { Backend } from './types.ts';

/**
 * Asks for the canary, one protected row, as nobody, as anybody and as the system: only the last may get it. A server
 * on which row-level security does not work must not answer a single request.
 * @throws StartError saying what is wrong
 */
export async function testProtection(backend: Backend): Promise<void> {
  const stranger = backend.client(await backend.mintToken(randomUUID()));
  for (const [name, client] of [
    ['a visitor', backend.client(null)],
    ['a stranger', stranger]
  ] as const) {
    const { data, error } = await client.from('canaries').select('*');
    // Refused (42501) is as good as empty; any other error says nothing about protection.
    if (error && error.code !== '42501')
      throw new StartError(
        `The self-test of the database could not ask for the canary as ${name} (${error.code || error.message}).`
      );
    if (data && data.length > 0)
      throw new StartError(
        `The self-test of the database failed: ${name} can read a protected row, so row-level security does not work.`
      );
  }
  const { data, error } = await backend.system().from('canaries').select('*');
  if (error || data.length === 0)
    throw new StartError(
      `The self-test of the database failed: the system role cannot read its protected row (${error?.code || 'it is missing'}).`
    );
}
