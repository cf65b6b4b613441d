// The built app for Playwright, on the port it was given, with a copy of the demo that goes when it stops.
// Every test comes from one address: the limits have tests of their own, on an app of their own.
import { startApp } from './start-app.ts';

const app = await startApp({
  template: 'demo',
  environment: { PORT: process.env.PORT, SAMENSPEL_RATE_LIMITS: 'off' }
});
console.log(`The app under test is at ${app.address}.`);
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void app.stop().then((code) => process.exit(code ?? 1)));
process.exitCode = (await app.process.ended) ?? 1;
console.error(app.process.output());
