import { distanceText } from '@shared/catalogue/distance'
import { yuan } from '@shared/kernel/money'
import type { Reply } from '@shared/kernel/reply'
import type { place, quote } from '@shared/orders/contract'
import { closedSentence, ORDER_SENTENCES } from '@shared/orders/sentences'
import { sentence } from '@/platform/refusals'
import type { Offline } from '@/platform/types'
import { lineFaults, type LineFault } from './basket'

/** Why nothing can be ordered as it stands, from a quote or from placing. */
export type Trouble = {
  readonly code: string
  readonly sentence: string
  readonly requestId: string
  /** Lines of the basket that can't be had. */
  readonly faults: readonly LineFault[]
}
/** Where on the checkout it is said: beside what must change; `top` above everything. */
export type TroubleSpot = 'top' | 'address' | 'slot' | 'goods' | 'packaging' | 'note' | 'coupon'

type Failed = Extract<Reply<typeof place> | Reply<typeof quote> | Offline, { readonly ok: false }>

export const troubleOf = (failed: Failed): Trouble => ({
  code: failed.code,
  sentence: detailed(failed) ?? sentence(failed, ORDER_SENTENCES),
  requestId: failed.requestId,
  faults: lineFaults(failed),
})

/** A sentence that tells what the details know. */
function detailed(failed: Failed): string | null {
  switch (failed.code) {
    case 'STORE_CLOSED':
      return closedSentence(failed.details.hours)
    case 'BELOW_MINIMUM':
      return belowSentence(failed.details.minimumFen, failed.details.shortFen)
    case 'TOO_FAR': {
      const { distanceM, radiusM } = failed.details
      return `离门店 ${distanceText(distanceM)}，超出 ${distanceText(radiusM)} 的配送范围`
    }
    case 'SLOT_FULL':
      return failed.details.left > 0
        ? `这个时间只剩 ${failed.details.left} 份了，换个时间或少点几份`
        : ORDER_SENTENCES.SLOT_FULL
    default:
      return null
  }
}

export const belowSentence = (minimumFen: number, shortFen: number): string =>
  `满 ¥${yuan(minimumFen)} 才能下单，还差 ¥${yuan(shortFen)}`

const SPOTS: Readonly<Record<string, TroubleSpot>> = {
  ADDRESS_NEEDED: 'address',
  TOO_FAR: 'address',
  SLOT_NEEDED: 'slot',
  SLOT_CLOSED: 'slot',
  SLOT_FULL: 'slot',
  BELOW_MINIMUM: 'goods',
  PACKAGING_GONE: 'packaging',
  NOTE_REJECTED: 'note',
  COUPON_UNUSABLE: 'coupon',
}
export const spotOf = ({ code }: Pick<Trouble, 'code'>): TroubleSpot => SPOTS[code] ?? 'top'

/** What is wrong at one spot, or null. */
export const sentenceAt = (trouble: Trouble | null, spot: TroubleSpot): string | null =>
  trouble !== null && spotOf(trouble) === spot ? trouble.sentence : null

/** While one of these stands, nothing can be placed: something else must change first. */
const BLOCKING: ReadonlySet<string> = new Set([
  'STORE_NOT_FOUND',
  'STORE_PAUSED',
  'STORE_CLOSED',
  'WAY_NOT_OFFERED',
  'PRODUCT_GONE',
  'BAD_CHOICE',
  'SOLD_OUT',
  'PACKAGING_GONE',
  'BELOW_MINIMUM',
  'ADDRESS_NEEDED',
  'TOO_FAR',
  'SLOT_NEEDED',
  'SLOT_CLOSED',
  'SLOT_FULL',
])
export const isBlocking = (trouble: Trouble | null): boolean => trouble !== null && BLOCKING.has(trouble.code)
