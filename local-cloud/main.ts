/** `npm run cloud`: the local cloud as a process of its own. */
import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { StartFailure } from './failure'
import { startLocalCloud } from './index'

// The cloud's machines run in UTC, and threads take the zone of the process.
process.env['TZ'] = 'UTC'

const USAGE =
  'npm run cloud -- --port N --data DIR [--seed] [--functions DIR] [--now ISO-TIME] [--instances N] [--quiet]'

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2))
  const cloud = await startLocalCloud({ ...options, log: options.quiet ? () => undefined : logToStderr })
  process.stdout.write(`${JSON.stringify({ url: cloud.url, port: cloud.port, pid: process.pid })}\n`)
  let closing = false
  const stop = () => {
    if (closing) return
    closing = true
    cloud.close().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

function readOptions(args: string[]) {
  try {
    const { values } = parseArgs({
      args,
      options: {
        port: { type: 'string', default: '0' },
        data: { type: 'string', default: 'data' },
        seed: { type: 'boolean', default: false },
        functions: { type: 'string' },
        now: { type: 'string' },
        instances: { type: 'string' },
        quiet: { type: 'boolean', default: false },
      },
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65535)
      throw new StartFailure(`--port ${values.port} is no port. ${USAGE}`)
    const now = values.now === undefined ? undefined : Date.parse(values.now)
    if (Number.isNaN(now)) throw new StartFailure(`--now ${values.now} is no time. ${USAGE}`)
    const maxInstances = values.instances === undefined ? undefined : Number(values.instances)
    if (maxInstances !== undefined && !(Number.isInteger(maxInstances) && maxInstances > 0)) {
      throw new StartFailure(`--instances ${values.instances} is no number of instances. ${USAGE}`)
    }
    const pages = releasedPages()
    return {
      port,
      dataDir: values.data,
      seed: values.seed,
      quiet: values.quiet,
      ...(values.functions !== undefined && { functionsRoot: path.resolve(values.functions) }),
      ...(now !== undefined && { now }),
      ...(maxInstances !== undefined && { maxInstances }),
      ...(pages && { pages }),
    }
  } catch (error) {
    if (error instanceof StartFailure) throw error
    throw new StartFailure(`${error instanceof Error ? error.message : String(error)}. ${USAGE}`)
  }
}

/** The pages of the built mini-program, if it is built: `wxacode.getUnlimited` leads to these only. */
function releasedPages(): readonly string[] | null {
  const file = path.resolve('dist/weapp/app.json')
  if (!fs.existsSync(file)) return null
  type AppJson = { pages?: string[]; subPackages?: SubPackage[]; subpackages?: SubPackage[] }
  type SubPackage = { root: string; pages: string[] }
  const app = JSON.parse(fs.readFileSync(file, 'utf8')) as AppJson
  const inPackages = [...(app.subPackages ?? []), ...(app.subpackages ?? [])].flatMap((one) =>
    one.pages.map((page) => path.posix.join(one.root, page)),
  )
  return [...(app.pages ?? []), ...inPackages]
}

const logToStderr = (text: string) => void process.stderr.write(`${text}\n`)

function fail(error: unknown): void {
  const known = error instanceof Error && (error.name === 'StartFailure' || error.name === 'DataFileError')
  process.stderr.write(
    `${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  )
  process.exit(1)
}

main().catch(fail)
