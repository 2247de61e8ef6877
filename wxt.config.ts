import { mergeConfig } from 'vite';
import { defineConfig } from 'wxt';
import { shortConstants } from './scripts/short-constants';
import { shortNames } from './scripts/short-names';
import { smallSchemas } from './scripts/small-schemas';
import { wholePolyfill } from './scripts/whole-polyfill';

/**
 * The manifest asks for nothing that names a host: hosts are optional, asked for when the reader adds a source or
 * switches a site on, and the annotator is registered for them at run time. So there is no static content script, and in
 * Chromium no web-accessible resource.
 */
export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
  // For the oldest browsers that the manifest below allows. Older ones would have `light-dark()` compiled into a question to
  // the system, and a page would stay light where the reader chose dark.
  vite: () => ({ plugins: [wholePolyfill], build: { cssTarget: ['chrome128', 'firefox140'] } }),
  hooks: {
    'build:before'({ config }) {
      // Whatever the shell or a test runner says: React for production with elements for development is a card that never opens.
      if (config.command === 'build') process.env.NODE_ENV = 'production';
    },
    'vite:build:extendConfig'(entrypoints, config) {
      // Read and run anew each time that the browser wakes it.
      if (entrypoints.some(({ name }) => name === 'background')) Object.assign(config, mergeConfig(config, { resolve: { alias: [smallSchemas] } }));
      // The one runs in every page that is allowed, the other is brought while somebody waits: their size counts.
      if (entrypoints.some(({ name }) => /^(annotator|card|card-frame)$/.test(name))) {
        config.resolve = { ...config.resolve, alias: [smallSchemas] };
        // Smaller than what the bundler's own minifier makes. Arrows are only unsafe for functions that are
        // called with `new`, of which there are none: such things are classes here.
        const compress = { passes: 6, ecma: 2020 as const, unsafe_arrows: true, hoist_funs: true, inline: 1 };
        // In plain letters alone: with any other a browser keeps two bytes for each character of the script, in every tab.
        const format = { ascii_only: true, ecma: 2020 as const };
        const isAnnotator = entrypoints.some(({ name }) => name === 'annotator');
        const mangle = isAnnotator ? { properties: shortNames } : true;
        if (isAnnotator) config.plugins = [...(config.plugins ?? []), shortConstants];
        // In Firefox what draws the card is in `card-frame.js` alone.
        const rolldownOptions = mergeConfig(config.build?.rolldownOptions ?? {}, { treeshake: { moduleSideEffects: false } });
        config.build = { ...config.build, rolldownOptions, minify: 'terser', terserOptions: { compress, mangle, format } };
      }
    },
  },
  manifest: ({ browser }) => ({
    name: 'Sidelight',
    description: 'Marks the names you know on the news page you read, and shows what your own sources reported about them.',
    permissions: [
      'storage',
      'unlimitedStorage',
      'alarms',
      'scripting',
      'activeTab',
      'contextMenus',
      // To see whether a feed has moved for good. Chrome shows nothing to those who ask for this later.
      ...(browser === 'firefox' ? [] : ['sidePanel', 'webRequest']),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(browser === 'firefox'
      ? {
          // What draws the card where the page is allowed this once (decision 20).
          web_accessible_resources: [{ resources: ['card-page.html'], matches: ['http://*/*', 'https://*/*'] }],
          // Asked for together with the host of a source, without a question of its own.
          optional_permissions: ['webRequest'],
          // Firefox's own policy would also turn every http:// address that a feed is fetched from into https://.
          content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'" },
          browser_specific_settings: {
            gecko: {
              id: 'sidelight@sidelight.example',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '128' }),
  }),
});
