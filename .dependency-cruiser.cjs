/** Import directions: docs/architecture.md has the table in words. Type imports count. */
const pure = [
  'services', 'card', 'coverage', 'discovery', 'quotes', 'linking', 'gazetteer', 'feeds', 'packs', 'settings',
  'text', 'model', 'errors',
];
const base = ['text', 'model', 'errors'];

/** folder of lib/ → the folders of lib/ that it may import besides itself */
const mayImport = {
  platform: [...pure, 'messaging'],
  storage: pure,
  messaging: pure,
  page: pure,
  services: pure,
  card: base,
  coverage: base,
  discovery: base,
  quotes: base,
  linking: ['gazetteer', ...base],
  gazetteer: base,
  feeds: base,
  packs: base,
  settings: base,
  text: [],
  model: [],
  errors: [],
};

/** package → the folders that alone may import it */
const packageHomes = {
  'webextension-polyfill': ['lib/platform'],
  dexie: ['lib/storage'],
  zod: ['lib/model'],
  htmlparser2: ['lib/feeds'],
  entities: ['lib/feeds'],
  react: ['components', 'entrypoints'],
  'react-dom': ['components', 'entrypoints'],
};

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-entrypoints',
      severity: 'error',
      from: { pathNot: '^entrypoints/' },
      to: { path: '^entrypoints/' },
    },
    {
      name: 'components-stay-views',
      comment: 'components take services by context; ports come as types',
      severity: 'error',
      from: { path: '^components/' },
      to: { path: '^lib/(storage|platform|page)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'lib-knows-no-views-or-scripts',
      severity: 'error',
      from: { path: '^lib/' },
      to: { path: '^(components|scripts|tests)/' },
    },
    { name: 'product-knows-no-tests', severity: 'error', from: { path: '^(lib|components|entrypoints)/' }, to: { path: '^(tests|scripts)/' } },
    ...Object.entries(mayImport).map(([folder, allowed]) => ({
      name: `lib-${folder}-imports`,
      severity: 'error',
      from: { path: `^lib/${folder}/` },
      to: { path: '^lib/', pathNot: `^lib/(${[folder, ...allowed].join('|')})/` },
    })),
    ...Object.entries(packageHomes).map(([name, homes]) => ({
      name: `only-there-${name.replace(/\W+/g, '-')}`,
      severity: 'error',
      from: { path: '^(lib|components|entrypoints)/', pathNot: `^(${homes.join('|')})/` },
      to: { path: `node_modules/${name}/` },
    })),
    {
      name: 'scripts-use-no-extension-api',
      severity: 'error',
      from: { path: '^scripts/' },
      to: { path: '^(lib/(platform|storage|page)|components)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.output|\\.wxt)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'default'] },
  },
};
