import { expect, test as base } from '@playwright/test';

/** Afterwards there was neither an error on a page, nor a request to somebody else. */
export const test = base.extend<{ noTrouble: undefined }>({
  noTrouble: [
    async ({ context }, use) => {
      const trouble: string[] = [];
      context.on('weberror', (thrown) => trouble.push(thrown.error().message));
      context.on('request', (request) => {
        if (!/^(http:\/\/localhost:\d+\/|data:|blob:)/.test(request.url())) trouble.push(request.url());
      });
      await use(undefined);
      expect(trouble).toEqual([]);
    },
    { auto: true }
  ]
});
