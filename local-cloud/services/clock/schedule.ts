import type { Instant } from '@shared/kernel/time'
import type { Space, StateStore } from '../../state/store'
import type { Clock } from './clock'

/** Something that is to happen at an instant of the cloud's clock. Survives restarts; fired at least once. */
export type Due = { readonly id: string; readonly at: Instant; readonly kind: string; readonly data: unknown }
type Handler = (due: Due) => Promise<void>

export type Schedule = {
  /** Who carries out what is due of this kind. A throw is logged and the entry is dropped. */
  on(kind: string, handler: Handler): void
  /** Durable when it returns. The same id replaces. */
  add(due: Due): void
  remove(id: string): void
  pending(kind?: string): readonly Due[]
  /** Begins firing; what became due while the program was stopped comes at once. */
  start(): void
  /**
   * Moves the clock forward to `at`. What becomes due on the way is fired in order, each at its own instant and
   * finished before the next. Resolves when everything due has been carried out. Answers how many were fired.
   */
  advanceTo(at: Instant): Promise<number>
  /** Resolves when nothing that was due is still being carried out. */
  idle(): Promise<void>
  stop(): void
}

/** The longest wait that `setTimeout` takes. */
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1

export const openSchedule = (store: StateStore, clock: Clock, log: (message: string) => void): Schedule =>
  new DurableSchedule(store.space<Due>('schedule'), clock, log)

class DurableSchedule implements Schedule {
  private readonly handlers = new Map<string, Handler>()
  private readonly running = new Map<string, Promise<void>>()
  private timer: NodeJS.Timeout | undefined
  private advancing: Promise<number> | null = null
  private started = false

  constructor(
    private readonly entries: Space<Due>,
    private readonly clock: Clock,
    private readonly log: (message: string) => void,
  ) {}

  on(kind: string, handler: Handler): void {
    this.handlers.set(kind, handler)
  }
  add(due: Due): void {
    this.entries.set(due.id, due)
    this.arm()
  }
  remove(id: string): void {
    this.entries.delete(id)
    this.arm()
  }
  pending(kind?: string): readonly Due[] {
    return [...this.entries.entries()]
      .map(([, due]) => due)
      .filter((due) => kind === undefined || due.kind === kind)
      .sort((a, b) => (isBefore(a, b) ? -1 : 1))
  }
  start(): void {
    this.started = true
    this.arm()
  }
  stop(): void {
    this.started = false
    clearTimeout(this.timer)
  }
  async advanceTo(at: Instant): Promise<number> {
    while (this.advancing) await this.advancing
    clearTimeout(this.timer)
    this.advancing = this.walk(at)
    try {
      return await this.advancing
    } finally {
      this.advancing = null
      this.arm()
    }
  }
  async idle(): Promise<void> {
    // What is due this very moment may still wait for its timer.
    if (this.started && !this.advancing) this.tick()
    while (this.running.size > 0) await Promise.all(this.running.values())
  }

  private next(): Due | undefined {
    let first: Due | undefined
    for (const [, due] of this.entries.entries()) {
      if (!this.running.has(due.id) && (!first || isBefore(due, first))) first = due
    }
    return first
  }
  private fire(due: Due): Promise<void> {
    const done = this.carryOut(due).finally(() => this.running.delete(due.id))
    this.running.set(due.id, done)
    return done
  }
  private async carryOut(due: Due): Promise<void> {
    try {
      await this.handlers.get(due.kind)?.(due)
    } catch (error) {
      this.log(`${due.kind} ${due.id} failed: ${error instanceof Error ? error.message : String(error)}`)
    }
    // The handler may have put the same id back for later (a timer's next turn): only the fired one goes.
    if (this.entries.get(due.id)?.at === due.at) this.entries.delete(due.id)
  }
  private arm(): void {
    clearTimeout(this.timer)
    if (!this.started || this.advancing) return
    const due = this.next()
    if (!due) return
    const wait = Math.min(Math.max(due.at - this.clock.now(), 0), LONGEST_TIMEOUT_MS)
    this.timer = setTimeout(() => this.tick(), wait)
    this.timer.unref()
  }
  private tick(): void {
    for (let due = this.next(); due && due.at <= this.clock.now(); due = this.next()) {
      void this.fire(due).then(() => this.arm())
    }
    this.arm()
  }
  private async walk(at: Instant): Promise<number> {
    let fired = 0
    await Promise.all(this.running.values())
    for (let due = this.next(); due && due.at <= at; due = this.next()) {
      this.clock.jumpTo(due.at)
      await this.fire(due)
      fired++
    }
    this.clock.jumpTo(at)
    return fired
  }
}

const isBefore = (a: Due, b: Due) => a.at < b.at || (a.at === b.at && a.id < b.id)
