import { sveltekit } from '@sveltejs/kit/vite';
import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { defineConfig } from 'vitest/config';
import { messagesOptions } from './scripts/messages.ts';

export default defineConfig({
  plugins: [paraglideVitePlugin(messagesOptions), sveltekit()],
  ssr: { external: ['@supabase/lite', '@electric-sql/pglite', '@electric-sql/pglite-postgis', 'postgres', 'sharp'] },
  build: { target: 'es2022' },
  test: {
    include: ['tests/unit/**/*.test.ts', 'tests/db/**/*.test.ts'],
    environment: 'node'
  }
});
