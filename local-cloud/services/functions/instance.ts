import path from 'node:path'
import type { EventLoopUtilization } from 'node:perf_hooks'
import { Worker } from 'node:worker_threads'
import { CloudError } from '../../wire/cloud-error'
import { bootCode } from './boot-code'
import type { FunctionConfig } from './config'

export type Log = (level: string, text: string) => void
/** One invocation as it goes to the thread: the event and the answer are JSON texts. */
export type Invocation = {
  readonly event: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly context: Readonly<Record<string, unknown>>
}
export type InstanceOptions = {
  readonly folder: string
  readonly config: FunctionConfig
  readonly env: Readonly<Record<string, string>>
  readonly clock: SharedArrayBuffer
  readonly log: Log
  /** Called once, when the thread is gone for whatever reason. */
  readonly onGone: (instance: Instance) => void
}
type Message =
  | { ready: true }
  | { loadError: string }
  | { log: { level: string; text: string } }
  | { id: number; result: string }
  | { id: number; error: string }
type Waiting = {
  id: number
  resolve: (result: string) => void
  reject: (error: Error) => void
  timer: NodeJS.Timeout
}

/** One instance of a function: a thread that serves one invocation at a time. */
export class Instance {
  /** Resolves when the bundle is loaded; rejects with the error of loading it. */
  readonly ready: Promise<void>
  private readonly worker: Worker
  private waiting: Waiting | null = null
  private calls = 0
  private measured: EventLoopUtilization | undefined
  private settleReady!: { resolve: () => void; reject: (error: Error) => void }
  private goneBecause: Error | null = null

  constructor(private readonly options: InstanceOptions) {
    this.ready = new Promise((resolve, reject) => (this.settleReady = { resolve, reject }))
    this.ready.catch(() => undefined)
    this.worker = new Worker(bootCode(), {
      eval: true,
      env: options.env,
      workerData: { entry: path.join(options.folder, 'index.js'), clock: options.clock },
      resourceLimits: { maxOldGenerationSizeMb: options.config.memoryMb },
    })
    this.worker.on('message', (message: Message) => this.hear(message))
    this.worker.on('error', (error) => this.fail(asCloudError(error, options.config.memoryMb)))
    this.worker.on('exit', (code) => {
      this.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', `the function's process exited with code ${code}`))
      options.onGone(this)
    })
  }

  /** Runs one invocation. Rejects with a CloudError: a throw, the time limit, the memory limit. */
  invoke(invocation: Invocation): Promise<string> {
    const id = ++this.calls
    const seconds = this.options.config.timeoutSeconds
    return new Promise((resolve, reject) => {
      if (this.goneBecause) return reject(this.goneBecause)
      const timer = setTimeout(() => {
        this.fail(
          new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`),
        )
        void this.terminate()
      }, seconds * 1000)
      this.waiting = { id, resolve, reject, timer }
      this.worker.postMessage({ id, ...invocation })
    })
  }

  /** Timed out, out of memory or ended: takes no more calls. */
  get gone(): boolean {
    return this.goneBecause !== null
  }

  /** Share of the time since the last question that the thread was at work, 0 to 1. */
  load(): number {
    const now = this.worker.performance.eventLoopUtilization()
    const since = this.worker.performance.eventLoopUtilization(now, this.measured)
    this.measured = now
    return since.utilization
  }

  terminate(): Promise<unknown> {
    return this.worker.terminate()
  }

  private hear(message: Message): void {
    if ('log' in message) return this.options.log(message.log.level, message.log.text)
    if ('ready' in message) return this.settleReady.resolve()
    if ('loadError' in message) {
      this.fail(new CloudError('FUNCTIONS_EXECUTE_FAIL', message.loadError))
      return void this.terminate()
    }
    const waiting = this.waiting
    if (!waiting || waiting.id !== message.id) return
    this.waiting = null
    clearTimeout(waiting.timer)
    if ('result' in message) waiting.resolve(message.result)
    else waiting.reject(new CloudError('FUNCTIONS_EXECUTE_FAIL', message.error))
  }

  private fail(error: Error): void {
    this.goneBecause ??= error
    this.settleReady.reject(error)
    if (!this.waiting) return
    clearTimeout(this.waiting.timer)
    this.waiting.reject(error)
    this.waiting = null
  }
}

function asCloudError(error: unknown, memoryMb: number): CloudError {
  // Not `instanceof Error`: under jest the error is of another realm.
  const { code, stack } = error as { code?: string; stack?: string }
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return new CloudError('FUNCTIONS_EXECUTE_FAIL', `Memory limit exceeded: ${memoryMb} MB`)
  return new CloudError('FUNCTIONS_EXECUTE_FAIL', stack ?? String(error))
}
