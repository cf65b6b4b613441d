import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEnvironment } from '#lib/server/backends/environment.ts';
import { StartError } from '#lib/server/backends/start-error.ts';
import type { Progress } from '#lib/server/backends/types.ts';
import { closeServices, onProgress } from '#lib/server/service-registry.ts';
import type { BodyLimit } from './body-limit.ts';
import { readHttpConfig, type HttpConfig } from './config.ts';
import { addressHeaders, createAppServer, type Handler } from './server.ts';

/** Of the five seconds within which the process must be gone, the rest is for the database. */
const stopMilliseconds = 3_000;

export interface RunningServer {
  /** For a browser on this machine: `http://localhost:3000`. */
  readonly address: string;
  /** Ends requests, streams and the database. Safe to call twice. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** Folder of the project, with `build` and `supabase` in it. */
  root: string;
  progress: Progress;
  bodyLimits?: readonly BodyLimit[];
}

function listenError(error: NodeJS.ErrnoException, { host, port }: HttpConfig): Error {
  if (error.code === 'EADDRINUSE')
    return new StartError(
      `Port ${port} is already in use: stop what runs there, or choose another with PORT=${port + 1}.`
    );
  if (error.code === 'EACCES')
    return new StartError(`Port ${port} may not be used by this account: choose one above 1023 with PORT.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new StartError(`HOST is ${host}, which is not an address of this machine.`);
  return error;
}

/** Asks before the database is opened, which may take long, whether the port can be had. */
function tryPort(config: HttpConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(listenError(error, config)));
    probe.listen(config.port, config.host, () => probe.close(() => resolve()));
  });
}

async function loadHandler(root: string): Promise<Handler> {
  const path = join(root, 'build', 'handler.js');
  if (!existsSync(path)) throw new StartError('The app is not built: run "npm run build" first.');
  // Read by the adapter when it is loaded. It keeps no limit of its own, because ours has answered before it.
  process.env.ADAPTER_PROTOCOL_HEADER = addressHeaders.protocol;
  process.env.ADAPTER_HOST_HEADER = addressHeaders.host;
  process.env.ADAPTER_ADDRESS_HEADER = addressHeaders.client;
  process.env.ADAPTER_BODY_SIZE_LIMIT = 'Infinity';
  const { handler } = (await import(pathToFileURL(path).href)) as { handler: Handler };
  return handler;
}

/**
 * Starts the built app in this process, in the order that is safe: configuration, port, database, and only then
 * listening.
 * @throws StartError with one sentence for the terminal
 */
export async function startServer({ root, progress, bodyLimits = [] }: StartOptions): Promise<RunningServer> {
  const config = readHttpConfig(process.env, readEnvironment(process.env).isDemo);
  for (const warning of config.warnings) progress(warning);
  await tryPort(config);
  onProgress(progress);
  try {
    const { server, stop } = createAppServer({ handler: await loadHandler(root), config, bodyLimits });
    await new Promise<void>((resolve, reject) => {
      server.once('error', (error) => reject(listenError(error, config)));
      server.listen(config.port, config.host, resolve);
    });
    const { port } = server.address() as AddressInfo;
    let stopping: Promise<void> | undefined;
    return {
      address: config.origin?.origin ?? `http://localhost:${port}`,
      stop: () => (stopping ??= stop(stopMilliseconds).then(closeServices))
    };
  } catch (error) {
    await closeServices();
    throw error;
  }
}
