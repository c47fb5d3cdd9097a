/** `npm run check`: format, lint, types, dependency rules and their probes, unused code, sizes. */
import { execFile } from 'node:child_process'
import { cruise } from './check/cruise'
import { wrongLintRules } from './check/lint-probes'
import { silentRules } from './check/probes'
import { wrongSizeRules } from './check/size-probes'
import { wrongSizes } from './check/sizes'

type Verdict = { readonly ok: boolean; readonly text: string }

function run(command: string, ...args: string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    execFile('npx', ['--no-install', command, ...args], { maxBuffer: 64 << 20 }, (error, stdout, stderr) =>
      resolve({ ok: error === null, text: `${stdout}${error ? stderr : ''}`.trim() }),
    )
  })
}

const list = (lines: readonly string[]): Verdict => ({ ok: lines.length === 0, text: lines.join('\n') })

/** Every rule proven by a breach of it: imports, lint and sizes. */
async function unprovenRules(): Promise<string[]> {
  const [imports, lint] = await Promise.all([silentRules(), wrongLintRules()])
  return [...imports.map((rule) => `rule ${rule} is silent on its breach`), ...lint, ...wrongSizeRules()]
}

const STEPS: readonly [string, () => Promise<Verdict>][] = [
  ['format', () => run('prettier', '--check', '--log-level', 'warn', '.')],
  ['types', () => run('tsc', '--noEmit')],
  [
    'lint',
    () => run('eslint', '--max-warnings', '0', '--cache', '--cache-location', 'dist/.eslintcache', '.'),
  ],
  ['imports', async () => list((await cruise(process.cwd())).map((b) => `${b.rule}: ${b.from} → ${b.to}`))],
  ['probes', async () => list(await unprovenRules())],
  ['unused', () => run('knip')],
  ['sizes', async () => list(wrongSizes())],
]

async function main(only: readonly string[]): Promise<number> {
  let failed = 0
  for (const [name, step] of STEPS.filter(([name]) => only.length === 0 || only.includes(name))) {
    const from = performance.now()
    const { ok, text } = await step()
    if (!ok) failed++
    console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - from) / 1000).toFixed(1)} s)`)
    if (!ok) console.log(text)
  }
  return failed === 0 ? 0 : 1
}

void main(process.argv.slice(2)).then((code) => (process.exitCode = code))
