import { join } from 'node:path';
import type { Environment } from './environment.ts';
import { readMigrations, readSeeds } from './migration-files.ts';
import type { Backend, Progress, SendMail } from './types.ts';

export interface OpenOptions {
  environment: Environment;
  /** Folder with config.toml and migrations/; `supabase` of the project unless a test has another. */
  supabaseFolder: string;
  sendMail: SendMail;
  progress: Progress;
}

/** A backend and the secret of the installation, from which every other key is derived. */
export interface OpenedBackend {
  backend: Backend;
  secret: string;
}

/**
 * Opens the backend that the environment asks for. The code of the others is not loaded: PGlite alone is 60 MB.
 * @throws StartError with one sentence for the terminal
 */
export async function openBackend(options: OpenOptions): Promise<OpenedBackend> {
  const { environment, supabaseFolder, sendMail, progress } = options;
  if (environment.kind === 'supabase') {
    const { openSupabase } = await import('./supabase.ts');
    return { backend: await openSupabase({ ...environment, progress }), secret: environment.secret };
  }
  const migrations = readMigrations(join(supabaseFolder, 'migrations'));
  if (environment.kind === 'postgres') {
    const { openPostgres } = await import('./postgres.ts');
    const backend = await openPostgres({ ...environment, migrations, seeds: [], sendMail, progress });
    return { backend, secret: environment.secret };
  }
  const { openEmbedded } = await import('./embedded.ts');
  const seeds = environment.isDemo ? readSeeds(join(supabaseFolder, 'config.toml')) : [];
  const backend = await openEmbedded({ ...environment, migrations, seeds, sendMail, progress });
  return { backend, secret: backend.secret };
}
