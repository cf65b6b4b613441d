// npm run dev: the app with Vite, reloading on edits, on an embedded database of its own kind of data folder.
import { createServer } from 'vite';
import { closeServices, onProgress } from '../src/lib/server/service-registry.ts';
import { compileMessages } from './messages.ts';
import { stopOnSignals } from './process-end.ts';
import { say } from './terminal.ts';

if (!process.env.DATABASE_URL && !process.env.SUPABASE_URL) process.env.SAMENSPEL_DEMO ??= '1';
onProgress(say);
await compileMessages();
const server = await createServer({
  server: {
    port: Number(process.env.PORT ?? '3000'),
    strictPort: true,
    host: process.env.HOST ?? '127.0.0.1'
  }
});
stopOnSignals(async () => {
  await server.close();
  await closeServices();
}, say);
await server.listen();
server.printUrls();
say('The database is opened by the first request.');
