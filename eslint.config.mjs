import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/**
 * Folders may import only from what stands below them; one message an arrow (the root README has the map). Of two arrows for one file only
 * the later holds.
 */
const arrow = (files, forbidden, message, ignores = []) => ({
  files,
  ignores,
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex: forbidden, message }] }] },
});
/** The site, and the platforms' side of the endpoint. */
const outsideReports =
  '^~/|^(?:\\.\\./)+(?:queries|i18n|components|layouts|pages|gate|records|schemas|hosting|server|content)/|^astro|/(?:adapters|inbox)/';
const from = (...folders) => `(?:^~/|^(?:\\.\\./)+)(?:${folders.join('|')})(?:/|$)`;
const aboveComponents = from('layouts', 'pages', 'records', 'gate');
const endpoint = '/reports/(?!message/|replies/|keys/current)';

export default tseslint.config(
  { ignores: ['dist/', '.hosting/', '.astro/', 'node_modules/', 'src/setup/node/', 'src/bench/peers/'] },
  ...tseslint.configs.recommendedTypeChecked.map((config) => ({ ...config, files: ['**/*.ts'] })),
  { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } } },
  ...astro.configs.recommended,
  {
    // TypeScript outside Astro sees .astro imports as errors; `astro check` types them.
    files: ['src/components/**/*.ts', 'src/layouts/**/*.ts', 'src/pages/**/*.ts'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-argument': 'off' },
  },
  {
    files: ['tests/**/*.ts'],
    // vitest's and Playwright's matchers return values that need not be awaited or are typed any.
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off', '@typescript-eslint/no-unsafe-member-access': 'off' },
  },
  {
    files: ['**/*.ts'],
    rules: { '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }] },
  },
  arrow(
    ['src/schemas/**'],
    '^(?!zod$|\\./|\\.\\./(?:schemas|facts)|\\.\\./[a-z-]+\\.ts$)',
    'schemas are plain modules: they import zod and each other only.',
  ),
  arrow(['src/easy-language/*.ts'], '^(?:~/|\\.\\./)', 'the easy-language linter stands alone: others use it without this site.'),
  arrow(
    ['src/easy-language/checks/*.ts'],
    '^(?:~/|(?:\\.\\./){2})',
    'the easy-language linter stands alone: others use it without this site.',
  ),
  arrow(['src/offer-check/*.ts'], '^(?:~/|\\.\\./)', 'the offer checker stands alone: others use it without this site.'),
  arrow(['src/media-language/*.ts'], '^(?:~/|\\.\\./)', 'the media-language checker stands alone: others use it without this site.'),
  arrow(
    ['src/i18n/**'],
    from('queries', 'components', 'layouts', 'pages', 'gate'),
    'i18n knows words, dates and addresses; what is on a page comes as arguments.',
  ),
  arrow(['src/records/**'], from('queries', 'components', 'layouts', 'pages', 'gate'), 'records only read files.'),
  arrow(['src/queries/**'], from('components', 'layouts', 'pages', 'gate'), 'queries hand out data; they know no page and no component.'),
  arrow(
    ['src/components/primitives/**'],
    `${from('queries', 'i18n', 'layouts', 'pages', 'records', 'gate')}|^(?:~/components|\\.\\.)/(?!primitives/)[a-z-]+/`,
    'primitives know nothing of the site: text comes by props and slots.',
  ),
  arrow(['src/components/**'], aboveComponents, 'components take their data from queries; layouts and pages stand above them.', [
    'src/components/primitives/**',
    'src/components/report/**',
  ]),
  arrow(
    ['src/gate/**', 'src/hosting/**', 'src/server/**'],
    from('queries', 'components', 'layouts', 'pages'),
    'the gate, hosting and server run without Astro.',
  ),
  arrow(
    ['src/reports/stores/**'],
    outsideReports,
    'reports know nothing of the site; words, settings and contacts are handed in by adapters.',
  ),
  arrow(
    ['src/reports/*.ts', 'src/reports/{message,keys,replies}/**'],
    `${outsideReports}|^node:|/stores/(?!store\\.ts)`,
    'the core runs on every platform and knows nothing of the site: stores and adapters know Node, adapters know words and contacts.',
  ),
  arrow(['src/pages/**'], endpoint, 'the form knows the message and the keys, not the endpoint.'),
  arrow(
    ['src/components/report/**'],
    `${aboveComponents}|${endpoint}`,
    'the form knows the message and the keys, not the endpoint, and takes its data from queries.',
  ),
);
