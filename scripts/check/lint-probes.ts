/**
 * One deliberate breach for each lint rule of the house, and the places where the same line is allowed: a rule that
 * stops firing, or that spreads to where it does not belong, fails here. The probes are a tiny project of their own
 * under the house's eslint.config.mjs and tsconfig.json, linted once.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { ESLint, type Linter } from 'eslint'
import { LINT_PROBES, type LintProbe } from './lint-breaches'

const ROOT = path.resolve(__dirname, '../..')
const CONFIG = 'eslint.config.mjs'

/** Rules that the house's config adds to the recommended sets, so that a rule without a probe is noticed too. */
async function declaredRules(): Promise<string[]> {
  const config = (await import(pathToFileURL(path.join(ROOT, CONFIG)).href)) as {
    default: readonly Linter.Config[]
  }
  const own = config.default.filter((block) => !block.name?.startsWith('typescript-eslint/'))
  const rules = own.flatMap((block) => Object.entries(block.rules ?? {}))
  return [...new Set(rules.filter(([, setting]) => setting !== 'off').map(([rule]) => rule))]
}

function projectOf(probes: readonly LintProbe[]): string {
  const project = mkdtempSync(path.join(tmpdir(), 'changke-lint-probes-'))
  for (const part of [CONFIG, 'tsconfig.json']) cpSync(path.join(ROOT, part), path.join(project, part))
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(project, 'node_modules'))
  for (const { file, text } of probes) {
    mkdirSync(path.dirname(path.join(project, file)), { recursive: true })
    writeFileSync(path.join(project, file), `${text}\n`)
  }
  return project
}

/** File → rules that fired in it. A file that could not be parsed or is not linted at all is a failure of the probe. */
async function firedRules(project: string): Promise<Map<string, string[]>> {
  const results = await new ESLint({ cwd: project }).lintFiles([
    'src',
    'shared',
    'cloudfunctions',
    'local-cloud',
  ])
  return new Map(
    results.map(({ filePath, messages }) => [
      path.relative(project, filePath),
      messages.map((m) => m.ruleId ?? m.message),
    ]),
  )
}

/** Sentences about lint rules that are silent on their breach, loud where they are not meant, or without a probe. */
export async function wrongLintRules(): Promise<string[]> {
  const project = projectOf(LINT_PROBES)
  try {
    const fired = await firedRules(project)
    const wrong = LINT_PROBES.flatMap(({ file, rule, allowed }) => {
      const rules = fired.get(file)
      if (!rules) return `${file} was not linted`
      if (allowed) return rules.includes(rule) ? `rule ${rule} fires in ${file}, where it is allowed` : []
      return rules.includes(rule) ? [] : `rule ${rule} is silent on its breach in ${file}`
    })
    const probed = new Set(LINT_PROBES.filter((probe) => !probe.allowed).map((probe) => probe.rule))
    const unproven = (await declaredRules()).filter((rule) => !probed.has(rule))
    return [...wrong, ...unproven.map((rule) => `lint rule ${rule} has no probe`)]
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
}
