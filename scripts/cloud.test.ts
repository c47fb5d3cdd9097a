/** `npm run cloud` in a tree of its own, whose functions are not built or were built from other sources. */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const ROOT = path.resolve(__dirname, '..')
let tree: string
beforeEach(() => {
  tree = fs.mkdtempSync(path.join(os.tmpdir(), 'changke-tree-'))
  fs.mkdirSync(path.join(tree, 'scripts'))
  for (const file of ['cloud.ts', 'build-cloud.ts'])
    fs.copyFileSync(path.join(__dirname, file), path.join(tree, 'scripts', file))
  for (const name of [
    'node_modules',
    'local-cloud',
    'cloudfunctions',
    'shared',
    'tsconfig.json',
    'package.json',
  ])
    fs.symlinkSync(path.join(ROOT, name), path.join(tree, name))
})
afterEach(() => fs.rmSync(tree, { recursive: true }))

/** A port that is none: what gets as far as starting ends there. */
function run(...more: string[]) {
  const args = ['--import', 'tsx', 'scripts/cloud.ts', '--port', 'none', ...more]
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: tree, encoding: 'utf8' })
  return { status, stderr }
}
function functionsBuiltFrom(inputs: Readonly<Record<string, string>>) {
  const functions = ['api', 'pay-notify', 'tick', 'transfer-notify']
  const out = path.join(tree, 'dist/cloudfunctions')
  for (const name of functions) fs.mkdirSync(path.join(out, name), { recursive: true })
  for (const name of functions) fs.writeFileSync(path.join(out, name, 'index.js'), '')
  fs.writeFileSync(
    path.join(out, 'build.json'),
    JSON.stringify({ hash: '', functions, externalSdk: false, inputs }),
  )
}

it('does not start without functions, and says how to build them', () => {
  expect(run()).toEqual({
    status: 1,
    stderr: 'npm run cloud: the functions are not built. Run npm run build:cloud first.\n',
  })
}, 60_000)

it('says that the functions are older than their sources, and starts', () => {
  functionsBuiltFrom({ 'package.json': 'another hash' })
  const { stderr } = run()
  expect(stderr).toContain(
    'npm run cloud: package.json changed since the build. Run npm run build:cloud; until then',
  )
  expect(stderr).toContain('--port none is no port')
}, 60_000)

it.each(['present functions', 'functions of another folder'])(
  'says nothing about %s',
  (which) => {
    const elsewhere = which === 'functions of another folder'
    if (!elsewhere) functionsBuiltFrom({})
    const { stderr } = run(...(elsewhere ? ['--functions', 'elsewhere'] : []))
    expect(stderr).not.toContain('build:cloud')
    expect(stderr).toContain('--port none is no port')
  },
  60_000,
)
