import { startApp } from '../support/start-app.ts';
import { test as base } from './no-trouble.ts';

interface OwnApp {
  /** The address of an app with a demo of its own, for tests that change what others look at. */
  ownAddress: string;
}

/** Starts that app once for a worker, when a test asks for it. */
export const test = base.extend<object, OwnApp>({
  ownAddress: [
    async ({}, use) => {
      const app = await startApp({ template: 'demo', environment: { SAMENSPEL_RATE_LIMITS: 'off' } });
      await use(app.address);
      await app.stop();
    },
    { scope: 'worker', timeout: 180_000 }
  ]
});
