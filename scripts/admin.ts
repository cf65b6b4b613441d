// npm run admin -- name@example.org: prints a link that makes somebody administrator, once and within an hour. It is
// signed with the installation's secret, so it works while the server runs, on every backend, without the database.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readEnvironment, type Environment } from '../src/lib/server/backends/environment.ts';
import { readOrMakeSecret } from '../src/lib/server/backends/secret.ts';
import { reasonOf, StartError } from '../src/lib/server/backends/start-error.ts';
import {
  administratorMinutes,
  makeAdministratorToken
} from '../src/lib/server/identity/administrator-link.ts';
import { readEmail } from '../src/lib/server/identity/email.ts';

function secretOf(environment: Environment): string {
  if (environment.secret) return environment.secret;
  if (environment.kind !== 'embedded') throw new StartError('SAMENSPEL_SECRET is not set.');
  if (!existsSync(join(environment.dataFolder, 'secret')))
    throw new StartError(
      `There is no installation in ${environment.dataFolder} yet: start it once with "npm start", or name its folder with SAMENSPEL_DATA.`
    );
  return readOrMakeSecret(environment.dataFolder);
}

/**
 * The link for an address.
 * @throws StartError with one sentence for the terminal
 */
export function administratorLink(
  address: string | undefined,
  variables: Record<string, string | undefined>,
  now: number
): string {
  const email = readEmail(address);
  if (!email) throw new StartError('Say whose link it is: npm run admin -- name@example.org');
  const origin =
    variables.ORIGIN?.trim().replace(/\/+$/, '') || `http://localhost:${variables.PORT?.trim() || '3000'}`;
  const token = makeAdministratorToken(email, secretOf(readEnvironment(variables)), now);
  return `${origin}/sign-in/administrator?token=${token}`;
}

if (import.meta.main) {
  try {
    const link = administratorLink(process.argv[2], process.env, Date.now());
    console.log(
      `Open this link while Samenspel runs, and press its button. It works once, within ${administratorMinutes} minutes:\n\n${link}\n`
    );
  } catch (error) {
    console.error(reasonOf(error));
    process.exitCode = 1;
  }
}
