import type { OutboxEntry } from '../database/rows'

export type Draining = {
  /** Does what one entry asks for. Idempotent: after a crash it is asked again. */
  readonly carryOut: (entry: OutboxEntry) => Promise<void>
  readonly onFailure: (entry: OutboxEntry, error: unknown) => void
  /** Takes the entries that are done out of their document; not called when there are none. */
  readonly done: (ids: readonly string[]) => Promise<void>
}

/**
 * Carries out the effects that a committed document holds, one after the other: right after the commit, and again by
 * the sweep. One that fails stays in the document and keeps none of the others from running.
 */
export async function drainOutbox(entries: readonly OutboxEntry[], draining: Draining): Promise<void> {
  const finished: string[] = []
  for (const entry of entries) {
    try {
      await draining.carryOut(entry)
      finished.push(entry.id)
    } catch (error) {
      draining.onFailure(entry, error)
    }
  }
  if (finished.length > 0) await draining.done(finished)
}
