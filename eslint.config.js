import tseslint from 'typescript-eslint'

export default tseslint.config(
  {ignores: ['node_modules/', 'dist/', 'coverage/', 'lib/']},
  {
    files: ['scripts/**/*.ts', 'tests/**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: {parserOptions: {projectService: true, tsconfigRootDir: import.meta.dirname}},
    rules: {
      // The code's shapes are type aliases: they are values, not classes to be implemented.
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/consistent-type-assertions': ['error', {assertionStyle: 'never'}],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', {ignoreRestSiblings: true}],
      '@typescript-eslint/restrict-template-expressions': ['error', {allowNumber: true}],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      // A one-line arrow that calls for effect reads better without braces.
      '@typescript-eslint/no-confusing-void-expression': ['error', {ignoreArrowShorthand: true}],
      // Text is full of control and combining characters on purpose.
      'no-control-regex': 'off',
      complexity: ['error', 12],
      'max-lines': ['error', {max: 260, skipBlankLines: true, skipComments: true}],
      'max-lines-per-function': ['error', {max: 60, skipBlankLines: true, skipComments: true}]
    }
  },
  {
    // The values that go from stage to stage stand in one place, comments beside each.
    files: ['scripts/types.ts'],
    rules: {'max-lines': ['error', {max: 320, skipBlankLines: true, skipComments: true}]}
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      // A describe block holds a whole table of cases.
      'max-lines-per-function': 'off',
      // Fixtures of other programs' output are narrowed by their test.
      '@typescript-eslint/consistent-type-assertions': 'off'
    }
  }
)
