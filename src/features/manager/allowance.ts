import type { Instant } from '@shared/kernel/time'
import { spend, type Allowance } from '@shared/manager/refresh'
import { cloudNow } from '@/platform/clock'
import { load, save } from '@/platform/storage'

const KEY = 'manager.allowance'

const isAllowance = (x: unknown): x is Allowance =>
  typeof x === 'object' &&
  x !== null &&
  'day' in x &&
  typeof x.day === 'string' &&
  'firstAt' in x &&
  Number.isSafeInteger(x.firstAt) &&
  'used' in x &&
  Number.isSafeInteger(x.used)

/** What this phone has used of its day's automatic refreshes; kept over restarts. */
export function allowance(): Allowance | null {
  const kept = load(KEY)
  return isAllowance(kept) ? kept : null
}

/** One automatic refresh more. */
export function spendOne(now: Instant = cloudNow()): void {
  save(KEY, spend(allowance(), now))
}
