// Each rule is proven by a breach of it in scripts/check/lint-breaches.ts (`npm run check`, step `probes`).
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'tests/**']
const NOW = 'Clock, ids and randomness are arguments here (docs/architecture.md).'
/** WeChat APIs that a production H5 build answers with a false success: only src/platform may call them. */
const PLATFORM_ONLY =
  'requestPayment|requestSubscribeMessage|login|chooseAddress|chooseLocation|chooseInvoiceTitle|openSetting|setClipboardData|getClipboardData|scanCode|getUserProfile|chooseMedia|saveImageToPhotosAlbum|getLocation|getFuzzyLocation|setStorageSync|getStorageSync|cloud'

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Named exports only; pages and configs excepted.',
}
const platformOnly = {
  selector: `MemberExpression[object.name='Taro'][property.name=/^(${PLATFORM_ONLY})$/]`,
  message: 'Goes through src/platform: on H5 Taro answers success for what it cannot do.',
}
const pureClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: NOW,
  },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: NOW },
  { selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']", message: NOW },
]

/** Methods newer than the phones this runs on (iOS 13 to 15, config babel.config.js); the build adds none. */
const olderPhones = {
  selector:
    'CallExpression[callee.property.name=/^(at|hasOwn|toSorted|toReversed|toSpliced|findLast|findLastIndex)$/]',
  message: 'Phones on iOS 13 to 15 lack it: shared/kernel/lists.ts has what they can do.',
}

export default tseslint.config(
  { ignores: ['dist/', 'data/', 'node_modules/', 'coverage/', '**/*.cjs', '**/*.js', '**/*.mjs'] },
  ...tseslint.configs.recommended,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 250 }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', noDefaultExport],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['src/**'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['src/**'],
    ignores: ['src/platform/**'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, platformOnly] },
  },
  {
    files: ['src/**'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, olderPhones] },
  },
  {
    files: ['src/**'],
    ignores: ['src/platform/**', ...TESTS],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, platformOnly, olderPhones] },
  },
  {
    files: ['cloudfunctions/features/**'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, platformOnly, ...pureClock] },
  },
  {
    files: ['shared/**', 'src/features/**'],
    ignores: TESTS,
    rules: { 'no-restricted-syntax': ['error', noDefaultExport, platformOnly, olderPhones, ...pureClock] },
  },
  {
    files: ['src/features/*/pages/**/index.tsx'],
    rules: { 'no-restricted-syntax': ['error', platformOnly, olderPhones, ...pureClock] },
  },
  {
    files: ['src/**/*.config.ts', 'src/app.tsx', 'src/custom-tab-bar/index.tsx', 'config/**', '*.config.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // Stands for stylesheets and pictures under jest, which are default imports.
    files: ['tests/builders/empty.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: TESTS,
    rules: { 'max-lines': ['error', { max: 400 }], 'max-lines-per-function': 'off' },
  },
  {
    // Data, not code: a menu or a drawing is as long as it is.
    files: ['local-cloud/seed/menu/**', 'local-cloud/seed/art/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
)
