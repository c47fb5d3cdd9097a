/** `npm start`: builds what is needed, starts the local cloud with the demo shop, and opens the desk. */
import { spawnSync } from 'node:child_process'
import { appendFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { startLocalCloud } from '../local-cloud'
import { buildDesk } from '../local-cloud/desk/build'
import { demoShop, firstHolders } from '../local-cloud/desk/demo-shop'
import { checkPort, startDesk } from '../local-cloud/desk/server'
import { BadOption, startOptions, type StartOptions, USAGE } from '../local-cloud/desk/start-options'
import { buildClient } from './build-client'
import { h5, ROOT } from './stamp'

// The cloud's machines run in UTC, and threads take the zone of the process.
process.env['TZ'] = 'UTC'

const H5_DIR = path.join(ROOT, 'dist', 'h5')
const DESK_DIR = path.join(ROOT, 'dist', 'desk')

async function main(): Promise<void> {
  const options = startOptions(process.argv.slice(2), process.env, ROOT)
  await checkPorts(options)
  if (options.build) build()
  if (options.build || !existsSync(DESK_DIR)) await buildDesk(ROOT, DESK_DIR)
  mkdirSync(options.dataDir, { recursive: true })
  const logFile = path.join(options.dataDir, 'cloud.log')
  const cloud = await startLocalCloud({
    dataDir: options.dataDir,
    port: options.cloudPort,
    functionsRoot: path.join(ROOT, 'dist', 'cloudfunctions'),
    seed: true,
    payee: demoShop.name,
    log: (text) => appendFileSync(logFile, `${text}\n`),
  })
  const desk = await startDesk({
    ...options,
    cloudUrl: cloud.url,
    linkTo: (path) => cloud.storage.temporaryUrl(path),
    h5Dir: H5_DIR,
    deskDir: DESK_DIR,
    shop: demoShop,
    holders: firstHolders,
  }).catch(async (error: unknown) => {
    await cloud.close()
    throw error
  })
  console.log(`\n  常客 Changke: the desk is at  ${desk.url}\n`)
  const kept = path.relative(process.cwd(), options.dataDir) || '.'
  console.log(`  The local cloud answers at ${cloud.url}. Everything is kept in ${kept}. Ctrl-C stops.`)
  stopOnSignal(async () => {
    await desk.close()
    await cloud.close()
  })
}

/** Asked first: nobody should wait for a build to learn that a port is taken. */
async function checkPorts({ deskPort, phonePorts, cloudPort }: StartOptions): Promise<void> {
  await checkPort(deskPort, 'the desk')
  for (const [i, port] of phonePorts.entries()) await checkPort(port, `phone ${i + 1}`)
  await checkPort(cloudPort, 'the local cloud')
}

function build(): void {
  console.log('Building what has changed (the first time takes one to four minutes) …')
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build-cloud.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) throw new Error('the cloud functions did not build')
  buildClient(h5)
}

/** Ctrl-C lets everything end in order; a second one does not wait. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const end = () => {
    if (stopping) process.exit(130)
    stopping = true
    stop().then(() => process.exit(0), fail)
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
}

/** Names of errors that carry a sentence for whoever runs the command. */
const SENTENCES = ['StartFailure', 'DataFileError']

function fail(error: unknown): never {
  if (error instanceof BadOption) console.error(`${error.message}\n\n${USAGE}`)
  else if (error instanceof Error && SENTENCES.includes(error.name)) console.error(error.message)
  else console.error(error)
  process.exit(1)
}

main().catch(fail)
