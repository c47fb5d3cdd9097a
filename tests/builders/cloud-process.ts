/** The local cloud as its own process, so that its processor time can be told from the customers'. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

const ROOT = path.resolve(__dirname, '../..')
/** Clock ticks a second in /proc/<pid>/stat on every Linux we run on (`getconf CLK_TCK`). */
const TICKS_PER_SECOND = 100

export type CloudProcess = {
  readonly url: string
  /** User and system time of the whole process, worker threads included, in ms. */
  cpuMs(): number
  memoryMB(): number
  stop(): Promise<void>
}

export async function startCloudProcess(dataDir: string): Promise<CloudProcess> {
  const args = ['--port', '0', '--data', dataDir, '--seed', '--quiet']
  const child: ChildProcess = spawn(
    process.execPath,
    [path.join(ROOT, 'dist/local-cloud/main.js'), ...args],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const lines = createInterface({ input: child.stdout! })
  const first = await new Promise<string>((resolve, reject) => {
    lines.once('line', resolve)
    child.once('exit', (code) =>
      reject(new Error(`the local cloud ended with ${String(code)} before it was ready`)),
    )
  })
  const { url } = JSON.parse(first) as { url: string }
  const proc = (name: string) => readFileSync(`/proc/${child.pid}/${name}`, 'utf8')
  return {
    url,
    cpuMs() {
      const fields = proc('stat')
        .replace(/^.*\) /, '')
        .split(' ')
      return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS_PER_SECOND
    },
    memoryMB: () => Number(/VmRSS:\s+(\d+)/.exec(proc('status'))?.[1] ?? 0) / 1024,
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => resolve())
        child.kill('SIGTERM')
      }),
  }
}
