import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** What a folder's context lacks: a worker has no DOM, a pure module has nothing but its input. */
const pureFolders = [
  'text', 'model', 'errors', 'settings', 'packs', 'feeds', 'gazetteer', 'linking', 'discovery', 'coverage',
  'card', 'services', 'messaging',
];
const impureGlobals = [
  'window', 'document', 'navigator', 'location', 'localStorage', 'indexedDB', 'fetch', 'caches', 'browser', 'chrome',
  'setTimeout', 'setInterval', 'requestAnimationFrame', 'requestIdleCallback', 'process', 'Buffer',
].map((name) => ({ name, message: 'A pure module takes this as an argument.' }));

export default tseslint.config(
  { ignores: ['.output/', '.wxt/', 'node_modules/', 'reports/', '**/*.cjs'] },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', 'scripts/*.mjs'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unnecessary-condition': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/prefer-nullish-coalescing': 'error',
      '@typescript-eslint/unbound-method': 'off', // destructured browser functions are bound by the polyfill
      curly: ['error', 'multi-line'],
      eqeqeq: 'error',
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'max-params': ['error', 3],
      'no-console': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'ExportAllDeclaration',
          message: 'No barrels: import a thing from the file that defines it.',
        },
        {
          selector: "MemberExpression[property.name='innerHTML']",
          message: 'Text from outside is set as text, never as markup.',
        },
        {
          // An address that is not written out here may lead anywhere.
          selector:
            'JSXOpeningElement:has(JSXAttribute[name.name="target"]):has(JSXAttribute[name.name="href"][value.type="JSXExpressionContainer"]):not(:has(JSXAttribute[name.name="rel"][value.value="noopener noreferrer"]))',
          message: 'A link that leaves says rel="noopener noreferrer": what it opens learns nothing of where it was opened.',
        },
      ],
    },
  },
  {
    files: pureFolders.map((folder) => `lib/${folder}/**/*.ts`),
    rules: {
      'no-restricted-globals': ['error', ...impureGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'A pure module has no clock: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'A pure module has no chance: take a seed.' },
      ],
    },
  },
  { files: ['**/*.tsx'], ...reactHooks.configs.flat['recommended-latest'] },
  { files: ['**/*.js', '**/*.mjs'], ...tseslint.configs.disableTypeChecked },
  { files: ['scripts/**', 'tests/**'], rules: { 'no-console': 'off' } },
  {
    files: ['tests/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
