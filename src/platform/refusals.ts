import { SYSTEM_SENTENCES } from '@shared/kernel/sentences'

/** Any answer that is not ok, as the screens see it. */
type Failed = { readonly ok: false; readonly code: string; readonly requestId: string }

const { INTERNAL, ...SYSTEM } = SYSTEM_SENTENCES
const COMMON: Readonly<Record<string, string>> = { ...SYSTEM, OFFLINE: '网络好像断了，请检查后再试' }

/**
 * The one translator of a "no" into words for the person. `own` holds the room's sentences by code; what it doesn't
 * name falls back to the system's. A bug shows the id that the log knows, where it came with one.
 */
export function sentence(failed: Failed, own: Readonly<Record<string, string>> = {}): string {
  const known = own[failed.code] ?? COMMON[failed.code]
  if (known !== undefined) return known
  const id = failed.requestId.slice(-8)
  return id === '' ? INTERNAL : `${INTERNAL}（编号 ${id}）`
}
