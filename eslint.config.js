import svelte from 'eslint-plugin-svelte'
import tseslint from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/** The folder rule of the design: who may import what. */
const folders = {
  core: {
    files: ['src/core/**'],
    patterns: [
      { regex: '^node:', message: 'core is pure: no Node' },
      { regex: '^electron$', message: 'core is pure: no Electron' },
      { regex: '/(main|preload|renderer)/', message: 'core imports only itself' },
      { regex: '^#', message: 'inside core, import by relative path' }
    ]
  },
  main: {
    files: ['src/main/**'],
    patterns: [{ regex: '/(preload|renderer)/', message: 'main imports core and itself' }]
  },
  preload: {
    files: ['src/preload/**'],
    patterns: [{ regex: '/(main|renderer)/', message: 'preload imports core' }]
  },
  renderer: {
    files: ['src/renderer/**'],
    patterns: [
      { regex: '^node:', message: 'the page has no Node' },
      { regex: '^electron$', message: 'the page has no Electron: ask the bridge' },
      { regex: '/(main|preload)/', message: 'renderer imports core and itself' }
    ]
  },
  runtime: {
    files: ['runtime/**'],
    patterns: [{ regex: '(^#core|src/)', message: 'runtime is an engine: it knows nothing of this program' }]
  }
}

const folderRules = Object.values(folders).map(({ files, patterns }) => ({
  files,
  ignores: ['**/*.test.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns }] }
}))

export default tseslint.config(
  { ignores: ['node_modules/**', 'out/**', 'dist/**', 'test-results/**'] },
  ...tseslint.configs.recommended,
  ...svelte.configs.recommended,
  {
    files: ['**/*.ts', '**/*.svelte'],
    languageOptions: {
      parserOptions: {
        projectService: true,
        extraFileExtensions: ['.svelte'],
        parser: tseslint.parser,
        svelteConfig
      }
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      // To take a field out of an object is to name it beside the rest.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      'max-lines': ['error', { max: 250 }],
      'svelte/no-at-html-tags': 'error'
    }
  },
  {
    files: ['**/*.mjs', '**/*.cjs', '**/*.js'],
    languageOptions: { globals: globalsOfNode() },
    rules: { 'max-lines': ['error', { max: 250 }] }
  },
  ...folderRules
)

function globalsOfNode() {
  const names = ['process', 'console', 'Buffer', 'URL', 'setTimeout', 'clearTimeout', 'require', 'module']
  return Object.fromEntries(names.map((name) => [name, 'readonly']))
}
