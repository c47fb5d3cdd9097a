/**
 * `npm run build:cloud [-- --external-sdk]`: bundles the functions into dist/cloudfunctions/<name>/ as they are deployed,
 * and the local cloud into dist/local-cloud/.
 */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { build, type BuildOptions, type Metafile } from 'esbuild'

const ROOT = path.resolve(__dirname, '..')
const SOURCES = path.join(ROOT, 'cloudfunctions/functions')
export const FUNCTIONS_OUT = path.join(ROOT, 'dist/cloudfunctions')
const LOCAL_CLOUD_OUT = path.join(ROOT, 'dist/local-cloud')
export const LOCAL_CLOUD_MAIN = path.join(LOCAL_CLOUD_OUT, 'main.js')
/** Native or only needed when running from source; they are loaded from node_modules. */
const LOCAL_CLOUD_EXTERNALS = ['libsql', 'esbuild', 'sharp']

/** What a build was made of, `build.json` beside it: files by their path from the root, with the hash of their bytes. */
type BuildRecord = {
  readonly hash: string
  readonly functions: readonly string[]
  readonly externalSdk: boolean
  readonly inputs: Readonly<Record<string, string>>
}
const COMMON: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  metafile: true,
  logLevel: 'warning',
  absWorkingDir: ROOT,
  tsconfig: path.join(ROOT, 'tsconfig.json'),
}

/** Names of the functions that have sources. */
export const functionNames = (): string[] =>
  fs.existsSync(SOURCES)
    ? fs
        .readdirSync(SOURCES)
        .filter((name) => fs.existsSync(path.join(SOURCES, name, 'index.ts')))
        .sort()
    : []

/** Bundles every function; the SDK goes into the bundle unless `externalSdk`. */
export async function buildFunctions({ externalSdk = false } = {}): Promise<BuildRecord> {
  const functions = functionNames()
  if (functions.length === 0) throw new Error(`no functions in ${SOURCES}`)
  const results = await Promise.all(
    functions.map((name) =>
      build({
        ...COMMON,
        metafile: true,
        entryPoints: [path.join(SOURCES, name, 'index.ts')],
        outfile: path.join(FUNCTIONS_OUT, name, 'index.js'),
        external: externalSdk ? ['wx-server-sdk'] : [],
      }),
    ),
  )
  for (const name of functions) writeManifests(name, externalSdk)
  removeOthers(functions)
  const configs = functions
    .map((name) => path.join(SOURCES, name, 'config.json'))
    .filter((file) => fs.existsSync(file))
  return writeRecord(
    FUNCTIONS_OUT,
    results.map((one) => one.metafile),
    configs,
    { functions, externalSdk },
  )
}

/** Bundles the local cloud and the thread of its function instances. */
export async function buildLocalCloud(): Promise<BuildRecord> {
  const result = await build({
    ...COMMON,
    metafile: true,
    entryPoints: {
      main: path.join(ROOT, 'local-cloud/main.ts'),
      worker: path.join(ROOT, 'local-cloud/services/functions/worker.ts'),
    },
    outdir: LOCAL_CLOUD_OUT,
    external: LOCAL_CLOUD_EXTERNALS,
  })
  return writeRecord(LOCAL_CLOUD_OUT, [result.metafile], [], { functions: [], externalSdk: false })
}

/** Why the functions' build doesn't fit the sources, as a sentence; null when it does. */
export function staleBuild(): string | null {
  const record = readRecord(FUNCTIONS_OUT)
  if (!record) return 'the functions are not built'
  if (record.functions.join() !== functionNames().join())
    return 'functions were added or removed since the build'
  const missing = record.functions.find((name) => !fs.existsSync(path.join(FUNCTIONS_OUT, name, 'index.js')))
  return missing ? `the bundle of ${missing} is missing` : changedInput(record)
}

/** The same for the local cloud's own bundle. */
export function staleLocalCloud(): string | null {
  const record = readRecord(LOCAL_CLOUD_OUT)
  if (!record || !fs.existsSync(LOCAL_CLOUD_MAIN)) return 'the local cloud is not built'
  return changedInput(record)
}

function changedInput(record: BuildRecord): string | null {
  const changed = Object.entries(record.inputs).find(([file, hash]) => hashOf(path.join(ROOT, file)) !== hash)
  return changed ? `${changed[0]} changed since the build` : null
}

/** package.json and config.json of a deployed function; the sources' config.json wins. */
function writeManifests(name: string, externalSdk: boolean): void {
  const folder = path.join(FUNCTIONS_OUT, name)
  const root = readJson(path.join(ROOT, 'package.json')) as {
    version: string
    dependencies: Record<string, string>
  }
  const dependencies = externalSdk ? { 'wx-server-sdk': root.dependencies['wx-server-sdk'] } : {}
  const own = path.join(SOURCES, name, 'config.json')
  const config = { permissions: { openapi: [] }, ...(fs.existsSync(own) ? (readJson(own) as object) : {}) }
  writeJson(path.join(folder, 'package.json'), {
    name,
    version: root.version,
    main: 'index.js',
    dependencies,
  })
  writeJson(path.join(folder, 'config.json'), config)
}

/** Bundles of functions that no longer exist would still be served and deployed. */
function removeOthers(functions: readonly string[]): void {
  for (const name of fs.readdirSync(FUNCTIONS_OUT)) {
    const folder = path.join(FUNCTIONS_OUT, name)
    if (fs.statSync(folder).isDirectory() && !functions.includes(name)) fs.rmSync(folder, { recursive: true })
  }
}

function writeRecord(
  out: string,
  metafiles: readonly Metafile[],
  further: readonly string[],
  about: Pick<BuildRecord, 'functions' | 'externalSdk'>,
): BuildRecord {
  const own = metafiles
    .flatMap((metafile) => Object.keys(metafile.inputs))
    .filter((file) => !file.includes('node_modules/'))
  const named = [
    ...own,
    ...further.map((file) => path.relative(ROOT, file)),
    'package-lock.json',
    'tsconfig.json',
  ]
  const files = [...new Set(named)].sort()
  const inputs = Object.fromEntries(files.map((file) => [file, hashOf(path.join(ROOT, file)) ?? '']))
  const hash = createHash('sha256')
    .update(JSON.stringify({ inputs, ...about }))
    .digest('hex')
  const record: BuildRecord = { hash, ...about, inputs }
  writeJson(path.join(out, 'build.json'), record)
  return record
}

function readRecord(out: string): BuildRecord | null {
  const file = path.join(out, 'build.json')
  return fs.existsSync(file) ? (readJson(file) as BuildRecord) : null
}
const hashOf = (file: string): string | null =>
  fs.existsSync(file) ? createHash('sha256').update(fs.readFileSync(file)).digest('hex') : null
const readJson = (file: string): unknown => JSON.parse(fs.readFileSync(file, 'utf8'))
const writeJson = (file: string, value: object) =>
  fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`)

async function main(): Promise<void> {
  const functions = await buildFunctions({ externalSdk: process.argv.includes('--external-sdk') })
  await buildLocalCloud()
  process.stdout.write(`built ${functions.functions.join(', ')} and the local cloud\n`)
}

if (process.argv[1]?.endsWith('build-cloud.ts')) {
  main().catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  })
}
