/** What an app still waits for: short timers and calls on the network. Timers that a person would wait for don't count. */
export class Pending {
  private readonly waits = new Set<Promise<void>>()

  get size(): number {
    return this.waits.size
  }
  /** Counts until it settles; hands it on as it is. */
  add<T>(promise: Promise<T>): Promise<T> {
    const over: Promise<void> = promise.then(
      () => void this.waits.delete(over),
      () => void this.waits.delete(over),
    )
    this.waits.add(over)
    return promise
  }
  /** Resolves when one of them is over. */
  next(): Promise<void> {
    return Promise.race(this.waits)
  }
}
