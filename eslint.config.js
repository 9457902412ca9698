import svelte from 'eslint-plugin-svelte';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { determinismRules } from './tools/determinism-rules.mjs';

const everywhere = [
  { selector: 'ExportDefaultDeclaration', message: 'Export by name.' },
  {
    selector:
      ':matches(ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration)[source.value=/^[.]{1,2}[/](?!.*[.](ts|js|mjs|svelte|json|css|woff2|svg)([?].*)?$)/]',
    message: 'Write the extension of the file you import.',
  },
];

const sizes = { 'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }] };

export default defineConfig(
  {
    ignores: [
      'dist',
      'node_modules',
      'src/text/generated',
      'src/text/project.inlang',
      'test-results',
      '.svelte-check',
      'coverage/**',
      'shots',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{js,mjs,cjs,ts,svelte}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-empty': 'error',
      'no-implicit-coercion': 'error',
      'no-else-return': 'error',
      'no-constant-condition': ['error', { checkLoops: false }],
      'no-unsafe-finally': 'error',
      'no-debugger': 'error',
      'object-shorthand': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
    },
  },
  ...svelte.configs.recommended,
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: tseslint.parser, extraFileExtensions: ['.svelte'] } },
    // A Set inside one function is no state.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' },
  },
  {
    // Text of files and addresses reaches the page as text only.
    files: ['src/ui/**', 'src/*.{ts,svelte}'],
    // No comment may switch these rules off.
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'off' },
    rules: {
      'svelte/no-at-html-tags': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc', 'createContextualFragment'].map((property) => ({
          property,
          message: 'Text from outside stays text: set textContent, or let Svelte write it.',
        })),
      ],
    },
  },
  {
    files: ['src/**/*.{ts,svelte}', 'tests/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere], ...sizes },
  },
  {
    files: ['src/ui/**', 'src/*.{ts,svelte}'],
    rules: { 'no-console': ['error', { allow: ['error', 'warn'] }] },
  },
  {
    files: ['src/{sim,company,scenario,game}/**/*.ts'],
    // No comment may switch these rules off.
    linterOptions: { noInlineConfig: true },
    rules: determinismRules(everywhere),
  },
);
