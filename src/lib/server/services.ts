import { join } from 'node:path';
import { readEnvironment, type Environment } from '#lib/server/backends/environment.ts';
import { openBackend } from '#lib/server/backends/open.ts';
import type { Backend } from '#lib/server/backends/types.ts';
import { createPhotoStore, type PhotoStore } from '#lib/server/images/photo-store.ts';
import { createClock, type Clock } from '#lib/server/jobs/clock.ts';
import { createFeed, type Feed } from '#lib/server/live/feed.ts';
import { createLiveSource } from '#lib/server/live/source.ts';
import { createStreams, limitsFor, type Streams } from '#lib/server/live/stream.ts';
import { handOverAuthMail } from '#lib/server/mail/auth-mail.ts';
import { openOnce, sayProgress } from '#lib/server/service-registry.ts';
import { createSnapshots, type Snapshots } from '#lib/server/snapshot/snapshots.ts';

/** Everything a request needs of the outside world, wired in this one place; tests hand in their own. */
export interface Services {
  readonly environment: Environment;
  readonly backend: Backend;
  /** The installation's secret: derive a key for each purpose with `deriveSecret`. */
  readonly secret: string;
  /** Reads the change log; call `feed.noteWrite()` after something was written. */
  readonly feed: Feed;
  /** The event streams of `/api/v1/live`. */
  readonly streams: Streams;
  /** What a visitor may see of each neighbourhood, kept fresh by the feed. */
  readonly snapshots: Snapshots;
  /** Reads photos, and keeps those that everybody looks at. */
  readonly photos: PhotoStore;
  /** What time brings, once a minute. */
  readonly clock: Clock;
  /** Ends everything, the database last. Safe to call twice. */
  close(): Promise<void>;
}

async function open(): Promise<Services> {
  const environment = readEnvironment(process.env);
  const { backend, secret } = await openBackend({
    environment,
    supabaseFolder: join(process.cwd(), 'supabase'),
    progress: sayProgress,
    sendMail: handOverAuthMail
  });
  const feed = createFeed({ source: createLiveSource(backend) });
  const clock = createClock(() => backend.system());
  return {
    environment,
    backend,
    secret,
    feed,
    streams: createStreams(feed, limitsFor(process.env)),
    snapshots: createSnapshots(feed),
    photos: createPhotoStore(backend.client(null)),
    clock,
    close: async () => {
      await Promise.all([feed.close(), clock.stop()]);
      await backend.close();
    }
  };
}

/**
 * The services of this process, opened at the first call.
 * @throws StartError when they cannot be opened
 */
export function services(): Promise<Services> {
  return openOnce(open);
}
