// npm start: builds when needed, opens the database, listens.
import { buildAppWhenNeeded } from './build-app.ts';
import { failToStart, serve } from './serve.ts';

const started = performance.now();
// The demo is what a first start shows; on any other database it is refused, so it is not asked for there.
if (!process.env.DATABASE_URL && !process.env.SUPABASE_URL) process.env.SAMENSPEL_DEMO ??= '1';
try {
  await buildAppWhenNeeded();
} catch (error) {
  failToStart(error);
}
await serve(started);
