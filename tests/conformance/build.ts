/** `npx tsx tests/conformance/build.ts`: bundles the suite as a function, to be deployed, into dist/conformance/. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { build } from 'esbuild'

const ROOT = path.resolve(__dirname, '../..')
const OUT = path.join(ROOT, 'dist/conformance')
/** The function's name. */
export const FUNCTION = 'conformance'

/** Writes `<out>/conformance/`; `out` can be the functions' root of a local cloud. */
export async function buildConformance(out = OUT): Promise<void> {
  const folder = path.join(out, FUNCTION)
  await mkdir(folder, { recursive: true })
  await build({
    entryPoints: [path.join(__dirname, 'function/index.ts')],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node16',
    format: 'cjs',
    logLevel: 'warning',
    absWorkingDir: ROOT,
    tsconfig: path.join(ROOT, 'tsconfig.json'),
  })
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: FUNCTION, main: 'index.js' }))
  await writeFile(path.join(folder, 'config.json'), JSON.stringify({ timeout: 60, memorySize: 256 }))
}

if (process.argv[1]?.endsWith('conformance/build.ts')) {
  buildConformance().then(
    () => process.stdout.write(`built ${path.relative(process.cwd(), path.join(OUT, FUNCTION))}\n`),
    (error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
      process.exitCode = 1
    },
  )
}
