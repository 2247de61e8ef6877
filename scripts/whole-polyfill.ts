const polyfill = '/webextension-polyfill/dist/browser-polyfill.js';

/**
 * A bundler's way from CommonJS to modules copies what a module exports property by property, and of the browser's API each
 * property is made when it is first touched: four milliseconds of every start of the background. As a module of ours
 * the polyfill is handed over as it is. A plugin of Vite.
 */
export const wholePolyfill = {
  name: 'whole-polyfill',
  transform(code: string, id: string) {
    if (!id.endsWith(polyfill)) return undefined;
    return { code: `const module = { exports: {} }; const { exports } = module;\n${code}\nexport default module.exports;`, map: null };
  },
};
