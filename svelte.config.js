import adapter from '@sveltejs/adapter-node';

/** @type {import('@sveltejs/kit').Config} */
export default {
  compilerOptions: { runes: true },
  kit: {
    // Our own server speaks to the adapter under this prefix, so that ORIGIN and HOST of the environment stay ours.
    adapter: adapter({ out: 'build', precompress: true, envPrefix: 'ADAPTER_' }),
    csp: {
      mode: 'auto',
      directives: {
        'default-src': ['self'],
        'img-src': ['self', 'data:', 'blob:'],
        // Svelte sets style attributes (positions, progress); MapLibre sizes its canvas the same way.
        'style-src': ['self', 'unsafe-inline'],
        'worker-src': ['self'],
        'connect-src': ['self'],
        'font-src': ['self'],
        'object-src': ['none'],
        'base-uri': ['self'],
        'form-action': ['self'],
        'frame-ancestors': ['none']
      }
    },
    // Our own server checks the origin of forms (docs/decisions): adapter-node cannot know the address of a phone on the LAN.
    csrf: { trustedOrigins: ['*'] },
    // The styles of a page travel in it: a phone paints one round trip earlier, and they are 7 kB (docs/performance.md).
    inlineStyleThreshold: 64 * 1024,
    serviceWorker: { register: false },
    output: { bundleStrategy: 'split' },
    typescript: {
      config: (config) => ({
        ...config,
        include: [...config.include, '../scripts/**/*.ts', '../tests/**/*.ts', '../*.ts']
      })
    },
    version: { name: process.env.npm_package_version }
  }
};
