/**
 * `npm run audit [-- --data DIR | --url http://127.0.0.1:7310]`: audits the books of a shop and says in words what is
 * wrong; ends with 1 when anything is, 2 when it could not look. By default the local shop in `data/demo`, whether it runs
 * or not; a real environment when TCB_ENV_ID, TENCENT_SECRET_ID and TENCENT_SECRET_KEY are set. It only reads. A shop in
 * which orders are placed at this very moment may be seen half-way: then ask again.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { lockDataFolder } from '../local-cloud/data-folder'
import { StartFailure } from '../local-cloud/failure'
import { openClock } from '../local-cloud/services/clock/clock'
import { openDatabase } from '../local-cloud/services/database'
import { openStateStore } from '../local-cloud/state/store'
import { collections } from '../cloudfunctions/database/collections'
import { audit } from './audit/audit'
import { booksOf, type Books } from './audit/books'
import { readBooks } from './audit/read-books'

const DEFAULT_URL = 'http://127.0.0.1:7310'

async function books(args: readonly string[]): Promise<Books> {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string', default: 'data/demo' }, url: { type: 'string' } },
  })
  const { TCB_ENV_ID: env, TENCENT_SECRET_ID: secretId, TENCENT_SECRET_KEY: secretKey } = process.env
  if (env && secretId && secretKey) return readBooks({ env, secretId, secretKey }, Date.now())
  if (values.url !== undefined) return ofRunning(values.url)
  return (await ofFolder(path.resolve(values.data))) ?? ofRunning(DEFAULT_URL)
}

async function ofRunning(url: string): Promise<Books> {
  const answer = await fetch(`${url}/healthz`).catch(() => null)
  if (!answer) throw new StartFailure(`no shop answers at ${url}; say where yours runs with --url`)
  const { now } = (await answer.json()) as { now: number }
  return readBooks({ adminUrl: `${url}/admin` }, now)
}

/** The books of a shop that does not run; null when one that runs holds the folder. */
async function ofFolder(folder: string): Promise<Books | null> {
  const file = path.join(folder, 'database.db')
  if (!existsSync(file)) throw new StartFailure(`there is no shop in ${folder}; npm start makes one`)
  const lock = lockOf(folder)
  if (!lock) return null
  const store = openStateStore(path.join(folder, 'state.db'))
  const { now } = openClock(store)
  const database = openDatabase({ file, now })
  database.ensure(collections)
  try {
    return booksOf((name) => database.all(name), now())
  } finally {
    database.close()
    store.close()
    lock.release()
  }
}

function lockOf(folder: string) {
  try {
    return lockDataFolder(folder)
  } catch (error) {
    if (error instanceof StartFailure) return null
    throw error
  }
}

async function main(): Promise<number> {
  const found = await books(process.argv.slice(2))
  const faults = audit(found)
  const { orders, coupons, members } = found
  const size = `${orders.length} orders, ${coupons.length} coupons, ${members.length} members`
  console.log(faults.length === 0 ? `in order: ${size}` : `${faults.length} faults in ${size}:`)
  for (const fault of faults) console.log(`- ${fault}`)
  return faults.length === 0 ? 0 : 1
}

main().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error instanceof StartFailure ? error.message : error)
    process.exitCode = 2
  },
)
