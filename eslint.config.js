import prettier from 'eslint-config-prettier';
import svelte from 'eslint-plugin-svelte';
import { builtinRules } from 'eslint/use-at-your-own-risk';
import globals from 'globals';
import { defineConfig, globalIgnores } from 'eslint/config';
import typescript from 'typescript-eslint';
import { samenspelRules } from './scripts/lint/rules.ts';
import svelteConfig from './svelte.config.js';

/** What ESLint itself recommends; the same list as in the package @eslint/js. */
const recommended = Object.fromEntries(
  [...builtinRules].filter(([, rule]) => rule.meta?.docs?.recommended).map(([name]) => [name, 'error'])
);
const tests = ['tests/**'];
const scripts = ['scripts/**', '*.config.{js,ts}'];

export default defineConfig(
  globalIgnores([
    'build/',
    'data/',
    '.svelte-kit/',
    'src/lib/messages/compiled/',
    'src/lib/data/database.types.ts',
    'static/',
    'test-results/',
    'playwright-report/',
    'bench-results/'
  ]),
  // A rule that is wrong is changed here for everybody, not switched off where it hurts.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { rules: recommended },
  typescript.configs.strict,
  typescript.configs.stylistic,
  svelte.configs.recommended,
  prettier,
  svelte.configs.prettier,
  {
    plugins: { samenspel: samenspelRules },
    languageOptions: { globals: { ...globals.browser, ...globals.node } },
    rules: {
      // TypeScript knows what is defined, types included.
      'no-undef': 'off',
      'no-console': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
      eqeqeq: 'error',
      '@typescript-eslint/consistent-type-definitions': 'off',
      // Records with optional words lose words.
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-empty-function': 'off',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'samenspel/layers': 'error',
      'samenspel/no-cycles': 'error',
      'samenspel/system-client': 'error',
      'samenspel/named-exports': 'error'
    }
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts', '**/*.svelte.js'],
    languageOptions: {
      parserOptions: { extraFileExtensions: ['.svelte'], parser: typescript.parser, svelteConfig }
    }
  },
  {
    files: ['**/*.svelte'],
    rules: {
      'samenspel/no-text-in-markup': 'error',
      'samenspel/no-physical-css': 'error',
      'svelte/button-has-type': 'error',
      'svelte/no-at-html-tags': 'error',
      'svelte/require-each-key': 'error',
      // Addresses are made with resolve() where they are made, and reach links as properties, which it cannot see.
      'svelte/no-navigation-without-resolve': 'off',
      // svelte-check, which warns of what is ignored here, also says when nothing is there to ignore.
      'svelte/no-unused-svelte-ignore': 'off',
      'svelte/no-useless-children-snippet': 'off'
    }
  },
  // Both write drawings of our own code as text, every value escaped (shared/svg-text.ts).
  {
    files: ['src/lib/components/shared/{Drawing,Icon}.svelte'],
    rules: { 'svelte/no-at-html-tags': 'off' }
  },
  // A Map that nothing is drawn from is plain on purpose; what is drawn stands in $state or $derived.
  { files: ['**/*.svelte', '**/*.svelte.ts'], rules: { 'svelte/prefer-svelte-reactivity': 'off' } },
  {
    // A browser's console is where a failing map leaves its reason; a server's log may hold what people wrote.
    files: ['src/lib/{components,map,state}/**', 'src/routes/**/*.svelte'],
    rules: { 'no-console': ['error', { allow: ['warn', 'error'] }] }
  },
  { files: ['src/lib/server/backends/quiet-logs.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['**/*.ts'],
    ignores: ['**/*.svelte.ts'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // What is not waited for fails unseen.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }]
    }
  },
  {
    files: [...scripts, ...tests],
    // Arrays of fixed shape are walked here by index, where a missing one may well end the run.
    rules: {
      'no-console': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Playwright reads from the first parameter what a fixture needs; some need nothing.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }]
    }
  },
  { files: ['*.config.{js,ts}'], rules: { 'samenspel/named-exports': 'off' } },
  {
    files: ['**/*.cjs'],
    languageOptions: { sourceType: 'commonjs' },
    rules: { '@typescript-eslint/no-require-imports': 'off', 'svelte/no-inner-declarations': 'off' }
  }
);
