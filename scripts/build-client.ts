/** `npm run build:weapp`, `npm run build:h5`: Taro's build, skipped when nothing it is made of has changed. */
import { spawnSync } from 'node:child_process'
import { h5, inputsHash, isFresh, ROOT, weapp, writeStamp, type Build } from './stamp'

/** Builds unless the build is fresh; throws when Taro fails. Taro's own talk is shown only then. */
export function buildClient(build: Build, force = false): void {
  if (!force && isFresh(build)) return console.log(`${build.name}: up to date`)
  const hash = inputsHash(build)
  const from = performance.now()
  const { status, stdout, stderr } = spawnSync(
    'npx',
    ['--no-install', 'taro', 'build', '--type', build.name],
    {
      cwd: ROOT,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production' },
      maxBuffer: 64 << 20,
    },
  )
  // Taro's command exits 0 on some compile errors: its words decide as well.
  if (status !== 0 || /Module not found|Failed to compile|编译失败|✖|Error:/.test(stdout + stderr))
    throw new Error(`taro build --type ${build.name} failed\n${ends(stdout)}\n${ends(stderr)}`)
  writeStamp(build, hash)
  console.log(`${build.name}: built in ${((performance.now() - from) / 1000).toFixed(1)} s`)
}

const MOST_LINES = 120

/** As much as a person reads: how it began and how it ended. */
function ends(words: string): string {
  const lines = words.split('\n')
  const left = lines.length - MOST_LINES
  if (left <= 0) return words
  const half = MOST_LINES / 2
  return [...lines.slice(0, half), `… ${left} more lines …`, ...lines.slice(-half)].join('\n')
}

if (process.argv[1]?.endsWith('build-client.ts')) {
  const name = process.argv[2]
  const build = [weapp, h5].find((b) => b.name === name)
  if (!build) throw new Error(`usage: build-client weapp|h5 [--force], not ${String(name)}`)
  buildClient(build, process.argv.includes('--force'))
}
