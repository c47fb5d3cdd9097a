/**
 * `npm run cloud`: starts the built local cloud, or its sources when that build is missing or older than they are. The
 * functions always run as they were built: when that was too long ago it says so, when there are none it ends.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { functionNames, FUNCTIONS_OUT, LOCAL_CLOUD_MAIN, staleBuild, staleLocalCloud } from './build-cloud'

/** Functions from another folder are nobody's build. */
const ownFunctions = !process.argv.some((argument) => /^--functions(=|$)/.test(argument))

/** Says what is wrong with the functions' build; false when there is nothing to run. */
function functionsAreThere(): boolean {
  const stale = staleBuild()
  if (stale === null) return true
  const runnable = functionNames().every((name) => existsSync(path.join(FUNCTIONS_OUT, name, 'index.js')))
  const what = runnable ? '; until then the functions run as they were built' : ' first'
  process.stderr.write(`npm run cloud: ${stale}. Run npm run build:cloud${what}.\n`)
  return runnable
}

async function main(): Promise<void> {
  if (ownFunctions && !functionsAreThere()) {
    process.exitCode = 1
    return
  }
  if (staleLocalCloud() === null) {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- the built bundle is CommonJS
    require(LOCAL_CLOUD_MAIN)
    return
  }
  await import('../local-cloud/main')
}

void main()
