import { isDeepStrictEqual } from 'node:util'

/** What a form's save is made on: the version that it was opened on; `id` null for what the phone has not seen yet. */
type Sent<D> = { readonly id: string | null; readonly version: number; readonly draft: D }
type There<D> = { readonly version: number; readonly draft: D }

const FIRST_VERSION = 1

/**
 * What a save finds of what is there. 'done': an earlier attempt, whose answer was lost, came through, and says the same.
 * 'other': somebody else changed it meanwhile. 'open': it may go on. A form without an id, found by its key, has made
 * nothing but the first version; what was typed since its lost answer goes on from that.
 */
export function savedBefore<D>({ id, version, draft }: Sent<D>, there: There<D>): 'done' | 'other' | 'open' {
  if (id !== null && version === there.version) return 'open'
  if (isDeepStrictEqual(draft, there.draft)) return 'done'
  return id === null && there.version === FIRST_VERSION ? 'open' : 'other'
}
