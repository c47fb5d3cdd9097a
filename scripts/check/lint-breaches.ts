/** The lines that the house forbids, each in the folders where it is forbidden, and where it is allowed. */

export type LintProbe = {
  readonly file: string
  readonly rule: string
  readonly text: string
  /** The rule must keep quiet here. */
  readonly allowed?: true
}
type Places = { readonly breaks: readonly string[]; readonly allowedIn?: readonly string[] }

const SYNTAX = 'no-restricted-syntax'
const TYPED = '@typescript-eslint/'
const PURE = ['shared/zz', 'cloudfunctions/features/zz', 'src/features/zz']

/** The same text in several folders. `name` is the file's, with its extension. */
const probe = (name: string, rule: string, text: string, { breaks, allowedIn = [] }: Places): LintProbe[] => [
  ...breaks.map((folder) => ({ file: `${folder}/${name}`, rule, text })),
  ...allowedIn.map((folder) => ({ file: `${folder}/${name}`, rule, text, allowed: true as const })),
]
const lines = (n: number) => Array.from({ length: n }, (_, i) => `export const line${i} = ${i}`).join('\n')
/** A function of `n` lines, brackets included. */
const longFunction = (n: number) =>
  ['export function long() {', ...Array.from({ length: n - 2 }, (_, i) => `  void ${i}`), '}'].join('\n')

/** Clock and randomness are arguments in everything that is to be tested by laws; the local cloud has a real clock. */
const PURITY = [
  ['now.ts', 'export const at = Date.now()'],
  ['today.ts', 'export const today = new Date()'],
  ['dice.ts', 'export const dice = Math.random()'],
].flatMap(([name = '', text = '']) =>
  probe(name, SYNTAX, text, { breaks: PURE, allowedIn: ['local-cloud/zz', 'cloudfunctions/platform/zz'] }),
)

const TARO =
  'declare const Taro: { requestPayment(): void; setStorageSync(): void; chooseLocation(): void; setClipboardData(): void }\n'
/** What H5 answers with a false success goes through src/platform alone. */
const PLATFORM = [
  ...probe('pays.ts', SYNTAX, `${TARO}Taro.requestPayment()`, {
    breaks: ['src/features/zz', 'src/ui/zz', 'src/zz'],
    allowedIn: ['src/platform/zz'],
  }),
  ...probe('picks.ts', SYNTAX, `${TARO}Taro.chooseLocation()`, {
    breaks: ['src/features/zz', 'src/ui/zz'],
    allowedIn: ['src/platform/zz'],
  }),
  ...probe('copies.ts', SYNTAX, `${TARO}Taro.setClipboardData()`, { breaks: ['src/features/zz'] }),
  ...probe('index.tsx', SYNTAX, `${TARO}Taro.setStorageSync()`, { breaks: ['src/features/zz/pages/keeps'] }),
  ...probe('index.tsx', SYNTAX, 'export const at = Date.now()', { breaks: ['src/features/zz/pages/looks'] }),
]

const EXPORTS = [
  ...probe('default.ts', SYNTAX, 'export default 1', {
    breaks: [
      'shared/zz',
      'cloudfunctions/platform/zz',
      'local-cloud/zz',
      'src/features/zz',
      'src/ui/zz',
      'src/platform/zz',
    ],
  }),
  ...probe('index.tsx', SYNTAX, 'export default function Page() {\n  return null\n}', {
    breaks: [],
    allowedIn: ['src/features/zz/pages/page'],
  }),
  ...probe('index.config.ts', SYNTAX, 'export default {}', {
    breaks: [],
    allowedIn: ['src/features/zz/pages/page'],
  }),
]

const PROMISE = 'const later = async (): Promise<void> => undefined\n'
const TYPES = [
  ...probe('floats.ts', `${TYPED}no-floating-promises`, `${PROMISE}later()`, {
    breaks: ['shared/zz', 'cloudfunctions/features/zz', 'src/features/zz', 'local-cloud/zz'],
  }),
  ...probe('misuses.ts', `${TYPED}no-misused-promises`, `${PROMISE}if (later()) void 0`, {
    breaks: ['shared/zz'],
  }),
  ...probe('awaits.ts', `${TYPED}await-thenable`, 'export const f = async () => await 1', {
    breaks: ['shared/zz'],
  }),
  ...probe('any.ts', `${TYPED}no-explicit-any`, 'export const f = (x: any) => x as string', {
    breaks: ['shared/zz', 'cloudfunctions/features/zz', 'src/features/zz', 'local-cloud/zz'],
  }),
  ...probe('ignores.ts', `${TYPED}ban-ts-comment`, '// @ts-ignore\nexport const x: string = 1', {
    breaks: ['shared/zz'],
  }),
  ...probe(
    'imports.ts',
    `${TYPED}consistent-type-imports`,
    "import { A } from './imported'\nexport type B = A",
    {
      breaks: ['shared/zz'],
    },
  ),
  ...probe('imported.ts', `${TYPED}consistent-type-imports`, 'export type A = 1', {
    breaks: [],
    allowedIn: ['shared/zz'],
  }),
  ...probe('unused.ts', `${TYPED}no-unused-vars`, 'const unused = 1', { breaks: ['shared/zz'] }),
  ...probe('equals.ts', 'eqeqeq', 'export const f = (a: number) => a == 1', { breaks: ['shared/zz'] }),
]

const HOOKS = [
  "import { useEffect, useState } from 'react'",
  'export function useTwo(on: boolean) {',
  '  if (on) useState(1)',
  '  useEffect(() => void on, [])',
  '}',
].join('\n')
const REACT = ['rules-of-hooks', 'exhaustive-deps'].flatMap((rule) =>
  probe(`use-${rule}.ts`, `react-hooks/${rule}`, HOOKS, { breaks: ['src/features/zz', 'src/ui/zz'] }),
)

/** Methods that phones on iOS 13 to 15 lack. */
const OLDER_PHONES = [
  ['at.ts', 'export const f = (list: readonly number[]) => list.at(-1)'],
  ['sorts.ts', 'export const f = (list: readonly number[]) => list.toSorted()'],
  ['owns.ts', "export const f = (of: object) => Object.hasOwn(of, 'x')"],
].flatMap(([name = '', text = '']) =>
  probe(name, SYNTAX, text, {
    breaks: ['shared/zz', 'src/features/zz', 'src/ui/zz', 'src/platform/zz'],
    allowedIn: ['cloudfunctions/features/zz', 'local-cloud/zz'],
  }),
)

const SIZES = [
  ...probe('lines-251.ts', 'max-lines', lines(251), { breaks: ['shared/zz', 'src/ui/zz'] }),
  ...probe('lines-250.ts', 'max-lines', lines(250), { breaks: [], allowedIn: ['shared/zz'] }),
  ...probe('lines-401.test.ts', 'max-lines', lines(401), { breaks: ['shared/zz'] }),
  ...probe('lines-400.test.ts', 'max-lines', lines(400), { breaks: [], allowedIn: ['shared/zz'] }),
  ...probe('long-41.ts', 'max-lines-per-function', longFunction(41), { breaks: ['shared/zz', 'src/ui/zz'] }),
  ...probe('long-40.ts', 'max-lines-per-function', longFunction(40), {
    breaks: [],
    allowedIn: ['shared/zz'],
  }),
]

export const LINT_PROBES: readonly LintProbe[] = [
  ...PURITY,
  ...PLATFORM,
  ...EXPORTS,
  ...TYPES,
  ...REACT,
  ...OLDER_PHONES,
  ...SIZES,
]
