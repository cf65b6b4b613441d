import { defineConfig } from '@playwright/test';
import { browserParameters, findBrowser, parametersWithoutWebGl } from './tests/support/find-browser.ts';

const port = Number(process.env.E2E_PORT ?? '4317');
const browser = await findBrowser();
/** What the live map is tried with; elsewhere the drawn map stays, as on a phone without WebGL, and costs no time. */
const ofTheMap = /\/map\.spec\.ts$/;
const launchOptions = { executablePath: browser?.path, args: browserParameters };
const withoutWebGl = { ...launchOptions, args: parametersWithoutWebGl };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true };
const desk = { viewport: { width: 1440, height: 900 } };
const withoutJavaScript = /\.no-javascript\.spec\.ts$/;
/** Tests of the server as a process: they start one of their own and need no page. */
const ofTheProcess = /\.process\.spec\.ts$/;

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  workers: 2,
  // A test that passes the second time fails: what it found is real.
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    baseURL: `http://localhost:${port}`,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    screenshot: 'only-on-failure',
    launchOptions
  },
  projects: [
    { name: 'phone-map', grep: /@map/, use: phone },
    { name: 'desk-map', testMatch: ofTheMap, use: desk },
    {
      name: 'phone',
      grepInvert: /@map/,
      testIgnore: [withoutJavaScript, ofTheProcess, ofTheMap],
      use: { ...phone, launchOptions: withoutWebGl }
    },
    {
      name: 'desk',
      // Rules, pages without their code and other states of a page are seen on a phone: on a desk they are laid out alike.
      grepInvert: /@phone/,
      testIgnore: [withoutJavaScript, ofTheProcess, ofTheMap],
      use: { ...desk, launchOptions: withoutWebGl }
    },
    {
      name: 'no-javascript',
      testMatch: withoutJavaScript,
      use: { ...phone, launchOptions: withoutWebGl, javaScriptEnabled: false }
    },
    { name: 'process', testMatch: ofTheProcess }
  ],
  webServer: {
    command: 'node_modules/.bin/node tests/support/serve-for-e2e.ts',
    url: `http://localhost:${port}/healthz`,
    env: { PORT: String(port) },
    // The first run makes the demo database that later ones copy.
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 }
  }
});
