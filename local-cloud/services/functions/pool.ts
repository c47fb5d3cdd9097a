import { availableParallelism } from 'node:os'
import { type EventLoopUtilization, performance } from 'node:perf_hooks'
import { CloudError } from '../../wire/cloud-error'
import { Instance, type InstanceOptions, type Invocation } from './instance'
import { MAX_INSTANCES } from './limits'

/** How often a waiting call makes the pool think about one instance more, and when it stops thinking. */
const LOOK_EVERY_MS = 30
const PATIENCE_MS = 2_000

type Job = {
  readonly invocation: Invocation
  readonly resolve: (result: string) => void
  readonly reject: (error: Error) => void
  readonly since: number
}

/**
 * The instances of one function. A call takes a warm instance; when none is free it queues, and one more is started,
 * up to the limit, while the processors have room or when it has waited long: a cold start costs more than many warm
 * calls, so on a busy machine the calls take turns on the warm ones. A call made by a function (`nested`) goes to the front and may start an instance beyond the limit: its caller holds
 * one of them and would wait for itself.
 */
export class Pool {
  private readonly idle: Instance[] = []
  private readonly all = new Set<Instance>()
  private readonly queue: Job[] = []
  private starting = 0
  private closed = false
  private growing: NodeJS.Timeout | null = null
  private measured: EventLoopUtilization = performance.eventLoopUtilization()

  constructor(
    private readonly options: Omit<InstanceOptions, 'onGone'>,
    private readonly limit = MAX_INSTANCES,
  ) {}

  run(invocation: Invocation, nested: boolean): Promise<string> {
    return new Promise((resolve, reject) => {
      const job: Job = { invocation, resolve, reject, since: performance.now() }
      const warm = this.idle.pop()
      if (warm) return void this.give(warm, job)
      if (nested) this.queue.unshift(job)
      else this.queue.push(job)
      if (nested || this.all.size === 0) void this.startOne()
      else this.grow()
    })
  }

  /** How many instances there are, busy ones included. */
  get size(): number {
    return this.all.size
  }

  async close(): Promise<void> {
    this.closed = true
    if (this.growing) clearTimeout(this.growing)
    for (const job of this.queue.splice(0))
      job.reject(new CloudError('FUNCTIONS_REQUEST_FAIL', 'the cloud is closing'))
    await Promise.all([...this.all].map((instance) => instance.terminate()))
  }

  /** Looks again and again, as long as calls wait, whether to start one instance more. */
  private grow(): void {
    if (this.growing || this.all.size >= this.limit) return
    this.hasRoom()
    this.growing = setTimeout(() => {
      this.growing = null
      if (this.queue.length === 0) return
      const oldest = Math.min(...this.queue.map((job) => job.since))
      const patient = performance.now() - oldest < PATIENCE_MS
      if (this.starting === 0 && (this.hasRoom() || !patient)) void this.startOne()
      this.grow()
    }, LOOK_EVERY_MS)
  }

  /** Whether this function's threads and the main one left half the processors idle since the last look: measured, that is
   *  where one thread more stops making 8 customers' orders faster and makes them dearer. */
  private hasRoom(): boolean {
    const now = performance.eventLoopUtilization()
    const main = performance.eventLoopUtilization(now, this.measured).utilization
    this.measured = now
    const busy = [...this.all].reduce((sum, instance) => sum + instance.load(), main)
    return busy < availableParallelism() / 2
  }

  private async startOne(): Promise<void> {
    this.starting++
    const instance = new Instance({ ...this.options, onGone: (gone) => this.forget(gone) })
    this.all.add(instance)
    try {
      await instance.ready
    } catch (error) {
      // A bundle that can't be loaded fails the call that caused the start; the next call tries again.
      this.queue.shift()?.reject(error as Error)
      return
    } finally {
      this.starting--
    }
    this.next(instance)
  }

  private async give(instance: Instance, job: Job): Promise<void> {
    try {
      job.resolve(await instance.invoke(job.invocation))
    } catch (error) {
      job.reject(error as Error)
    }
    if (!instance.gone) this.next(instance)
  }

  private next(instance: Instance): void {
    const job = this.queue.shift()
    if (job) return void this.give(instance, job)
    if (this.all.size > this.limit) return void instance.terminate()
    this.idle.push(instance)
  }

  private forget(instance: Instance): void {
    this.all.delete(instance)
    const at = this.idle.indexOf(instance)
    if (at >= 0) this.idle.splice(at, 1)
    if (this.queue.length > 0 && this.starting === 0 && !this.closed) void this.startOne()
  }
}
