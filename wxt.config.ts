import { defineConfig } from 'wxt';

/**
 * The manifest asks for nothing that names a host: hosts are optional, asked for when the reader adds a source or
 * switches a site on, and the annotator is registered for them at run time. So there is no static content script, no
 * web-accessible resource and no content security policy other than the browser's own.
 */
export default defineConfig({
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifestVersion: 3,
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
      ...(browser === 'firefox' ? [] : ['sidePanel']),
    ],
    optional_host_permissions: ['http://*/*', 'https://*/*'],
    ...(browser === 'firefox'
      ? {
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
