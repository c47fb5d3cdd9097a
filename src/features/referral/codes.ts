import type { MemberChannel, WantedTarget } from '@shared/referral/contract'
import { useMe } from '@/features/members'
import { load, save } from '@/platform/storage'
import { api } from './api'

/** The shop itself: what every member's phone has ready. */
export const SHOP: WantedTarget = { kind: 'shop' }

const MEMORY = 'codes'
/** Far more than one person passes on; beyond it the memory begins anew. */
const MOST_KEPT = 200

type Kept = Readonly<Record<string, string>>
const asked = new Map<string, Promise<string | null>>()

const isText = (value: unknown): value is string => typeof value === 'string'
function kept(): Kept {
  const found = load(MEMORY)
  if (typeof found !== 'object' || found === null) return {}
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, string] => isText(entry[1])),
  )
}

const memberId = (): string | null => useMe.getState().me?.member?.id ?? null
const keyOf = (who: string, target: WantedTarget, channel: MemberChannel): string =>
  JSON.stringify([who, channel, target])

/** The caller's card code for a target, if this phone has it: a code never changes, so it is kept for good. */
export function codeNow(target: WantedTarget): string | null {
  const who = memberId()
  return who === null ? null : (kept()[keyOf(who, target, 'card')] ?? null)
}

/** The same from the cloud, where this phone does not have it: once for each target. Null for who is no member, or offline. */
export function cardCode(target: WantedTarget): Promise<string | null> {
  const who = memberId()
  if (who === null) return Promise.resolve(null)
  const known = codeNow(target)
  if (known !== null) return Promise.resolve(known)
  const key = keyOf(who, target, 'card')
  const running = asked.get(key) ?? fetchCode(key, target)
  asked.set(key, running)
  return running
}

async function fetchCode(key: string, target: WantedTarget): Promise<string | null> {
  const answer = await api.code(target, 'card')
  asked.delete(key)
  if (!answer.ok) return null
  const before = kept()
  const room = Object.keys(before).length < MOST_KEPT ? before : {}
  save(MEMORY, { ...room, [key]: answer.data.code })
  return answer.data.code
}
