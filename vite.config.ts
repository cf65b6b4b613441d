import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vitest/config';
import { firstViewChunk } from './scripts/first-view-chunk.ts';
import { messagesOptions } from './scripts/messages.ts';

export default defineConfig({
  plugins: [paraglideVitePlugin(messagesOptions), sveltekit(), firstViewChunk()],
  ssr: {
    external: ['@supabase/lite', '@electric-sql/pglite', '@electric-sql/pglite-postgis', 'postgres', 'sharp']
  },
  build: { target: 'es2022' },
  test: {
    environment: 'node',
    // Each database takes up to 1 GB of memory, and the machine that runs this has two cores.
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 30_000 } },
      {
        extends: true,
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          globalSetup: ['tests/support/database-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 180_000
        }
      }
    ]
  }
});
