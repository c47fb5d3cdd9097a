/**
 * What runs in the thread of one function instance: loads the bundle once, then answers one invocation at a time.
 * Stands alone (imports nothing of ours), because it is handed to the thread as text.
 */
import { parentPort, workerData } from 'node:worker_threads'

type Boot = { readonly entry: string; readonly clock: SharedArrayBuffer }
type Call = {
  readonly id: number
  readonly event: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly context: Readonly<Record<string, unknown>>
}
type Handler = (event: unknown, context: unknown) => unknown

const boot = workerData as Boot
const port = parentPort
if (!port) throw new Error('a function instance runs in a worker thread')

// A thread's process.env is a native map; the SDK reads it dozens of times for each call. A plain copy is as true.
process.env = { ...process.env }
shiftDate(new Float64Array(boot.clock))
forwardConsole()

let main: Handler
try {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- a bundle is CommonJS, as the cloud runs it
  const loaded = require(boot.entry) as { main?: Handler }
  if (typeof loaded.main !== 'function') throw new Error('exports.main is not a function')
  main = loaded.main
  port.postMessage({ ready: true })
  port.on('message', (call: Call) => void answer(call))
} catch (error) {
  port.postMessage({ loadError: describe(error) })
}

async function answer(call: Call): Promise<void> {
  for (const [key, value] of Object.entries(call.env)) {
    if (value === undefined) delete process.env[key]
    else process.env[key] = value
  }
  try {
    const result: unknown = await main(JSON.parse(call.event), call.context)
    port?.postMessage({ id: call.id, result: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    port?.postMessage({ id: call.id, error: describe(error) })
  }
}

/** As the cloud reports a throw: the error's own text with its stack. */
function describe(error: unknown): string {
  if (error instanceof Error) return error.stack ?? `${error.name}: ${error.message}`
  if (typeof error === 'object' && error !== null && 'errMsg' in error) return String(error.errMsg)
  return typeof error === 'string' ? error : (JSON.stringify(error) ?? String(error))
}

/** The function sees the cloud's clock: `Date` is the machine's, moved by the shared offset. */
function shiftDate(offsetCell: Float64Array): void {
  const RealDate = Date
  const now = () => RealDate.now() + (offsetCell[0] ?? 0)
  function CloudDate(this: unknown, ...args: unknown[]): unknown {
    if (!new.target) return new RealDate(now()).toString()
    return Reflect.construct(RealDate, args.length === 0 ? [now()] : args, new.target)
  }
  CloudDate.prototype = RealDate.prototype
  Object.setPrototypeOf(CloudDate, RealDate)
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: CloudDate,
    writable: true,
    configurable: true,
  })
  Object.defineProperty(CloudDate, 'now', { value: now, writable: true, configurable: true })
  Object.defineProperty(globalThis, 'Date', { value: CloudDate, writable: true, configurable: true })
}

/** Logs go to the cloud's log, with the function's name, in order. */
function forwardConsole(): void {
  for (const level of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    console[level] = (...args: unknown[]) => {
      port?.postMessage({ log: { level, text: args.map(printable).join(' ') } })
    }
  }
}
function printable(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.stack ?? value.message
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
