import { fileURLToPath } from 'node:url'
import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import ts from 'typescript-eslint'

const layers = (...types) => ({ element: { types: { anyOf: types } } })

export default defineConfig([
  globalIgnores(['dist', 'target', 'node_modules', 'src/shared/api/schema.d.ts']),
  js.configs.recommended,
  ts.configs.recommended,
  reactHooks.configs.flat.recommended,
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { [fileURLToPath(new URL('scripts/source-resolver.cjs', import.meta.url))]: {} },
      'boundaries/include': ['src/**/*'],
      'boundaries/elements': [
        { type: 'app', pattern: 'src/app' },
        { type: 'feature', pattern: 'src/features/*', capture: ['name'] },
        { type: 'shared', pattern: 'src/shared' },
      ],
    },
    rules: {
      'max-lines': ['error', 300],
      // Imports run one way: app -> features -> shared. A feature does not know another one.
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { from: layers('app'), allow: { to: layers('app', 'feature', 'shared') } },
            { from: layers('feature'), allow: { to: layers('shared') } },
            {
              from: layers('feature'),
              allow: { to: { element: { types: { anyOf: ['feature'] }, captured: { name: '{{ from.element.captured.name }}' } } } },
            },
            { from: layers('shared'), allow: { to: layers('shared') } },
            { allow: { to: { module: { origin: ['external', 'core'] } } } },
          ],
        },
      ],
    },
  },
  {
    files: ['scripts/**/*.cjs'],
    languageOptions: { globals: { require: 'readonly', exports: 'writable', __dirname: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', '*.config.{js,ts}'],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly' } },
  },
])
