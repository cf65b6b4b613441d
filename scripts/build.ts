// npm run build: builds the app, whether it is needed or not.
import { reasonOf } from '../src/lib/server/backends/start-error.ts';
import { buildApp } from './build-app.ts';

try {
  await buildApp();
} catch (error) {
  console.error(reasonOf(error));
  process.exitCode = 1;
}
