import { rmSync } from 'node:fs';
import { startProcess, type RunningProcess } from './processes.ts';
import { copyTemplate, testSecret, type TemplateKind } from './template.ts';

export interface StartAppOptions {
  /** Which database it begins with: `demo` holds the demo story. */
  template?: Exclude<TemplateKind, 'bare'>;
  /** A data folder of the test's own, which the test removes. */
  dataFolder?: string;
  /** Added to the environment, or left out of it when undefined. */
  environment?: Record<string, string | undefined>;
}

export interface RunningApp {
  /** `http://localhost:PORT` without a slash at the end. */
  readonly address: string;
  readonly dataFolder: string | null;
  readonly process: RunningProcess;
  /** Sends SIGTERM and waits for the end; removes the data folder that was made for it. */
  stop(): Promise<number | null>;
  /** Kills it as a power cut would (-9); the data folder stays. */
  kill(): Promise<void>;
}

/** The environment of the app under test: nothing of the tester's own, except where programs and temporary files are. */
export function appEnvironment(more: Record<string, string | undefined>): Record<string, string> {
  const { PATH, HOME, TMPDIR } = process.env;
  const all = { PATH, HOME, TMPDIR, PORT: '0', ...more };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  );
}

/**
 * Starts the built app (`build/` as it is) on a free port with a database of its own, and waits until it answers.
 * @throws Error with everything it said when it does not start
 */
export async function startApp(options: StartAppOptions = {}): Promise<RunningApp> {
  const { environment = {} } = options;
  const isEmbedded = !environment.DATABASE_URL && !environment.SUPABASE_URL;
  const made = isEmbedded && !options.dataFolder ? await copyTemplate(options.template ?? 'demo') : null;
  const dataFolder = options.dataFolder ?? made;
  const app = startProcess('node_modules/.bin/node', ['scripts/serve.ts'], {
    env: appEnvironment({
      SAMENSPEL_SECRET: testSecret,
      ...(dataFolder ? { SAMENSPEL_DATA: dataFolder, SAMENSPEL_DEMO: '1' } : {}),
      ...environment
    })
  });
  const ready = await app.waitFor(/is ready after [\d.]+ s: (http:\/\/\S+)/);
  return {
    address: ready[1] ?? '',
    dataFolder,
    process: app,
    stop: async () => {
      app.child.kill('SIGTERM');
      const code = await app.ended;
      if (made) rmSync(made, { recursive: true, force: true });
      return code;
    },
    kill: async () => {
      app.child.kill('SIGKILL');
      await app.ended;
    }
  };
}
