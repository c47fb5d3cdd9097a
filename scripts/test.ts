/**
 * `npm test [-- jest arguments]`: builds what the tests run (functions, local cloud, the mini-program), refuses a stale
 * build, then runs everything under jest.
 */
import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { staleBuild, staleLocalCloud } from './build-cloud'
import { buildClient } from './build-client'
import { isFresh, ROOT, weapp } from './stamp'

const REPORT = path.join(ROOT, 'dist', 'jest.json')

/** Runs a tool of ours with its output shown; its exit code. */
const run = (command: string, ...args: string[]): number =>
  spawnSync('npx', ['--no-install', command, ...args], { cwd: ROOT, stdio: 'inherit' }).status ?? 1

/** A sentence about the first build that is not made of what lies in the tree; null when all are. */
function staleness(): string | null {
  if (!isFresh(weapp)) return 'dist/weapp is older than its sources'
  return staleBuild() ?? staleLocalCloud()
}

function main(args: readonly string[]): number {
  if (run('tsx', 'scripts/build-cloud.ts') !== 0) return 1
  buildClient(weapp)
  const stale = staleness()
  if (stale) {
    console.error(`${stale}: something changed while it was built. Run npm test again.`)
    return 1
  }
  rmSync(REPORT, { force: true })
  const code = run('jest', '--json', `--outputFile=${REPORT}`, ...args)
  const report = JSON.parse(readFileSync(REPORT, 'utf8')) as Record<string, number>
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numRuntimeErrorTestSuites = 0,
  } = report
  const failed = numFailedTests + numRuntimeErrorTestSuites
  console.log(`${numPassedTests} passed, ${failed} failed, ${numPendingTests} skipped`)
  return code
}

process.exitCode = main(process.argv.slice(2))
