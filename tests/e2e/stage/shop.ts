import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import type { Instant } from '@shared/kernel/time'
import { checkPort, listen } from '../../../local-cloud/desk/server/listen'
import type { DeskConfig } from '../../../local-cloud/desk/common/shop'

export const ROOT = path.resolve(__dirname, '..', '..', '..')
const READY_MS = 60_000
/** How far from the desk's port `npm start` puts the cloud's. */
const CLOUD_STEP = 10

/** The shop as `npm start` runs it, in a process of its own. */
export type RunningShop = {
  readonly deskUrl: string
  readonly phoneUrls: readonly string[]
  /** Where the cloud itself stands, without the desk before it. */
  readonly cloudUrl: string
  /** What the cloud's clock says. */
  now(): Promise<Instant>
  /** Moves the cloud's clock; what becomes due is done when this returns. */
  advance(ms: number): Promise<void>
  /** Ctrl-C; throws when it does not end cleanly. */
  stop(): Promise<void>
}

/** Starts the shop on a data folder; the same port again keeps what the browser remembers of its phones. */
export async function startShop(dataDir: string, port: number): Promise<RunningShop> {
  const args = [
    '--import',
    'tsx',
    'scripts/start.ts',
    '--no-build',
    '--data',
    dataDir,
    '--port',
    String(port),
  ]
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const deskUrl = await urlOf(child, said)
  const config = (await (await fetch(`${deskUrl}/desk/config.json`)).json()) as DeskConfig
  return {
    deskUrl,
    phoneUrls: config.phones.map((p) => p.url),
    cloudUrl: `http://127.0.0.1:${port + CLOUD_STEP}`,
    async now() {
      return ((await (await fetch(`${deskUrl}/clock`)).json()) as { now: Instant }).now
    },
    async advance(ms) {
      const response = await fetch(`${deskUrl}/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ advanceMs: ms }),
      })
      if (!response.ok) throw new Error(`the clock did not move: ${await response.text()}`)
    },
    async stop() {
      child.kill('SIGINT')
      const [code] = (await once(child, 'exit')) as [number | null]
      if (code !== 0) throw new Error(`npm start ended with ${String(code)}\n${said.join('')}`)
    },
  }
}

/** A free port whose neighbours, which the phones and the cloud take, are free as well. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const probe = await listen(0, 'a probe', [])
    await probe.close()
    const taken = await Promise.all(
      [1, 2, CLOUD_STEP].map((step) => checkPort(probe.port + step, 'a probe').then(ok, no)),
    )
    if (taken.every((free) => free)) return probe.port
  }
  throw new Error('no free ports')
}
const TRIES = 20
const ok = () => true
const no = () => false

/** Waits for the one line with the desk's address. */
async function urlOf(child: ChildProcess, said: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => giveUp('npm start did not print its address'), READY_MS)
    const giveUp = (why: string) => {
      clearTimeout(late)
      child.kill('SIGKILL')
      reject(new Error(`${why}\n${said.join('')}`))
    }
    child.once('exit', (code) => giveUp(`npm start ended with ${String(code)}`))
    child.stdout?.on('data', (chunk: Buffer) => {
      said.push(chunk.toString())
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said.join(''))?.[0]
      if (!url) return
      clearTimeout(late)
      child.removeAllListeners('exit')
      resolve(url)
    })
  })
}
